// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.store;

import io.github.livedesk.camel.simulator.content.Content;

/** A file of a message, as the store has it; equal only to itself. */
public final class Attachment {

  private final long id;
  private final String fileName;
  private final String contentType;
  private final Content content;

  /**
   * A file.
   *
   * @param id from 1; 0 as long as it is not stored
   * @param fileName as the request named it
   * @param contentType exactly as the request said, or null
   */
  public Attachment(long id, String fileName, String contentType, Content content) {
    this.id = id;
    this.fileName = fileName;
    this.contentType = contentType;
    this.content = content;
  }

  Attachment withId(long given) {
    return new Attachment(given, fileName, contentType, content);
  }

  public long id() {
    return id;
  }

  public String fileName() {
    return fileName;
  }

  public String contentType() {
    return contentType;
  }

  public Content content() {
    return content;
  }

  /** {@code image}, {@code audio}, {@code video} or {@code file}. */
  public String fileType() {
    return FileTypes.of(contentType);
  }

  /** What its name and type take of the memory, roughly, in bytes. */
  long headSize() {
    return 2L * (fileName.length() + (contentType == null ? 0 : contentType.length()));
  }

  /** Where the simulator serves it, relative to its URL. */
  public String path() {
    return "/rails/active_storage/blobs/redirect/" + id;
  }
}
