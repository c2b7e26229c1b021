// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.contact;

import io.github.livedesk.camel.model.contact.LiveDeskContact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A value that a contact is told by.
 *
 * @param kind which one
 * @param value not empty
 */
record ContactKey(Kind kind, String value) {

  /** From the one that says most to the one that says least: a family may share a phone. */
  enum Kind {
    IDENTIFIER("identifier") {
      @Override
      String of(LiveDeskContact contact) {
        return contact.identifier();
      }
    },

    /** LiveDesk stores it in lower case, and tells no cases apart. */
    EMAIL("email") {
      @Override
      String of(LiveDeskContact contact) {
        return contact.email();
      }

      @Override
      String normal(String text) {
        return text.toLowerCase(Locale.ROOT);
      }
    },

    PHONE_NUMBER("phone_number") {
      @Override
      String of(LiveDeskContact contact) {
        return contact.phoneNumber();
      }
    };

    private final String field;

    Kind(String field) {
      this.field = field;
    }

    abstract String of(LiveDeskContact contact);

    /** The same for values that are equal. */
    String normal(String text) {
      return text;
    }
  }

  /** The keys in a request's JSON, from the strongest to the weakest. */
  static List<ContactKey> given(Map<String, Object> json) {
    List<ContactKey> keys = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (json.get(kind.field) instanceof String value && !value.isEmpty()) {
        keys.add(new ContactKey(kind, value));
      }
    }
    return keys;
  }

  /** The API's name of it. */
  String field() {
    return kind.field;
  }

  /** Whether no two contacts can have one value of it: the server makes sure of that. */
  boolean isUnique() {
    return kind != Kind.PHONE_NUMBER;
  }

  /** Whether a contact has this whole value. */
  boolean isOf(LiveDeskContact contact) {
    String found = kind.of(contact);
    return found != null && kind.normal(found).equals(kind.normal(value));
  }

  /** Whether a contact has another value in its place; none is no other. */
  boolean differs(LiveDeskContact contact) {
    String found = kind.of(contact);
    return found != null && !found.isEmpty() && !isOf(contact);
  }

  /** Equal for equal values, whatever their case where that does not matter. */
  String turn() {
    return kind.field + ":" + kind.normal(value);
  }

  /** Never the value. */
  @Override
  public String toString() {
    return "ContactKey[" + kind.field + "]";
  }
}
