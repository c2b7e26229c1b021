// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Where a short text quotes others, which may be long: each of them is read once, with a rolling
 * hash of its last characters.
 */
final class Quotations {

  /** A quotation of this many characters counts, also where it is only part of a text. */
  static final int RUN = 12;

  /** A shorter text would be found within ordinary words. */
  static final int SHORTEST = 3;

  private static final int NONE = -1;
  private static final int BUCKET_BITS = 11;
  private static final int BASE = 0x9E3779B1;
  private static final int BASE_OF_FIRST = power(BASE, RUN - 1);

  private final String source;
  private final boolean[] quoted;

  /** The runs of the source that are not found yet: the first of each bucket, and the next one. */
  private final int[] first = new int[1 << BUCKET_BITS];

  private final int[] next;
  private final int[] hashes;

  private Quotations(String source) {
    this.source = source;
    this.quoted = new boolean[source.length()];
    int runs = Math.max(0, source.length() - RUN + 1);
    this.next = new int[runs];
    this.hashes = new int[runs];
    Arrays.fill(first, NONE);
    int hash = 0;
    for (int end = 1; end <= source.length(); end++) {
      hash = roll(hash, source, end);
      if (end >= RUN) {
        int start = end - RUN;
        hashes[start] = hash;
        next[start] = first[bucket(hash)];
        first[bucket(hash)] = start;
      }
    }
  }

  /**
   * Whether each character of the source is part of a quotation.
   *
   * @param texts those that may be quoted; no null
   */
  static boolean[] find(String source, Collection<? extends CharSequence> texts) {
    var quotations = new Quotations(source);
    Set<String> whole = new HashSet<>();
    for (CharSequence text : texts) {
      if (text.length() >= RUN) {
        quotations.findRunsOf(text);
      } else if (text.length() >= SHORTEST) {
        whole.add(text.toString());
      }
    }
    quotations.findWhole(whole);
    return quotations.quoted;
  }

  private void findRunsOf(CharSequence text) {
    int hash = 0;
    for (int end = 1; end <= text.length(); end++) {
      hash = roll(hash, text, end);
      if (end >= RUN) {
        mark(hash, text, end - RUN);
      }
    }
  }

  /** Marks a run, and forgets it: a text that repeats it a million times costs no more. */
  private void mark(int hash, CharSequence text, int start) {
    int before = NONE;
    for (int run = first[bucket(hash)]; run != NONE; run = next[run]) {
      if (hashes[run] != hash || !isAt(run, text, start)) {
        before = run;
        continue;
      }
      Arrays.fill(quoted, run, run + RUN, true);
      if (before == NONE) {
        first[bucket(hash)] = next[run];
      } else {
        next[before] = next[run];
      }
    }
  }

  private boolean isAt(int run, CharSequence text, int start) {
    for (int i = 0; i < RUN; i++) {
      if (source.charAt(run + i) != text.charAt(start + i)) {
        return false;
      }
    }
    return true;
  }

  private void findWhole(Set<String> texts) {
    for (int length = SHORTEST; length < RUN && !texts.isEmpty(); length++) {
      for (int start = 0; start + length <= source.length(); start++) {
        if (texts.contains(source.substring(start, start + length))) {
          Arrays.fill(quoted, start, start + length, true);
        }
      }
    }
  }

  /** The hash of the characters before {@code end}, from that of those one character earlier. */
  private static int roll(int hash, CharSequence text, int end) {
    int leaving = end > RUN ? text.charAt(end - 1 - RUN) : 0;
    return (hash - leaving * BASE_OF_FIRST) * BASE + text.charAt(end - 1);
  }

  private static int bucket(int hash) {
    return (hash * BASE) >>> (Integer.SIZE - BUCKET_BITS);
  }

  private static int power(int base, int exponent) {
    int power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }
}
