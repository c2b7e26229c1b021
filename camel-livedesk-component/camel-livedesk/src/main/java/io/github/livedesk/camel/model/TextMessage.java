// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text message as the API takes it (API document, "Text message request"). Start with {@link
 * #of(String)}:
 *
 * <pre>{@code TextMessage.of("Parcel is on its way").replyTo(29)}</pre>
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

  /** A message with this text, and nothing else said. */
  public static TextMessage of(String content) {
    return new TextMessage(content, null, Map.of());
  }

  /** The same message as a note that only agents see. */
  public TextMessage asPrivateNote() {
    return new TextMessage(content, true, contentAttributes);
  }

  /**
   * The same message as a reply.
   *
   * @param messageId id of a message of the same conversation, 1 or more
   */
  public TextMessage replyTo(long messageId) {
    var attributes = new LinkedHashMap<>(contentAttributes);
    attributes.put(IN_REPLY_TO, messageId);
    return new TextMessage(content, privateNote, attributes);
  }

  /** Says what kind of message it is; never its text. */
  @Override
  public String toString() {
    return "TextMessage[private=" + privateNote + "]";
  }
}
