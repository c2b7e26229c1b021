// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding.contact;

import io.github.livedesk.camel.LiveDeskConstants;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The options about one contact or search: each has a header too, which beats it. */
public enum ContactOption {
  INBOX_ID("inboxId", LiveDeskConstants.INBOX_ID),
  CONTACT_ID("contactId", LiveDeskConstants.CONTACT_ID),
  NAME("name", LiveDeskConstants.CONTACT_NAME),
  EMAIL("email", LiveDeskConstants.CONTACT_EMAIL),
  PHONE_NUMBER("phoneNumber", LiveDeskConstants.CONTACT_PHONE_NUMBER),
  IDENTIFIER("identifier", LiveDeskConstants.CONTACT_IDENTIFIER),
  AVATAR_URL("avatarUrl", LiveDeskConstants.CONTACT_AVATAR_URL),
  QUERY("query", LiveDeskConstants.QUERY),
  PAGE("page", LiveDeskConstants.PAGE);

  /** Options of an endpoint that have no header. */
  private static final List<String> OF_ENDPOINT = List.of("op", "labels", "sort", "direction");

  private final String optionName;
  private final String header;

  ContactOption(String optionName, String header) {
    this.optionName = optionName;
    this.header = header;
  }

  String optionName() {
    return optionName;
  }

  String header() {
    return header;
  }

  /** The headers, by the names of the options. */
  public static Map<String, String> headers() {
    return Arrays.stream(values())
        .collect(Collectors.toMap(ContactOption::optionName, ContactOption::header));
  }

  /** The names of those that only an endpoint has. */
  public static List<String> namesOfEndpoint() {
    return OF_ENDPOINT;
  }
}
