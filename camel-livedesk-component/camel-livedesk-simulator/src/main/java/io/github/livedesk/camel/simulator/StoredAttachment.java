// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file of a stored message.
 *
 * @param id unique in the simulator, from 1
 * @param fileName as the request named it
 * @param contentType exactly as the request said, or null; it decides what LiveDesk shows
 * @param bytes the file
 */
@SuppressWarnings("ArrayRecordComponent") // a file, not a value to compare
public record StoredAttachment(long id, String fileName, String contentType, byte[] bytes) {

  /**
   * {@code image}, {@code audio}, {@code video} or {@code file}: by the content type alone, and by
   * its exact spelling: {@code IMAGE/PNG} and {@code image/png; name=x} are files.
   */
  public String fileType() {
    return FileTypes.of(contentType);
  }

  /** The bytes as UTF-8 text. */
  public String text() {
    return new String(bytes, UTF_8);
  }

  /** Where the simulator serves it, relative to its URL. */
  String path() {
    return "/rails/active_storage/blobs/redirect/" + id;
  }

  /** The documented reply (API document, "attachments"). */
  Map<String, Object> toJson(long messageId, String baseUrl) {
    String url = baseUrl + path();
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id);
    json.put("message_id", messageId);
    json.put("file_type", fileType());
    json.put("account_id", 14);
    json.put("extension", null);
    json.put("data_url", url);
    json.put("thumb_url", fileType().equals("image") ? url : "");
    json.put("file_size", bytes.length);
    json.put("width", null);
    json.put("height", null);
    return json;
  }

  /** Never its bytes. */
  @Override
  public String toString() {
    return fileName + " (" + contentType + ", " + bytes.length + " bytes)";
  }
}
