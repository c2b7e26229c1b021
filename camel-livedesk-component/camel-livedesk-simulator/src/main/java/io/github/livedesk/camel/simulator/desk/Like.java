// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.desk;

import java.util.Arrays;
import java.util.Locale;

/**
 * PostgreSQL's LIKE: {@code %} is any text, {@code _} any character, and a backslash takes their
 * meaning from them.
 */
final class Like {

  private static final int ANY_TEXT = -1;
  private static final int ANY_CHARACTER = -2;

  private final int[] pattern;
  private final boolean ignoresCase;

  private Like(int[] pattern, boolean ignoresCase) {
    this.pattern = pattern;
    this.ignoresCase = ignoresCase;
  }

  /** What has the text in it, in this case. */
  static Like containing(String text) {
    return of(text, false);
  }

  /** What has the text in it, in any case. */
  static Like containingIgnoringCase(String text) {
    return of(text.toLowerCase(Locale.ROOT), true);
  }

  private static Like of(String text, boolean ignoresCase) {
    int[] characters = ("%" + text + "%").codePoints().toArray();
    int[] pattern = new int[characters.length];
    int length = 0;
    for (int i = 0; i < characters.length; i++) {
      boolean escaped = characters[i] == '\\' && i + 1 < characters.length;
      pattern[length++] = escaped ? characters[++i] : meaning(characters[i]);
    }
    return new Like(Arrays.copyOf(pattern, length), ignoresCase);
  }

  private static int meaning(int character) {
    return switch (character) {
      case '%' -> ANY_TEXT;
      case '_' -> ANY_CHARACTER;
      default -> character;
    };
  }

  /**
   * Whether it matches, in steps that grow with the lengths of both alone.
   *
   * @param value null never does
   */
  boolean matches(String value) {
    if (value == null) {
      return false;
    }
    String text = ignoresCase ? value.toLowerCase(Locale.ROOT) : value;
    int at = 0;
    int next = 0;
    int lastAnyText = -1;
    int resumeAt = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      if (next < pattern.length && pattern[next] == ANY_TEXT) {
        lastAnyText = next++;
        resumeAt = at;
      } else if (next < pattern.length
          && (pattern[next] == ANY_CHARACTER || pattern[next] == character)) {
        next++;
        at += Character.charCount(character);
      } else if (lastAnyText >= 0) {
        next = lastAnyText + 1;
        resumeAt += Character.charCount(text.codePointAt(resumeAt));
        at = resumeAt;
      } else {
        return false;
      }
    }
    while (next < pattern.length && pattern[next] == ANY_TEXT) {
      next++;
    }
    return next == pattern.length;
  }
}
