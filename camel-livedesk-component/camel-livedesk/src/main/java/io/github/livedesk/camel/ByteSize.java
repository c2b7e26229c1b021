// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes as people write it: {@code 1500}, {@code 10MB}, {@code 10MiB}. */
final class ByteSize {

  private static final Pattern SIZE =
      Pattern.compile("(?i)(?<number>[0-9]{1,19})(?:(?<unit>[KMGT])(?<binary>i?)B)?");

  private ByteSize() {}

  /**
   * Bytes.
   *
   * @param least the smallest number that the option takes, for the error alone
   * @param most the largest
   * @throws InvalidOptionException when the text is no size, or one that is too large
   */
  static long parse(String option, String text, int least, long most) {
    Matcher size = SIZE.matcher(String.valueOf(text));
    try {
      if (size.matches() && bytes(size) <= most) {
        return bytes(size);
      }
    } catch (NumberFormatException | ArithmeticException tooLarge) {
      // refused below, as any other text
    }
    throw OptionText.refused(option, text, rule(least));
  }

  /** What a size option takes, from so many bytes on. */
  static String rule(int least) {
    return least + " or more bytes, such as 10485760, 10MB or 10MiB";
  }

  private static long bytes(Matcher size) {
    long bytes = Long.parseLong(size.group("number"));
    if (size.group("unit") == null) {
      return bytes;
    }
    long step = size.group("binary").isEmpty() ? 1000 : 1024;
    int steps = "KMGT".indexOf(Character.toUpperCase(size.group("unit").charAt(0))) + 1;
    for (int i = 0; i < steps; i++) {
      bytes = Math.multiplyExact(bytes, step);
    }
    return bytes;
  }
}
