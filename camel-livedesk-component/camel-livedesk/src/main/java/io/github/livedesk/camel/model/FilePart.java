// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import java.util.Objects;

/**
 * One file of a message.
 *
 * @param content its bytes
 * @param name what the customer sees; null for {@code attachment} with the ending of its type, and
 *     counted where a message has several without a name: {@code attachment-1.png}
 * @param contentType such as {@code image/png}; null to tell it from the name, then from the first
 *     bytes. LiveDesk shows an image or plays a sound by it
 */
public record FilePart(FileContent content, String name, String contentType) {

  public FilePart {
    Objects.requireNonNull(content, "content");
  }

  /** Never its name. */
  @Override
  public String toString() {
    return "FilePart[contentType=" + contentType + "]";
  }
}
