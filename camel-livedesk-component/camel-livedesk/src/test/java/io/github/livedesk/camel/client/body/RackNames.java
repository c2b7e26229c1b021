// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Rack makes of the head of a part: its regular expressions, and its order of steps. */
final class RackNames {

  /**
   * A part as Rack reads it.
   *
   * @param name of the form's field
   * @param fileName null where there is none
   */
  record Part(String name, String fileName, String contentType) {}

  private static final String TOKEN = "[^\\s()<>,;:\\\\\"/\\[\\]?=]+";
  private static final String VALUE = "\"(?:\\\\\"|[^\"])*\"|" + TOKEN;
  private static final Pattern TYPE_2 = Pattern.compile("(?i)Content-Type: (.*)\r\n");
  private static final Pattern NAME_2 =
      Pattern.compile("(?i)Content-Disposition:[^:]*;\\s*name=(" + VALUE + ")");
  private static final Pattern FILE_NAME_2 =
      Pattern.compile(";\\s*([^ \\p{Cntrl})(><@,;:\\\\\"/\\[\\]?='*%]+)=(" + VALUE + ")\\s*");
  private static final Pattern TYPE_3 = Pattern.compile("(?im)^Content-Type:[ \t]+([^\r\n]*)");
  private static final Pattern DISPOSITION_3 =
      Pattern.compile("(?im)^Content-Disposition:[ \t]+([^\r\n]*)");
  private static final Pattern PARAMETER_3 =
      Pattern.compile("\\s*([^=]*)=\"((?:\\\\.|[^\"\\\\])*)\"[^;]*(?:;|$)");

  private RackNames() {}

  /** As Rack 2.2 reads it: it looks for each thing in the whole head. */
  static Part rack2(String head) {
    String fileName = null;
    Matcher parameters = FILE_NAME_2.matcher(head);
    while (parameters.find()) {
      if (parameters.group(1).equals("filename")) {
        fileName = dequoted(parameters.group(2));
      }
    }
    if (fileName != null) {
      fileName = decoded(fileName);
      if (!Pattern.compile("\\\\[^\\\\\"]").matcher(fileName).find()) {
        fileName = fileName.replaceAll("\\\\(.)", "$1");
      }
    }
    return new Part(dequoted(find(NAME_2, head)), lastComponent(fileName), find(TYPE_2, head));
  }

  /** As Rack 3.2 reads it: field by field, parameter by parameter. */
  static Part rack3(String head) {
    String disposition = find(DISPOSITION_3, head);
    String name = null;
    String fileName = null;
    if (disposition.getBytes(UTF_8).length <= 1536) {
      Matcher parameters = PARAMETER_3.matcher(disposition.substring(disposition.indexOf(';') + 1));
      while (parameters.lookingAt()) {
        if (parameters.group(1).equals("name")) {
          name = parameters.group(2);
        } else if (parameters.group(1).equals("filename")) {
          fileName = parameters.group(2).replace("\\\"", "\"");
        }
        parameters.region(parameters.end(), parameters.regionEnd());
      }
    }
    return new Part(
        name, fileName == null ? null : lastComponent(decoded(fileName)), find(TYPE_3, head));
  }

  private static String find(Pattern pattern, String head) {
    Matcher matcher = pattern.matcher(head);
    return matcher.find() ? matcher.group(1) : null;
  }

  private static String dequoted(String value) {
    return value != null && value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
  }

  /** Only where each percent sign begins a code. */
  private static String decoded(String name) {
    boolean isCoded =
        Pattern.compile("%.?.?")
            .matcher(name)
            .results()
            .allMatch(found -> found.group().matches("%[0-9a-fA-F]{2}"));
    return isCoded ? URLDecoder.decode(name.replace("+", "%2B"), UTF_8) : name;
  }

  private static String lastComponent(String name) {
    if (name == null) {
      return null;
    }
    String path = name.replaceAll("[/\\\\]+$", "");
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
