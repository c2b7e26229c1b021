// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.model.Unicode;
import java.util.regex.Pattern;

/** File names as they may stand in a part's head, so that a Rack server reads the very name. */
final class FileNames {

  /** Rack 3 ignores a Content-Disposition of more than 1,536 bytes, and so loses the file. */
  private static final int MOST_BYTES = 1400;

  /** Rack undoes the percent codes of a name only where each percent sign begins one. */
  private static final Pattern NO_CODE = Pattern.compile("%(?![0-9a-fA-F]{2})");

  /** Rack 2.2 looks for parameters and header fields within a quoted name too. */
  private static final Pattern LIKE_A_HEAD =
      Pattern.compile("(?i);(?=\\s*(?:file)?name\\*?\\s*=)|(?<=content-type):");

  private FileNames() {}

  /**
   * The name without path, control characters and line breaks; its letters stay as they are.
   * Characters that nobody can see are left out: bidirectional controls make {@code fdp.exe} look
   * like {@code exe.pdf}.
   *
   * @return empty when nothing is left that can be seen
   */
  static String clean(String name) {
    var clean = new StringBuilder();
    lastComponent(name)
        .codePoints()
        .filter(c -> !isHidden(c))
        .forEach(c -> clean.appendCodePoint(isBreak(c) || isHalf(c) ? '_' : c));
    return Unicode.isBlank(clean.toString()) ? "" : clean.toString();
  }

  private static String lastComponent(String path) {
    int end = path.length();
    while (end > 0 && isSeparator(path.charAt(end - 1))) {
      end--;
    }
    int begin = end;
    while (begin > 0 && !isSeparator(path.charAt(begin - 1))) {
      begin--;
    }
    return path.substring(begin, end);
  }

  private static boolean isSeparator(char c) {
    return c == '/' || c == '\\';
  }

  /**
   * A clean name as it may stand in quotation marks: as it is, or with percent codes where Rack
   * would read something else.
   */
  static String quoted(String cleanName) {
    String name = cleanName;
    if (name.length() > MOST_BYTES) {
      name = shortened(name, name.length() - MOST_BYTES);
    }
    String encoded = encoded(name);
    while (encoded.getBytes(UTF_8).length > MOST_BYTES) {
      name = shortened(name, 16);
      encoded = encoded(name);
    }
    return encoded;
  }

  private static String encoded(String name) {
    boolean decodes = name.indexOf('%') >= 0 && !NO_CODE.matcher(name).find();
    if (!decodes && name.indexOf('"') < 0 && !LIKE_A_HEAD.matcher(name).find()) {
      return name;
    }
    String coded = name.replace("%", "%25").replace("\"", "%22");
    return LIKE_A_HEAD
        .matcher(coded)
        .replaceAll(found -> found.group().equals(";") ? "%3B" : "%3A");
  }

  /** Without some characters before the ending, never half of one. */
  private static String shortened(String name, int characters) {
    int ending = Math.max(name.lastIndexOf('.'), name.length() - 20);
    int end = Math.max(ending - characters, 1);
    boolean cutsHalf = Character.isHighSurrogate(name.charAt(end - 1));
    return name.substring(0, cutsHalf ? end - 1 : end) + name.substring(ending);
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static boolean isBreak(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }

  /** Of Unicode's format characters, those that shape what one sees stay: of scripts and flags. */
  private static boolean isHidden(int c) {
    boolean shapes = c == 0x200C || c == 0x200D || (c >= 0xE0020 && c <= 0xE007F);
    return Character.getType(c) == Character.FORMAT && Unicode.isInvisible(c) && !shapes;
  }
}
