// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text message as the API takes it (API document, "Text message request"):
 *
 * <pre>{@code
 * TextMessage.builder().content("Parcel is on its way").replyTo(29).build()
 * }</pre>
 *
 * @param content the text; required and not blank when it is sent
 * @param privateNote JSON {@code private}: true for a note that only agents see; null leaves it to
 *     header and option, then false
 * @param contentAttributes JSON {@code content_attributes}; never null, empty when there are none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TextMessage(
    @JsonProperty("content") String content,
    @JsonProperty("private") Boolean privateNote,
    @JsonProperty("content_attributes") Map<String, Object> contentAttributes) {

  /** The content attribute that names the message replied to. */
  public static final String IN_REPLY_TO = "in_reply_to";

  public TextMessage {
    contentAttributes =
        contentAttributes == null || contentAttributes.isEmpty()
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(contentAttributes));
  }

  /** A message without text yet, for the customer. */
  public static Builder builder() {
    return new Builder();
  }

  /** Says what kind of message it is; never its text. */
  @Override
  public String toString() {
    return "TextMessage[private=" + privateNote + "]";
  }

  /** Collects what a message says of itself. */
  public static final class Builder {

    private final Map<String, Object> contentAttributes = new LinkedHashMap<>();
    private String content;
    private Boolean privateNote;

    private Builder() {}

    /** The text. */
    public Builder content(String text) {
      this.content = text;
      return this;
    }

    /** Only agents see it. */
    public Builder asPrivateNote() {
      this.privateNote = true;
      return this;
    }

    /**
     * As a reply.
     *
     * @param messageId id of a message of the same conversation, 1 or more
     */
    public Builder replyTo(long messageId) {
      contentAttributes.put(IN_REPLY_TO, messageId);
      return this;
    }

    /** The message; without a text it is refused when it is sent. */
    public TextMessage build() {
      return new TextMessage(content, privateNote, contentAttributes);
    }
  }
}
