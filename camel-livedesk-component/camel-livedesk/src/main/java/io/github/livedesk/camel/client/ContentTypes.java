package io.github.livedesk.camel.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/**
 * The content type of a file. LiveDesk decides by it, and by nothing else, whether it shows an
 * image, plays a sound or offers a file.
 */
final class ContentTypes {

  static final String UNKNOWN = "application/octet-stream";

  private static final int FIRST_BYTES = 8 * 1024;
  private static final Tika TIKA = new Tika();

  private ContentTypes() {}

  /** By the name's ending; {@link #UNKNOWN} when it says nothing. */
  static String ofName(String name) {
    return name == null ? UNKNOWN : TIKA.detect(name);
  }

  /** By the first bytes. */
  static String ofBytes(ByteBuffer piece) {
    byte[] first = new byte[Math.min(piece.remaining(), FIRST_BYTES)];
    piece.duplicate().get(first);
    return TIKA.detect(first);
  }

  /** By the first bytes of a stream, which is closed. */
  static String ofBytes(InputStream stream) throws IOException {
    try (stream) {
      return TIKA.detect(stream.readNBytes(FIRST_BYTES));
    }
  }

  /** The usual ending with its dot; empty when there is none. */
  static String ending(String contentType) {
    try {
      return MimeTypes.getDefaultMimeTypes().forName(contentType).getExtension();
    } catch (MimeTypeException notAType) {
      return "";
    }
  }
}
