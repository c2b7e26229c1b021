// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

/** What an id may look like. Everything else is refused before a connection is opened. */
public final class Ids {

  public static final String PATH_ID_RULE =
      "1 to 64 ASCII letters, digits, '-' and '_', as the id in LiveDesk's own URLs";
  public static final String MESSAGE_NUMBER_RULE = "the number of a message, 1 or more";

  private static final int LONGEST = 64;

  private Ids() {}

  /** Whether the text is an id that can stand in a path of the API. */
  public static boolean isPathId(String id) {
    return !id.isEmpty() && id.length() <= LONGEST && firstOdd(id) < 0;
  }

  /** Says what is wrong with an id without showing it: it may be a message that went astray. */
  public static String describe(String id) {
    if (id.isEmpty()) {
      return "empty text";
    }
    int odd = firstOdd(id);
    String length = id.length() + (id.length() == 1 ? " character" : " characters");
    return odd < 0
        ? length
        : length + " with U+%04X at position %d".formatted((int) id.charAt(odd), odd + 1);
  }

  private static int firstOdd(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean allowed =
          (c >= '0' && c <= '9')
              || (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || c == '-'
              || c == '_';
      if (!allowed) {
        return i;
      }
    }
    return -1;
  }
}
