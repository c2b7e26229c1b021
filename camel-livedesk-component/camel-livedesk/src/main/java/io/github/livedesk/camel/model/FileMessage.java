// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files for a conversation (API document, "Image/audio/file request"):
 *
 * <pre>{@code
 * FileMessage.builder().file(Path.of("offer.pdf")).content("Our offer").build()
 * }</pre>
 *
 * @param files one or more
 * @param content the text that goes along, or null
 * @param privateNote true for files that only agents see; null leaves it to header and option
 * @param contentAttributes such as {@code in_reply_to}; never null
 */
public record FileMessage(
    List<FilePart> files,
    String content,
    Boolean privateNote,
    Map<String, Object> contentAttributes) {

  public FileMessage {
    files = List.copyOf(files);
    contentAttributes = Collections.unmodifiableMap(new LinkedHashMap<>(contentAttributes));
  }

  /** A message without files yet, for the customer. */
  public static Builder builder() {
    return new Builder();
  }

  /** Says how many files; never their names or the text. */
  @Override
  public String toString() {
    return "FileMessage[files=" + files.size() + ", private=" + privateNote + "]";
  }

  /** Collects files, and what is said of them. */
  public static final class Builder {

    private final List<FilePart> files = new ArrayList<>();
    private final Map<String, Object> contentAttributes = new LinkedHashMap<>();
    private String content;
    private Boolean privateNote;

    private Builder() {}

    /** Adds a file under its own name. */
    public Builder file(Path file) {
      Path name = file.getFileName();
      return file(new FilePart(FileContent.of(file), name == null ? null : name.toString(), null));
    }

    /** Adds bytes under a name. */
    public Builder file(String name, byte[] bytes) {
      return file(new FilePart(FileContent.of(bytes), name, null));
    }

    /** Adds a stream under a name; it is read once and closed. */
    public Builder file(String name, InputStream stream) {
      return file(new FilePart(FileContent.of(stream, FileContent.UNKNOWN), name, null));
    }

    /** Adds a file. */
    public Builder file(FilePart file) {
      files.add(file);
      return this;
    }

    /** The text that goes along. */
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
      contentAttributes.put(TextMessage.IN_REPLY_TO, messageId);
      return this;
    }

    /** The message; without a file it is refused when it is sent. */
    public FileMessage build() {
      return new FileMessage(files, content, privateNote, contentAttributes);
    }
  }
}
