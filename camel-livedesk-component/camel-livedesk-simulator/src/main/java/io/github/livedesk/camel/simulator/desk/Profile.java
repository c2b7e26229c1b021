// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.desk;

import io.github.livedesk.camel.simulator.store.Sizes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is known of a contact. The server keeps an e-mail in lower case, and no empty e-mail or
 * phone.
 *
 * @param name or null
 * @param email or null
 * @param phoneNumber or null
 * @param identifier or null
 * @param avatarUrl or null
 */
public record Profile(
    String name,
    String email,
    String phoneNumber,
    String identifier,
    String avatarUrl,
    boolean blocked,
    Map<String, Object> additionalAttributes,
    Map<String, Object> customAttributes,
    List<String> labels) {

  public static final Profile EMPTY =
      new Profile(null, null, null, null, null, false, Map.of(), Map.of(), List.of());

  public Profile {
    email = email == null || email.isEmpty() ? null : email.toLowerCase(Locale.ROOT);
    phoneNumber = phoneNumber == null || phoneNumber.isEmpty() ? null : phoneNumber;
    additionalAttributes = copy(additionalAttributes);
    customAttributes = copy(customAttributes);
    labels = List.copyOf(labels);
  }

  /** Values may be null. */
  private static Map<String, Object> copy(Map<String, Object> attributes) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /**
   * The same with other values. Attributes are merged at the top level; where their whole is null,
   * or whether a contact is blocked, nothing changes.
   *
   * @param changes by the names of the API; a value that is null empties the field
   */
  public Profile with(Map<String, Object> changes) {
    return new Profile(
        text(changes, "name", name),
        text(changes, "email", email),
        text(changes, "phone_number", phoneNumber),
        text(changes, "identifier", identifier),
        text(changes, "avatar_url", avatarUrl),
        changes.get("blocked") instanceof Boolean other ? other : blocked,
        merged(additionalAttributes, changes.get("additional_attributes")),
        merged(customAttributes, changes.get("custom_attributes")),
        labels);
  }

  /** The same with labels, which no documented call gives. */
  public Profile withLabels(List<String> given) {
    return new Profile(
        name,
        email,
        phoneNumber,
        identifier,
        avatarUrl,
        blocked,
        additionalAttributes,
        customAttributes,
        given);
  }

  private static String text(Map<String, Object> changes, String field, String otherwise) {
    return changes.containsKey(field) ? (String) changes.get(field) : otherwise;
  }

  private static Map<String, Object> merged(Map<String, Object> attributes, Object changes) {
    Map<String, Object> merged = new LinkedHashMap<>(attributes);
    if (changes instanceof Map<?, ?> others) {
      others.forEach((member, value) -> merged.put((String) member, value));
    }
    return merged;
  }

  /** Whether the server lists and finds it at all. */
  boolean hasKey() {
    return hasText(email) || hasText(phoneNumber) || hasText(identifier);
  }

  static boolean hasText(String value) {
    return value != null && !value.isEmpty();
  }

  /** What it takes of the memory, roughly, in bytes. */
  long size() {
    return Sizes.of(name)
        + Sizes.of(email)
        + Sizes.of(phoneNumber)
        + Sizes.of(identifier)
        + Sizes.of(avatarUrl)
        + Sizes.of(additionalAttributes)
        + Sizes.of(customAttributes);
  }
}
