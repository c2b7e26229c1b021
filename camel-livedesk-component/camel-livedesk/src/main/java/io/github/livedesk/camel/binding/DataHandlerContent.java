// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.client.source.UnreadableFileException;
import io.github.livedesk.camel.model.FileContent;
import jakarta.activation.DataHandler;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.attachment.Attachment;

/** An attachment of a Camel message, which should give a new stream whenever it is asked. */
final class DataHandlerContent implements FileContent {

  private final Attachment attachment;
  private final FileContent file;

  /**
   * @param file its file on this machine; null where it has none
   */
  DataHandlerContent(Attachment attachment, FileContent file) {
    this.attachment = attachment;
    this.file = file;
  }

  Attachment attachment() {
    return attachment;
  }

  @Override
  public long length() throws IOException {
    return file == null ? UNKNOWN : file.length();
  }

  @Override
  public boolean isReplayable() {
    return true;
  }

  @Override
  public InputStream open() throws IOException {
    return file == null ? new Watched(stream(attachment.getDataHandler())) : file.open();
  }

  private static InputStream stream(DataHandler handler) throws IOException {
    InputStream stream = handler.getInputStream();
    if (stream == null) {
      throw new UnreadableFileException(
          "an attachment without content, its data source gives no stream",
          "attachments that give bytes");
    }
    if (!ReadStreams.add(stream)) {
      throw readBefore();
    }
    return stream;
  }

  private static UnreadableFileException readBefore() {
    return new UnreadableFileException(
        "an attachment that was read before and can't be read twice",
        "attachments that give their bytes again, such as jakarta.mail.util.ByteArrayDataSource");
  }

  /** Looks whether bytes that came once come again. */
  private final class Watched extends FilterInputStream {

    private boolean begun;

    Watched(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      check(value < 0);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int got = super.read(buffer, offset, length);
      check(got < 0);
      return got;
    }

    private void check(boolean end) throws UnreadableFileException {
      if (!begun && end && AttachmentMark.of(attachment).wasRead()) {
        throw readBefore();
      }
      if (!begun && !end) {
        AttachmentMark.of(attachment).read();
      }
      begun = true;
    }
  }
}
