package io.github.livedesk.camel.client;

import java.util.regex.Pattern;

/** File names as they may stand in a part's head. */
final class FileNames {

  /** Rack 2.2 takes {@code ; name=} within a quoted file name for a parameter of its own. */
  private static final Pattern PARAMETER = Pattern.compile("(?i);(?=\\s*(file)?name\\*?\\s*=)");

  private FileNames() {}

  /** The name without what would end the quotation or the line; its letters stay as they are. */
  static String quoted(String name) {
    var safe = new StringBuilder(name.length());
    name.codePoints()
        .forEach(
            c -> {
              if (c == '"') {
                safe.append("%22");
              } else if (Character.isISOControl(c) || isHalf(c)) {
                safe.append('_');
              } else {
                safe.appendCodePoint(c);
              }
            });
    return PARAMETER.matcher(safe).replaceAll("_");
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
