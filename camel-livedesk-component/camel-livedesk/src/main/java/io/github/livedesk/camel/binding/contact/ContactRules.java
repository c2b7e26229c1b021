// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding.contact;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the values are that a contact is told by. They are checked, and never rewritten: a number
 * without a plus sign may be a valid one of another country.
 */
public final class ContactRules {

  /** What a phone number is. */
  public static final String PHONE =
      "+ and 2 to 15 digits, the first not 0, without blanks or dashes, such as +6581234567; in a"
          + " URI within RAW(...), for Camel makes a blank of the +";

  /** What an e-mail address is. */
  public static final String EMAIL = "one @ with something before and after it, and no blanks";

  private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[1-9][0-9]{1,14}");

  private ContactRules() {}

  /** What is wrong with a phone number; empty where nothing is. */
  public static Optional<String> faultOfPhone(String text) {
    if (PHONE_NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    if (text.startsWith(" ")) {
      return Optional.of("a text that begins with a blank");
    }
    if (!text.startsWith("+")) {
      return Optional.of("a text of " + text.length() + " characters that does not begin with +");
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return Optional.of(
            "a character that is no digit, U+%04X at position %d".formatted((int) c, i + 1));
      }
    }
    return Optional.of(
        text.startsWith("+0") ? "a 0 after the +" : "+ and " + (text.length() - 1) + " digits");
  }

  /** What is wrong with an e-mail address; empty where nothing is. */
  public static Optional<String> faultOfEmail(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      return Optional.of("a text without @");
    }
    if (text.indexOf('@', at + 1) >= 0) {
      return Optional.of("a text with more than one @");
    }
    if (text.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
      return Optional.of("a text with blanks");
    }
    return at == 0 || at == text.length() - 1
        ? Optional.of("a text with nothing on one side of the @")
        : Optional.empty();
  }
}
