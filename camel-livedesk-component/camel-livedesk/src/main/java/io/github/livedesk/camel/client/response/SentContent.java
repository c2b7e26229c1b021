// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.client.body.SentFile;
import io.github.livedesk.camel.model.ResponseJson;
import java.net.URLDecoder;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Compares what was sent with what a reply says was stored. LiveDesk may change both: it trims,
 * escapes, takes out markup, renames, shrinks a picture. Only what can't have come of that is
 * another.
 */
final class SentContent {

  private SentContent() {}

  /** Whether a stored text can't be the one that was sent. */
  static boolean isAnother(String sent, String stored) {
    if (sent.equals(stored) || isLiquid(sent)) {
      return false;
    }
    String ours = letters(sent);
    String theirs = letters(stored);
    String shorter = ours.length() < theirs.length() ? ours : theirs;
    String longer = shorter.equals(ours) ? theirs : ours;
    return !isWithin(shorter, longer) && 2 * sharedEnds(shorter, longer) < shorter.length();
  }

  /** Liquid may put anything in the place of what stands in braces. */
  private static boolean isLiquid(String text) {
    return text.contains("{{") || text.contains("{%");
  }

  /** Small letters and digits alone, without accents: they outlive what a server does to a text. */
  private static String letters(String text) {
    var letters = new StringBuilder();
    text.codePoints()
        .flatMap(SentContent::parts)
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /**
   * What a character is made of. Each by itself: in a whole text, accents are brought into their
   * order too, which takes for ever where there are many of them.
   */
  private static IntStream parts(int c) {
    return c < 128
        ? IntStream.of(c)
        : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD).codePoints();
  }

  /** Whether one comes of the other by leaving letters out. */
  private static boolean isWithin(String shorter, String longer) {
    int found = 0;
    for (int i = 0; i < longer.length() && found < shorter.length(); i++) {
      found += longer.charAt(i) == shorter.charAt(found) ? 1 : 0;
    }
    return found == shorter.length();
  }

  /** How many letters are the same at the beginning, and at the end. */
  private static int sharedEnds(String shorter, String longer) {
    int size = shorter.length();
    int begin = 0;
    while (begin < size && shorter.charAt(begin) == longer.charAt(begin)) {
      begin++;
    }
    int end = 0;
    while (end < size - begin
        && shorter.charAt(size - 1 - end) == longer.charAt(longer.length() - 1 - end)) {
      end++;
    }
    return begin + end;
  }

  /** Whether none of the stored files can be one that was sent, by name or by size. */
  static boolean areOthers(List<SentFile> sent, Object attachments) {
    return attachments instanceof List<?> stored
        && !ResponseJson.isLarge(stored)
        && !stored.isEmpty()
        && stored.stream().allMatch(file -> sent.stream().allMatch(ours -> isOther(ours, file)));
  }

  private static boolean isOther(SentFile ours, Object stored) {
    return stored instanceof Map<?, ?> file
        && file.get("file_size") instanceof Number size
        && size.longValue() > 0
        && ours.size() >= 0
        && size.longValue() != ours.size()
        && file.get("data_url") instanceof String url
        && ours.name() != null
        && !nameIn(url).contains(letters(ours.name()));
  }

  /** The letters of an address, percent codes undone. */
  private static String nameIn(String url) {
    try {
      return letters(URLDecoder.decode(url, UTF_8));
    } catch (IllegalArgumentException badCode) {
      return letters(url);
    }
  }
}
