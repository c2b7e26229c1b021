// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.contact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a contact is to have, for {@code op=create}, {@code update} and {@code ensure}:
 *
 * <pre>{@code
 * ContactRequest.builder().inboxId(702).name("Ravi Patel").phoneNumber("+6581234567").build()
 * }</pre>
 *
 * What is null or empty is not sent. To empty a field, give {@code op=update} a Map with a null.
 *
 * @param inboxId JSON {@code inbox_id}, 1 or more: the inbox that the contact gets a session in
 * @param name as agents see it
 * @param email one {@code @} and no blanks
 * @param phoneNumber JSON {@code phone_number}: {@code +} and 2 to 15 digits
 * @param identifier the customer's number or name in a system of yours
 * @param avatarUrl JSON {@code avatar_url}: address of a picture
 * @param customAttributes JSON {@code custom_attributes}; never null, empty when there are none
 * @param additionalAttributes JSON {@code additional_attributes}; never null
 */
public record ContactRequest(
    Long inboxId,
    String name,
    String email,
    String phoneNumber,
    String identifier,
    String avatarUrl,
    Map<String, Object> customAttributes,
    Map<String, Object> additionalAttributes) {

  public ContactRequest {
    customAttributes = copy(customAttributes);
    additionalAttributes = copy(additionalAttributes);
  }

  private static Map<String, Object> copy(Map<String, Object> attributes) {
    return attributes == null || attributes.isEmpty()
        ? Map.of()
        : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** A contact of which nothing is known yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Says which inbox; nothing about the person. */
  @Override
  public String toString() {
    return "ContactRequest[inboxId=" + inboxId + "]";
  }

  /** Collects what a contact is to have. */
  public static final class Builder {

    private final Map<String, Object> customAttributes = new LinkedHashMap<>();
    private final Map<String, Object> additionalAttributes = new LinkedHashMap<>();
    private Long inboxId;
    private String name;
    private String email;
    private String phoneNumber;
    private String identifier;
    private String avatarUrl;

    private Builder() {}

    /** The inbox, 1 or more. */
    public Builder inboxId(long id) {
      this.inboxId = id;
      return this;
    }

    /** As agents see it. */
    public Builder name(String text) {
      this.name = text;
      return this;
    }

    /** One {@code @} and no blanks. */
    public Builder email(String address) {
      this.email = address;
      return this;
    }

    /** {@code +} and 2 to 15 digits. */
    public Builder phoneNumber(String number) {
      this.phoneNumber = number;
      return this;
    }

    /** The customer's number or name in a system of yours. */
    public Builder identifier(String text) {
      this.identifier = text;
      return this;
    }

    /** Address of a picture. */
    public Builder avatarUrl(String url) {
      this.avatarUrl = url;
      return this;
    }

    /** One more custom attribute: text, number, boolean, list or map. */
    public Builder customAttribute(String attribute, Object value) {
      customAttributes.put(attribute, value);
      return this;
    }

    /** One more additional attribute, such as {@code city}. */
    public Builder additionalAttribute(String attribute, Object value) {
      additionalAttributes.put(attribute, value);
      return this;
    }

    /** The request; what it lacks is filled in from headers and options when it is sent. */
    public ContactRequest build() {
      return new ContactRequest(
          inboxId,
          name,
          email,
          phoneNumber,
          identifier,
          avatarUrl,
          customAttributes,
          additionalAttributes);
    }
  }
}
