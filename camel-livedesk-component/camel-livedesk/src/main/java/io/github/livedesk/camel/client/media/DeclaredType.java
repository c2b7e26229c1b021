// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.media;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicHeaderValueParser;
import org.apache.hc.core5.http.message.ParserCursor;

/** Reads content types as mails and other systems write them. */
final class DeclaredType {

  /** RFC 6838, section 4.2, in lower case. */
  private static final Pattern TYPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

  /** With all that mails write beside the type, a name of a file among it. */
  private static final int LONGEST = 8 * 1024;

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:+-]{0,79}");
  private static final Pattern TOKENS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.+, -]{0,79}");

  /** They say that there is a file, not what it is; Ogg may be a sound or a video. */
  private static final Set<String> SAY_NOTHING =
      Set.of(
          "application/octet-stream",
          "application/octetstream",
          "application/x-octet-stream",
          "binary/octet-stream",
          "application/binary",
          "application/x-binary",
          "application/download",
          "application/x-download",
          "application/force-download",
          "application/x-force-download",
          "application/unknown",
          "application/x-unknown",
          "unknown/unknown",
          "application/ogg",
          "application/x-ogg");

  /** LiveDesk compares types to the letter: it would offer these as files. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("image/pjpeg", "image/jpeg"),
          Map.entry("image/pjpg", "image/jpeg"),
          Map.entry("image/x-jpeg", "image/jpeg"),
          Map.entry("image/x-jpg", "image/jpeg"),
          Map.entry("image/jfif", "image/jpeg"),
          Map.entry("image/x-png", "image/png"),
          Map.entry("image/x-gif", "image/gif"),
          Map.entry("image/x-bmp", "image/bmp"),
          Map.entry("image/x-ms-bmp", "image/bmp"),
          Map.entry("image/x-windows-bmp", "image/bmp"),
          Map.entry("image/x-webp", "image/webp"),
          Map.entry("image/tif", "image/tiff"),
          Map.entry("image/x-tif", "image/tiff"),
          Map.entry("image/x-tiff", "image/tiff"),
          Map.entry("application/mp4", "video/mp4"),
          Map.entry("video/mpeg4", "video/mp4"),
          Map.entry("video/x-m4v", "video/mp4"),
          Map.entry("video/x-mp4", "video/mp4"),
          Map.entry("video/x-quicktime", "video/quicktime"),
          Map.entry("video/x-webm", "video/webm"),
          Map.entry("video/x-ogg", "video/ogg"),
          Map.entry("audio/opus", MediaTypes.OPUS),
          Map.entry("audio/x-opus", MediaTypes.OPUS));

  private DeclaredType() {}

  /** As {@link ContentTypes#normalized} has it. */
  static String normalized(String declared) {
    HeaderElement[] elements = elements(declared);
    if (elements.length == 0 || isList(elements)) {
      return null;
    }
    String type = lowerCase(elements[0].getName());
    if (!TYPE.matcher(type).matches() || SAY_NOTHING.contains(type)) {
      return null;
    }
    String alias = ALIASES.get(type);
    return alias == null ? type + parameter(type, elements[0]) : alias;
  }

  /** As {@link ContentTypes#charset} has it. Some write it in single quotes. */
  static String charset(String declared) {
    HeaderElement[] elements = elements(declared);
    String charset = elements.length == 0 ? "" : value(elements[0], "charset").strip();
    boolean isQuoted = charset.length() > 1 && charset.startsWith("'") && charset.endsWith("'");
    String name = isQuoted ? charset.substring(1, charset.length() - 1) : charset;
    return name.isBlank() ? null : name;
  }

  /** None where it is too long: then it may have a hundred thousand of them. */
  private static HeaderElement[] elements(String declared) {
    return declared.length() > LONGEST
        ? new HeaderElement[0]
        : BasicHeaderValueParser.INSTANCE.parseElements(
            declared, new ParserCursor(0, declared.length()));
  }

  /** A name with a comma and without quotes makes more than one element too. */
  private static boolean isList(HeaderElement[] elements) {
    for (int i = 1; i < elements.length; i++) {
      if (elements[i].getName().indexOf('/') >= 0) {
        return true;
      }
    }
    return false;
  }

  private static String parameter(String type, HeaderElement element) {
    if (type.startsWith("text/")) {
      String charset = value(element, "charset");
      return TOKEN.matcher(charset).matches() ? "; charset=" + charset : "";
    }
    if (type.startsWith("audio/")) {
      String codecs = value(element, "codecs");
      if (TOKEN.matcher(codecs).matches()) {
        return "; codecs=" + codecs;
      }
      return TOKENS.matcher(codecs).matches() ? "; codecs=\"" + codecs + '"' : "";
    }
    return "";
  }

  private static String value(HeaderElement element, String name) {
    NameValuePair parameter = element.getParameterByName(name);
    return parameter == null || parameter.getValue() == null ? "" : parameter.getValue();
  }

  private static String lowerCase(String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
