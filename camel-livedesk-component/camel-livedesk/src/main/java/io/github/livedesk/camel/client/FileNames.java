package io.github.livedesk.camel.client;

import static java.nio.charset.StandardCharsets.UTF_8;

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
   * The name without path and control characters; its letters stay as they are. Bidirectional
   * controls are left out: they make {@code fdp.exe} look like {@code exe.pdf}.
   *
   * @return empty when nothing is left
   */
  static String clean(String name) {
    var clean = new StringBuilder();
    lastComponent(name)
        .codePoints()
        .filter(c -> !isBidirectionalControl(c))
        .forEach(c -> clean.appendCodePoint(Character.isISOControl(c) || isHalf(c) ? '_' : c));
    return clean.toString();
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

  private static boolean isBidirectionalControl(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
