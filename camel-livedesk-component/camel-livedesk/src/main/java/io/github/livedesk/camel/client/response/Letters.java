// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

/**
 * What of a text is compared: letters, digits and pictures, without regard to case. Blanks, marks
 * and what can't be seen don't count.
 */
final class Letters {

  /** Stands for whatever does not count. */
  static final char NONE = 0;

  private static final char FIRST_FULL_WIDTH = '\uFF01';
  private static final char LAST_FULL_WIDTH = '\uFF5E';

  private Letters() {}

  /** The character as it is compared, or {@link #NONE}. */
  static char of(char c) {
    if (c >= FIRST_FULL_WIDTH && c <= LAST_FULL_WIDTH) {
      return of((char) (c - FIRST_FULL_WIDTH + '!'));
    }
    if (c < 128) {
      boolean counts = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      return counts ? c : c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : NONE;
    }
    boolean counts =
        Character.isLetterOrDigit(c)
            || Character.isSurrogate(c)
            || Character.getType(c) == Character.OTHER_SYMBOL;
    return counts ? Character.toLowerCase(Character.toUpperCase(c)) : NONE;
  }

  /** Whether it says as much as two: Chinese, Japanese, Korean. */
  static boolean isWide(char c) {
    return (c >= '\u3040' && c <= '\u9FFF') || (c >= '\uAC00' && c <= '\uD7AF');
  }

  /** Whether a word ends between the two: letters and digits are words of their own. */
  static boolean isBorder(char before, char after) {
    return before == NONE
        || after == NONE
        || isWide(before)
        || isWide(after)
        || Character.isDigit(before) != Character.isDigit(after);
  }
}
