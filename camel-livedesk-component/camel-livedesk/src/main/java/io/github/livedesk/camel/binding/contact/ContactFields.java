// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding.contact;

import io.github.livedesk.camel.binding.Given;
import io.github.livedesk.camel.binding.JsonCopy;
import io.github.livedesk.camel.binding.MessageFields;
import io.github.livedesk.camel.binding.ResourceOptions;
import io.github.livedesk.camel.model.Unicode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The fields of a contact, each from header, then body, then option, checked. */
final class ContactFields {

  private static final List<String> KEYS = List.of("identifier", "email", "phone_number");

  private final ResourceOptions reader;
  private final ContactBody body;
  private final Map<String, Object> json = new LinkedHashMap<>();

  private ContactFields(ResourceOptions reader, ContactBody body) {
    this.reader = reader;
    this.body = body;
  }

  /**
   * By the API's names, without the inbox.
   *
   * @param emptied whether a null that the body names stays one, for it empties the field
   */
  static Map<String, Object> read(ResourceOptions reader, ContactBody body, boolean emptied) {
    var fields = new ContactFields(reader, body);
    fields.text("name", ContactOption.NAME);
    fields.text("email", ContactOption.EMAIL);
    fields.text("phone_number", ContactOption.PHONE_NUMBER);
    fields.text("identifier", ContactOption.IDENTIFIER);
    fields.text("avatar_url", ContactOption.AVATAR_URL);
    fields.put("blocked", Given.flag(reader, "blocked", body.fields().get("blocked")));
    fields.attributes("custom_attributes");
    fields.attributes("additional_attributes");
    if (emptied) {
      body.fields()
          .forEach(
              (name, value) -> {
                if (value == null && !name.equals("inbox_id")) {
                  fields.json.putIfAbsent(name, null);
                }
              });
    }
    return fields.json;
  }

  /** Whether one of the keys is there that a contact can be found by. */
  static boolean haveKey(Map<String, Object> fields) {
    return KEYS.stream().anyMatch(fields::containsKey);
  }

  private void text(String field, ContactOption option) {
    Object value = reader.header(option.header());
    String name = option.header();
    if (value == null) {
      value = body.fields().get(field);
      name = field;
    }
    if (value == null) {
      value = reader.option(option.optionName());
      name = option.optionName();
    }
    if (value == null) {
      return;
    }
    String text =
        field.equals("identifier")
            ? Given.textOrNumber(reader, name, value, "a text, or a whole number")
            : Given.text(reader, name, value, takes(field));
    if (text.isEmpty() || (isName(field) && Unicode.isBlank(text))) {
      return;
    }
    check(field, name, text);
    json.put(field, text);
  }

  private static boolean isName(String field) {
    return field.equals("name") || field.equals("identifier");
  }

  private static String takes(String field) {
    return switch (field) {
      case "phone_number" -> ContactRules.PHONE;
      case "email" -> ContactRules.EMAIL;
      default -> "text";
    };
  }

  private void check(String field, String name, String text) {
    MessageFields.checkText(reader, name, text);
    Optional<String> fault =
        switch (field) {
          case "phone_number" -> ContactRules.faultOfPhone(text);
          case "email" -> ContactRules.faultOfEmail(text);
          default -> Optional.<String>empty();
        };
    fault.ifPresent(
        found -> {
          throw reader.wrong(name, found, takes(field));
        });
  }

  private void attributes(String field) {
    Object value = body.fields().get(field);
    if (value != null) {
      Map<String, Object> copy = JsonCopy.of(reader, field, Given.object(reader, field, value));
      put(field, copy.isEmpty() ? null : copy);
    }
  }

  private void put(String field, Object value) {
    if (value != null) {
      json.put(field, value);
    }
  }

  /**
   * Refuses a body that names another contact than header or option do: nobody knows which of them
   * is meant.
   */
  static void checkSame(ResourceOptions reader, ContactBody body) {
    checkSame(reader, body, "identifier", ContactOption.IDENTIFIER);
    checkSame(reader, body, "email", ContactOption.EMAIL);
    checkSame(reader, body, "phone_number", ContactOption.PHONE_NUMBER);
  }

  private static void checkSame(
      ResourceOptions reader, ContactBody body, String field, ContactOption option) {
    Object outside = reader.headerOr(option.header(), option.optionName());
    Object inBody = body.fields().get(field);
    if (outside == null || inBody == null) {
      return;
    }
    String one = Objects.toString(outside);
    String other = Objects.toString(inBody);
    boolean isSame = field.equals("email") ? one.equalsIgnoreCase(other) : one.equals(other);
    if (!isSame && !one.isEmpty() && !other.isEmpty()) {
      throw reader.wrong(field, "one value in the body, another outside", "the same in both");
    }
  }
}
