// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What errors say of names that are not known and of values of other types. */
public final class Names {

  /** Longer names are no slip of the keyboard, and may be anything. */
  private static final int LONGEST = 40;

  /** What an error says in place of a file name that it does not show. */
  public static final String NO_ENDING = "one whose name has no ending";

  /** With an ending, in one line, without what turns or hides letters. */
  private static final Pattern FILE_NAME =
      Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]{1,80}\\.[A-Za-z0-9]{1,8}");

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*|[0-9]{1,4}");

  /** A part of a name as short as this is in too many names. */
  private static final int SHORTEST_PART = 3;

  /** After all that differ by a few letters. */
  private static final int PART_OF_IT = 10;

  private static final int FAR = Integer.MAX_VALUE;

  private Names() {}

  /**
   * The one right name that is nearest to a wrong one: it differs in case, in signs between its
   * words, in a few letters, or begins or ends with it.
   *
   * @param wrong the name found, not null
   * @param right the names there are
   * @return empty where no name is near, or several are just as near
   */
  public static Optional<String> nearest(String wrong, Collection<String> right) {
    if (wrong.length() > LONGEST) {
      return Optional.empty();
    }
    var best = new ArrayList<String>();
    int least = FAR - 1;
    for (String name : right) {
      int distance = distance(letters(wrong), letters(name));
      if (distance < least) {
        least = distance;
        best.clear();
      }
      if (distance == least) {
        best.add(name);
      }
    }
    return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
  }

  /**
   * A name as an error may show it.
   *
   * @param name the name found, not null
   * @return the name in single quotes where it is a plain ASCII word of at most 40 characters,
   *     which begins with a letter; otherwise {@code another name}, for it may hold personal data
   */
  public static String shown(String name) {
    return isPlain(name) ? "'" + name + "'" : "another name";
  }

  /**
   * A file's name as an error may show it.
   *
   * @param name the name found, without a path, not null
   * @return the name in single quotes where it looks like one; empty where it may be a text that
   *     was taken for a file by mistake
   */
  public static Optional<String> shownFile(String name) {
    return FILE_NAME.matcher(name).matches() ? Optional.of("'" + name + "'") : Optional.empty();
  }

  /** Whether a name is shown as it is: a plain ASCII word, or up to four digits. */
  public static boolean isPlain(String name) {
    return name.length() <= LONGEST && WORD.matcher(name).matches();
  }

  /**
   * The type of a value, in words; never the value.
   *
   * @param value may be null
   * @return such as {@code a List}; {@code nothing} for null
   */
  public static String typeName(Object value) {
    if (value == null) {
      return "nothing";
    }
    if (value instanceof byte[]) {
      return "an array of bytes";
    }
    return "a " + plainType(value);
  }

  /**
   * The class of what was thrown, in one word; never its text.
   *
   * @param thrown not null
   * @return such as {@code IOException}; of a class without a name, that of the class above it
   */
  public static String className(Throwable thrown) {
    Class<?> type = thrown.getClass();
    while (type.getSimpleName().isEmpty()) {
      type = type.getSuperclass();
    }
    return type.getSimpleName();
  }

  /** By what it is, not by the class inside the JDK that does it. */
  private static String plainType(Object value) {
    for (Class<?> type : List.of(List.class, Map.class, Set.class, String.class, Path.class)) {
      if (type.isInstance(value)) {
        return type.getSimpleName();
      }
    }
    return Listing.cut(value.getClass().getTypeName());
  }

  private static String letters(String name) {
    return NO_LETTER.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static int distance(String wrong, String right) {
    int longer = Math.max(wrong.length(), right.length());
    int edits = edits(wrong, right);
    if (edits <= Math.min(3, longer / 3)) {
      return edits;
    }
    return isPart(wrong, right) || isPart(right, wrong) ? PART_OF_IT : FAR;
  }

  private static boolean isPart(String part, String whole) {
    return part.length() >= SHORTEST_PART && (whole.startsWith(part) || whole.endsWith(part));
  }

  /** Letters to put in, to take out, to replace, and neighbours to swap. */
  private static int edits(String a, String b) {
    var table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
          continue;
        }
        int replaced = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(table[i - 1][j], table[i][j - 1]) + 1;
        least = Math.min(least, table[i - 1][j - 1] + replaced);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, table[i - 2][j - 2] + 1);
        }
        table[i][j] = least;
      }
    }
    return table[a.length()][b.length()];
  }
}
