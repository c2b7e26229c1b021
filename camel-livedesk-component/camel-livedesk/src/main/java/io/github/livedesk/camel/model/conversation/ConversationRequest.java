// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.conversation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A conversation to be made (API document, "Create conversation"):
 *
 * <pre>{@code
 * ConversationRequest.builder().inboxId(702).contactId(42900017).build()
 * }</pre>
 *
 * @param inboxId JSON {@code inbox_id}, 1 or more
 * @param contactId JSON {@code contact_id}, 1 or more, or null
 * @param sourceId JSON {@code source_id}: the contact's session in that inbox, or null
 * @param customAttributes JSON {@code custom_attributes}; never null, empty when there are none
 * @param additionalAttributes JSON {@code additional_attributes}; never null
 */
public record ConversationRequest(
    Long inboxId,
    Long contactId,
    String sourceId,
    Map<String, Object> customAttributes,
    Map<String, Object> additionalAttributes) {

  public ConversationRequest {
    customAttributes = copy(customAttributes);
    additionalAttributes = copy(additionalAttributes);
  }

  private static Map<String, Object> copy(Map<String, Object> attributes) {
    return attributes == null || attributes.isEmpty()
        ? Map.of()
        : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** A conversation of which nothing is known yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Says which inbox and contact; never the session's id. */
  @Override
  public String toString() {
    return "ConversationRequest[inboxId=" + inboxId + ", contactId=" + contactId + "]";
  }

  /** Collects what a conversation is to have. */
  public static final class Builder {

    private final Map<String, Object> customAttributes = new LinkedHashMap<>();
    private final Map<String, Object> additionalAttributes = new LinkedHashMap<>();
    private Long inboxId;
    private Long contactId;
    private String sourceId;

    private Builder() {}

    /** The inbox, 1 or more. */
    public Builder inboxId(long id) {
      this.inboxId = id;
      return this;
    }

    /** The contact, 1 or more. */
    public Builder contactId(long id) {
      this.contactId = id;
      return this;
    }

    /** The contact's session in the inbox. */
    public Builder sourceId(String id) {
      this.sourceId = id;
      return this;
    }

    /** One more custom attribute: text, number, boolean, list or map. */
    public Builder customAttribute(String attribute, Object value) {
      customAttributes.put(attribute, value);
      return this;
    }

    /** One more additional attribute. */
    public Builder additionalAttribute(String attribute, Object value) {
      additionalAttributes.put(attribute, value);
      return this;
    }

    /** The request; what it lacks is filled in from headers and options when it is sent. */
    public ConversationRequest build() {
      return new ConversationRequest(
          inboxId, contactId, sourceId, customAttributes, additionalAttributes);
    }
  }
}
