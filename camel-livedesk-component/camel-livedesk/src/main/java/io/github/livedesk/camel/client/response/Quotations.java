// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Whether the server's words quote what was sent. They do where they share with it, without regard
 * to case, escapes, blanks and marks:
 *
 * <ul>
 *   <li>{@value #RUN} letters or digits in a row of a credential;
 *   <li>so many of a text, not all of them of {@link OrdinaryWords};
 *   <li>about three ordinary words in a row;
 *   <li>a word of three or four letters, or a number of as many digits, that is not ordinary;
 *   <li>a whole text, ordinary or not; one of one or two letters in quotation marks only.
 * </ul>
 *
 * A Chinese, Japanese or Korean character counts as two. Each text is read once, with a rolling
 * hash of its last letters.
 */
final class Quotations {

  static final int RUN = 5;

  private static final int SHORTEST_WORD = 3;
  private static final int LONGEST_WHOLE = 32;

  /** So many runs, one after the other, go over the borders of about three words. */
  private static final int CROSSINGS = 7;

  private static final int NONE = -1;
  private static final int BUCKET_BITS = 12;

  /** A server that does not know it can't make all hashes equal. */
  private static final int BASE = new SplittableRandom().nextInt() | 1;

  private static final int BASE_OF_FIRST = power(BASE, RUN - 1);

  private final String source;
  private final ServerWords words;

  /** The different runs of the words: the first of each bucket, and the next one. */
  private final int[] first = new int[1 << BUCKET_BITS];

  private final int[] next;
  private final int[] hashes;
  private final BitSet telling = new BitSet();
  private final BitSet crossing = new BitSet();

  private final long[] shortWords;
  private final Set<String> wholes = new HashSet<>();

  private Quotations(String source, Sent sent) {
    this.source = source;
    this.words = new ServerWords(source, sent.names());
    int runs = Math.max(0, words.length() - RUN + 1);
    this.next = new int[runs];
    this.hashes = new int[runs];
    Arrays.fill(first, NONE);
    for (int start = 0; start < runs; start++) {
      add(start);
    }
    this.shortWords =
        words.tellingWords(SHORTEST_WORD, RUN - 1).stream()
            .mapToLong(Quotations::packed)
            .sorted()
            .toArray();
  }

  /** Whether the words of a server quote what it was sent, or may do so. */
  static boolean isAnyIn(String words, Sent sent) {
    var quotations = new Quotations(words, sent);
    return (!sent.complete() && quotations.words.hasTelling())
        || sent.secrets().stream().anyMatch(secret -> quotations.find(secret, true))
        || sent.texts().stream().anyMatch(text -> quotations.find(text, false))
        || quotations.words.hasWhole(quotations.wholes, SHORTEST_WORD, LONGEST_WHOLE);
  }

  private void add(int start) {
    int hash = 0;
    for (int i = start; i < start + RUN; i++) {
      hash = hash * BASE + words.charAt(i);
    }
    int same = find(hash, i -> words.charAt(start + i));
    if (same == NONE) {
      same = start;
      hashes[start] = hash;
      next[start] = first[bucket(hash)];
      first[bucket(hash)] = start;
    }
    telling.set(same, telling.get(same) || words.isTelling(start, RUN));
    crossing.set(same, crossing.get(same) || words.isCrossing(start, RUN));
  }

  private int find(int hash, Run wanted) {
    int run = first[bucket(hash)];
    while (run != NONE && (hashes[run] != hash || !isAt(run, wanted))) {
      run = next[run];
    }
    return run;
  }

  private boolean isAt(int run, Run wanted) {
    for (int i = 0; i < RUN; i++) {
      if (words.charAt(run + i) != wanted.letter(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean find(CharSequence text, boolean secret) {
    var scan = new Scan(secret);
    for (int i = 0; i < text.length(); i++) {
      if (scan.read(Letters.of(text.charAt(i)))) {
        return true;
      }
    }
    return scan.read(Letters.NONE) || isFoundWhole(text, scan);
  }

  /** Remembers a short text too, to look for it where words begin. */
  private boolean isFoundWhole(CharSequence text, Scan scan) {
    if (scan.size == 0) {
      return text.length() >= SHORTEST_WORD
          && text.length() <= source.length()
          && source.contains(text);
    }
    if (scan.size <= LONGEST_WHOLE) {
      wholes.add(scan.start.toString());
    }
    return scan.secret
        && scan.size >= SHORTEST_WORD
        && scan.size < RUN
        && words.contains(scan.start);
  }

  private static long packed(CharSequence word) {
    return word.chars().asLongStream().reduce(0, (packed, c) -> packed << Character.SIZE | c);
  }

  private static int bucket(int hash) {
    return (hash * 0x9E3779B1) >>> (Integer.SIZE - BUCKET_BITS);
  }

  private static int power(int base, int exponent) {
    int power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }

  /** The letters of a run, by their place in it. */
  @FunctionalInterface
  private interface Run {
    char letter(int place);
  }

  /** One text, read letter by letter. */
  private final class Scan implements Run {

    private final boolean secret;
    private final char[] last = new char[RUN];
    private final StringBuilder start = new StringBuilder();
    private int hash;
    private int size;
    private int crossed;
    private char before = Letters.NONE;
    private long word;
    private int wordLength;

    Scan(boolean secret) {
      this.secret = secret;
    }

    /** Takes a letter or {@link Letters#NONE}, and says whether a quotation ends there. */
    boolean read(char c) {
      boolean found = Letters.isBorder(before, c) && endWord();
      before = c;
      return found || (c != Letters.NONE && (add(c) || (Letters.isWide(c) && add(c))));
    }

    private boolean endWord() {
      boolean found =
          wordLength >= SHORTEST_WORD
              && wordLength < RUN
              && Arrays.binarySearch(shortWords, word) >= 0;
      word = 0;
      wordLength = 0;
      return found;
    }

    private boolean add(char c) {
      int place = size % RUN;
      hash = (hash - last[place] * BASE_OF_FIRST) * BASE + c;
      last[place] = c;
      size++;
      word = word << Character.SIZE | c;
      wordLength++;
      if (size <= LONGEST_WHOLE) {
        start.append(c);
      }
      return size >= RUN && isQuotation(find(hash, this));
    }

    private boolean isQuotation(int run) {
      if (run == NONE) {
        crossed = 0;
        return false;
      }
      if (crossing.get(run)) {
        crossed++;
      }
      return secret || telling.get(run) || crossed >= CROSSINGS;
    }

    @Override
    public char letter(int place) {
      return last[(size + place) % RUN];
    }
  }
}
