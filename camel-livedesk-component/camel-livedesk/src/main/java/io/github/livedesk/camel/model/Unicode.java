// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

/** What of a text can't be sent, and what nobody can see. No text here may be null. */
public final class Unicode {

  private Unicode() {}

  /** Where half a surrogate pair stands alone, from 0; -1 when there is none. */
  public static int firstUnpairedSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Where the first NUL (U+0000) stands, from 0; -1 when there is none. */
  public static int firstNul(String text) {
    return text.indexOf(0);
  }

  /**
   * Whether the text is empty, or of characters alone that nobody can see: spaces of any width,
   * controls, format characters, fillers and variation selectors.
   */
  public static boolean isBlank(String text) {
    return afterInvisible(text) == text.length();
  }

  /** Whether it begins or ends with a character that nobody can see. */
  static boolean isBlankAround(String text) {
    return strip(text).length() < text.length();
  }

  /** Where the first character stands that can be seen; the length where there is none. */
  private static int afterInvisible(String text) {
    int start = 0;
    while (start < text.length() && isInvisible(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    return start;
  }

  /** The text without the characters at its ends that nobody can see. */
  public static String strip(String text) {
    int start = afterInvisible(text);
    int end = text.length();
    while (end > start && isInvisible(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  /** Whether nobody can see this character where it stands alone. */
  public static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL ->
          true;
      case Character.FORMAT -> !isVisibleSign(codePoint);
      default -> isFiller(codePoint);
    };
  }

  /** Signs of Unicode's format category that have a form: of Arabic, Syriac and Kaithi numbers. */
  private static boolean isVisibleSign(int codePoint) {
    return (codePoint >= 0x0600 && codePoint <= 0x0605)
        || codePoint == 0x06DD
        || codePoint == 0x070F
        || codePoint == 0x0890
        || codePoint == 0x0891
        || codePoint == 0x08E2
        || codePoint == 0x110BD
        || codePoint == 0x110CD;
  }

  /** Letters and marks without a form (Unicode, Default_Ignorable_Code_Point), and Braille's. */
  private static boolean isFiller(int codePoint) {
    return codePoint == 0x034F
        || codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x17B4
        || codePoint == 0x17B5
        || (codePoint >= 0x180B && codePoint <= 0x180F)
        || codePoint == 0x2065
        || codePoint == 0x2800
        || codePoint == 0x3164
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || codePoint == 0xFFA0
        || (codePoint >= 0xFFF0 && codePoint <= 0xFFF8)
        || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
  }
}
