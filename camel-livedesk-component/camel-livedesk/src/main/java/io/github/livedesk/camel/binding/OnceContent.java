// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.client.source.UnreadableFileException;
import io.github.livedesk.camel.model.FileContent;
import java.io.IOException;
import java.io.InputStream;

/** A file that can be read once, and says so where it is read again by another send. */
final class OnceContent implements FileContent {

  private final FileContent content;

  OnceContent(FileContent content) {
    this.content = content;
  }

  @Override
  public long length() throws IOException {
    return content.length();
  }

  @Override
  public boolean isReplayable() {
    return false;
  }

  @Override
  public boolean isInMemory() {
    return content.isInMemory();
  }

  /**
   * Opens it for the one time.
   *
   * @throws UnreadableFileException where a send has read it before
   */
  @Override
  public InputStream open() throws IOException {
    InputStream stream = content.open();
    boolean first = ReadStreams.add(content);
    if (!ReadStreams.add(stream) || !first) {
      throw new UnreadableFileException(ReadStreams.FOUND, ReadStreams.TAKES);
    }
    return stream;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
