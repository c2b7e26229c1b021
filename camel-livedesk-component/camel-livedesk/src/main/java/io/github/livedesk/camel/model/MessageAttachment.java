// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A file of a stored message (API document, "attachments"). Every field may be null but {@code
 * other}.
 *
 * @param id attachment id
 * @param messageId the message it belongs to
 * @param fileType {@code image}, {@code audio}, {@code video}, {@code file}; others may come
 * @param accountId the account
 * @param extension ending of the file name
 * @param dataUrl where the file can be fetched; whoever has the link can
 * @param thumbUrl small picture, images only
 * @param fileSize bytes
 * @param width pixels, images only
 * @param height pixels, images only
 * @param other what else LiveDesk sent, by its JSON name
 */
public record MessageAttachment(
    Long id,
    Long messageId,
    String fileType,
    Long accountId,
    String extension,
    String dataUrl,
    String thumbUrl,
    Long fileSize,
    Integer width,
    Integer height,
    Map<String, Object> other) {

  /** Reads the API's JSON object. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static MessageAttachment of(Map<String, Object> json) {
    var fields = new JsonFields(json);
    return new MessageAttachment(
        fields.takeLong("id"),
        fields.takeLong("message_id"),
        fields.takeText("file_type"),
        fields.takeLong("account_id"),
        fields.takeText("extension"),
        fields.takeText("data_url"),
        fields.takeText("thumb_url"),
        fields.takeLong("file_size"),
        fields.takeInteger("width"),
        fields.takeInteger("height"),
        fields.rest());
  }

  /** The API's JSON object, without the fields that are null. */
  @JsonValue
  public Map<String, Object> toMap() {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id);
    json.put("message_id", messageId);
    json.put("file_type", fileType);
    json.put("account_id", accountId);
    json.put("extension", extension);
    json.put("data_url", dataUrl);
    json.put("thumb_url", thumbUrl);
    json.put("file_size", fileSize);
    json.put("width", width);
    json.put("height", height);
    json.putAll(other);
    json.values().removeIf(Objects::isNull);
    return json;
  }

  /** Says which file by id; its links open it for everybody, so they are not shown. */
  @Override
  public String toString() {
    return "MessageAttachment[id=" + id + ", fileType=" + fileType + "]";
  }
}
