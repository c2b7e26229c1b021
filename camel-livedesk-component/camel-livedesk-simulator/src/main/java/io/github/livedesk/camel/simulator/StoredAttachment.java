// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.simulator.content.Content;
import io.github.livedesk.camel.simulator.store.Attachment;
import java.io.UncheckedIOException;

/** A file of a stored message. One of a request of more than 256 KiB is on disk. */
public final class StoredAttachment {

  private final Attachment attachment;

  /**
   * A file in memory.
   *
   * @param id unique in the simulator, from 1
   * @param fileName as the request named it
   * @param contentType exactly as the request said, or null
   * @param bytes the file
   */
  public StoredAttachment(long id, String fileName, String contentType, byte[] bytes) {
    this(new Attachment(id, fileName, contentType, Content.of(bytes)));
  }

  StoredAttachment(Attachment attachment) {
    this.attachment = attachment;
  }

  /** Unique in the simulator, from 1. */
  public long id() {
    return attachment.id();
  }

  /** As the request named it. */
  public String fileName() {
    return attachment.fileName();
  }

  /** Exactly as the request said, or null; it decides what LiveDesk shows. */
  public String contentType() {
    return attachment.contentType();
  }

  /**
   * The file, up to 40 MiB.
   *
   * @throws UncheckedIOException when it was on disk and is gone: after {@link
   *     LiveDeskSimulator#reset} and {@link LiveDeskSimulator#close}, or where the simulator has no
   *     room for it any more
   */
  public byte[] bytes() {
    return attachment.content().bytes();
  }

  /**
   * {@code image}, {@code audio}, {@code video} or {@code file}: by the content type alone, and by
   * its exact spelling: {@code IMAGE/PNG} and {@code image/png; name=x} are files.
   */
  public String fileType() {
    return attachment.fileType();
  }

  /**
   * The bytes as UTF-8 text.
   *
   * @throws UncheckedIOException as {@link #bytes}
   */
  public String text() {
    return new String(bytes(), UTF_8);
  }

  /** Whether it is the same stored file: it may be looked at more than once. */
  @Override
  public boolean equals(Object other) {
    return other instanceof StoredAttachment same && attachment.equals(same.attachment);
  }

  @Override
  public int hashCode() {
    return attachment.hashCode();
  }

  /** Never its bytes. */
  @Override
  public String toString() {
    return fileName() + " (" + contentType() + ", " + attachment.content().size() + " bytes)";
  }
}
