// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.desk;

import io.github.livedesk.camel.simulator.store.ApiError;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What the server checks before it stores a contact: the form of values, and that keys are unique.
 */
final class ContactValidator {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{1,14}");
  private static final int LONGEST = 255;

  private final Map<String, String> wrong = new LinkedHashMap<>();

  private ContactValidator() {}

  /**
   * Checks a contact.
   *
   * @param others all that there are but for the one that is changed
   */
  static void check(Profile profile, Collection<Contact> others) throws ApiError {
    var found = new ContactValidator();
    found.checkForm(profile);
    found.checkIsUnique(profile, others);
    if (!found.wrong.isEmpty()) {
      throw ApiError.invalid(found.wrong);
    }
  }

  private void checkForm(Profile profile) {
    refuseIf(isTooLong(profile.name()), "name", "Name is too long (maximum is 255 characters)");
    String email = profile.email();
    refuseIf(isTooLong(email), "email", "Email is too long (maximum is 255 characters)");
    refuseIf(email != null && !EMAIL.matcher(email).matches(), "email", "Email Invalid email");
    String phone = profile.phoneNumber();
    refuseIf(
        phone != null && !PHONE.matcher(phone).matches(),
        "phone_number",
        "Phone number should be in e164 format");
    refuseIf(
        isTooLong(profile.identifier()),
        "identifier",
        "Identifier is too long (maximum is 255 characters)");
  }

  /** An empty identifier passes here, and is unique in the database alone. */
  private void checkIsUnique(Profile profile, Collection<Contact> others) {
    refuseIf(isTaken(profile, others, Profile::email), "email", "Email has already been taken");
    refuseIf(
        isTaken(profile, others, Profile::phoneNumber),
        "phone_number",
        "Phone number has already been taken");
    refuseIf(
        Profile.hasText(profile.identifier()) && isTaken(profile, others, Profile::identifier),
        "identifier",
        "Identifier has already been taken");
  }

  /** Whether another contact has the same value. */
  static boolean isTaken(
      Profile profile, Collection<Contact> others, Function<Profile, String> key) {
    String value = key.apply(profile);
    return value != null
        && others.stream().anyMatch(other -> Objects.equals(key.apply(other.profile()), value));
  }

  private static boolean isTooLong(String text) {
    return text != null && text.codePointCount(0, text.length()) > LONGEST;
  }

  private void refuseIf(boolean condition, String attribute, String sentence) {
    if (condition) {
      wrong.putIfAbsent(attribute, sentence);
    }
  }
}
