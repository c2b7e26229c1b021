// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The server's words in all their readings, as {@link Letters} that stand in a row. */
final class ServerWords {

  /** Between two readings; no text has it. */
  static final char GAP = '\uFFFF';

  /** The words themselves are no longer. */
  private static final int LONGEST_NAME = 1024;

  private static final String QUOTATION_MARKS =
      "\"'`\u00B4\u00AB\u00BB\u2018\u2019\u201C\u201D\u201E";

  /** Where a word begins, and where it ends. */
  private record Word(int start, int end) {}

  private final StringBuilder letters = new StringBuilder();
  private final List<Word> words = new ArrayList<>();

  /** Letters of words that are not ordinary. */
  private final BitSet telling = new BitSet();

  private final BitSet starts = new BitSet();
  private final BitSet afterMark = new BitSet();
  private final BitSet beforeMark = new BitSet();
  private final Set<String> names = new HashSet<>();

  /**
   * @param text the words as they came
   * @param names words that may show
   */
  ServerWords(String text, List<String> names) {
    names.forEach(this::readName);
    Readings.of(text).forEach(this::read);
  }

  private void readName(String name) {
    boolean isLong = name.length() > LONGEST_NAME;
    var own = new ServerWords(isLong ? name.substring(0, LONGEST_NAME) : name, List.of());
    own.words.forEach(word -> names.add(own.letters.substring(word.start, word.end)));
  }

  private void read(String reading) {
    char before = Letters.NONE;
    int start = 0;
    for (int i = 0; i <= reading.length(); i++) {
      char c = i == reading.length() ? Letters.NONE : Letters.of(reading.charAt(i));
      if (Letters.isBorder(before, c)) {
        if (before != Letters.NONE) {
          endWord(start, isMark(reading, i));
        }
        start = letters.length();
        starts.set(start);
        afterMark.set(start, isMark(reading, i - 1));
      }
      append(c);
      before = c;
    }
    letters.append(GAP);
  }

  private void append(char c) {
    if (c != Letters.NONE) {
      letters.append(c);
      if (Letters.isWide(c)) {
        letters.append(c);
      }
    }
  }

  private void endWord(int start, boolean mark) {
    int end = letters.length();
    words.add(new Word(start, end));
    beforeMark.set(end, mark);
    String word = letters.substring(start, end);
    telling.set(start, end, !OrdinaryWords.contains(word) && !names.contains(word));
  }

  private static boolean isMark(String reading, int i) {
    return i >= 0 && i < reading.length() && QUOTATION_MARKS.indexOf(reading.charAt(i)) >= 0;
  }

  int length() {
    return letters.length();
  }

  char charAt(int index) {
    return letters.charAt(index);
  }

  /** Whether one of so many letters is of a word that is not ordinary, or they are spelt out. */
  boolean isTelling(int start, int count) {
    int next = telling.nextSetBit(start);
    int words = 1 + starts.get(start + 1, start + count).cardinality();
    return (next >= 0 && next < start + count) || words >= count - 1;
  }

  boolean hasTelling() {
    return !telling.isEmpty();
  }

  /** Whether so many letters are those of more than one word. */
  boolean isCrossing(int start, int count) {
    int next = starts.nextSetBit(start + 1);
    return next >= 0 && next < start + count;
  }

  /** Words that are not ordinary and too short for a run. */
  List<String> tellingWords(int shortest, int longest) {
    return words.stream()
        .filter(word -> word.end - word.start >= shortest && word.end - word.start <= longest)
        .filter(word -> telling.get(word.start))
        .map(word -> letters.substring(word.start, word.end))
        .toList();
  }

  /** Whether one of the texts stands there, from the start of a word to the end of one. */
  boolean hasWhole(Set<String> texts, int shortest, int longest) {
    for (int first = 0; first < words.size(); first++) {
      int start = words.get(first).start;
      for (int last = first; last < words.size(); last++) {
        int end = words.get(last).end;
        if (end - start > longest) {
          break;
        }
        boolean enough = end - start >= shortest || (afterMark.get(start) && beforeMark.get(end));
        if (enough && texts.contains(letters.substring(start, end))) {
          return true;
        }
      }
    }
    return false;
  }

  boolean contains(CharSequence run) {
    return letters.indexOf(run.toString()) >= 0;
  }
}
