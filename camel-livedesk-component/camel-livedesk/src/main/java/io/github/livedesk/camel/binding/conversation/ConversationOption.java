// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding.conversation;

import io.github.livedesk.camel.LiveDeskConstants;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The options about one conversation: each has a header too, which beats it. */
public enum ConversationOption {
  CONVERSATION_ID("conversationId", LiveDeskConstants.CONVERSATION_ID),
  INBOX_ID("inboxId", LiveDeskConstants.INBOX_ID),
  CONTACT_ID("contactId", LiveDeskConstants.CONTACT_ID),
  SOURCE_ID("sourceId", LiveDeskConstants.SOURCE_ID),
  STATUS("status", LiveDeskConstants.CONVERSATION_STATUS),
  SNOOZED_UNTIL("snoozedUntil", LiveDeskConstants.SNOOZED_UNTIL);

  private final String optionName;
  private final String header;

  ConversationOption(String optionName, String header) {
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
        .collect(Collectors.toMap(ConversationOption::optionName, ConversationOption::header));
  }
}
