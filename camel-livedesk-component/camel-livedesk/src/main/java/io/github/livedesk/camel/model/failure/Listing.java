// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an error says of several things, however many they are, and of one thing, however long its
 * text is: more would not be read, but would fill logs.
 */
public final class Listing {

  private static final int SHOWN = 10;

  /** Of one thing: with room for the names of ten files. */
  private static final int LONGEST = 1000;

  private Listing() {}

  /**
   * The first ten, and how many more there are.
   *
   * @param first of them, ten or all
   * @param count of all
   * @param words for one
   * @param separator between two
   * @param noun what they are, such as {@code faults}; one of them has no s at the end
   */
  public static <T> String of(
      Collection<T> first, int count, Function<T, String> words, String separator, String noun) {
    String shown = first.stream().limit(SHOWN).map(words).collect(Collectors.joining(separator));
    int more = count - SHOWN;
    if (more <= 0) {
      return shown;
    }
    String number = String.format(Locale.ROOT, "%,d", more);
    String what = more == 1 ? noun.substring(0, noun.length() - 1) : noun;
    return shown + separator + number + " more " + what;
  }

  /** A text of a thousand characters at most, its end cut off where there are more. */
  public static String cut(String text) {
    if (text == null || text.length() <= LONGEST) {
      return text;
    }
    boolean isInPair = Character.isHighSurrogate(text.charAt(LONGEST - 2));
    return text.substring(0, isInPair ? LONGEST - 2 : LONGEST - 1) + "…";
  }
}
