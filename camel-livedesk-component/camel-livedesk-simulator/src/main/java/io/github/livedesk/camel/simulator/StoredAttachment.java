// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file of a stored message. One of a request of more than 256 KiB is on disk. */
public final class StoredAttachment {

  private final long id;
  private final String fileName;
  private final String contentType;
  private final Content content;

  /**
   * A file in memory.
   *
   * @param id unique in the simulator, from 1
   * @param fileName as the request named it
   * @param contentType exactly as the request said, or null
   * @param bytes the file
   */
  public StoredAttachment(long id, String fileName, String contentType, byte[] bytes) {
    this(id, fileName, contentType, Content.of(bytes));
  }

  StoredAttachment(long id, String fileName, String contentType, Content content) {
    this.id = id;
    this.fileName = fileName;
    this.contentType = contentType;
    this.content = content;
  }

  StoredAttachment withId(long given) {
    return new StoredAttachment(given, fileName, contentType, content);
  }

  /** Unique in the simulator, from 1. */
  public long id() {
    return id;
  }

  /** As the request named it. */
  public String fileName() {
    return fileName;
  }

  /** Exactly as the request said, or null; it decides what LiveDesk shows. */
  public String contentType() {
    return contentType;
  }

  /**
   * The file, up to 40 MiB.
   *
   * @throws UncheckedIOException when it was on disk and is gone: after {@link
   *     LiveDeskSimulator#reset} and {@link LiveDeskSimulator#close}, or where the simulator has no
   *     room for it any more
   */
  public byte[] bytes() {
    return content.bytes();
  }

  /**
   * {@code image}, {@code audio}, {@code video} or {@code file}: by the content type alone, and by
   * its exact spelling: {@code IMAGE/PNG} and {@code image/png; name=x} are files.
   */
  public String fileType() {
    return FileTypes.of(contentType);
  }

  /**
   * The bytes as UTF-8 text.
   *
   * @throws UncheckedIOException as {@link #bytes}
   */
  public String text() {
    return new String(bytes(), UTF_8);
  }

  Content content() {
    return content;
  }

  /** What its name and type take of the memory, roughly, in bytes. */
  long headSize() {
    return 2L * (fileName.length() + (contentType == null ? 0 : contentType.length()));
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
    json.put("file_size", content.size());
    json.put("width", null);
    json.put("height", null);
    return json;
  }

  /** Never its bytes. */
  @Override
  public String toString() {
    return fileName + " (" + contentType + ", " + content.size() + " bytes)";
  }
}
