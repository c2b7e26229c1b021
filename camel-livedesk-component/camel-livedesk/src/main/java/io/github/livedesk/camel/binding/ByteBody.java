// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.client.media.ContentTypes;
import io.github.livedesk.camel.client.source.UnreadableFileException;
import io.github.livedesk.camel.model.UntrustedValues;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Names;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.apache.camel.StreamCache;

/** Bytes as a body: where nobody has said what they are, a text and a file must not be mixed up. */
final class ByteBody {

  /** No text that LiveDesk takes is longer: 150,000 characters of up to four bytes. */
  private static final int LONGEST_TEXT = 600_000;

  /** Of the longest text that is sent, where each character takes four. */
  private static final int MOST_BYTES = 4 * UntrustedValues.MOST_CHARACTERS;

  private static final int FIRST_BYTES = 512;

  private static final Set<String> FORMATS_IN_LETTERS =
      Set.of("application/pdf", "application/rtf");

  private static final String SVG = "image/svg+xml";

  private static final String TEXT =
      "a text in UTF-8, or in the charset that the exchange property CamelCharsetName names";

  private static final String BOTH_WAYS = "op=attachment to send a file; or " + TEXT;

  private ByteBody() {}

  /** Whether a body is bytes, and not characters or anything else. */
  static boolean isOne(Object body) {
    return body instanceof byte[]
        || body instanceof ByteBuffer
        || body instanceof ByteArrayOutputStream
        || body instanceof InputStream;
  }

  /** Whether the body is bytes, but none. */
  static boolean isEmpty(ExchangeOptions reader) {
    Object body = reader.body();
    return isOne(body)
        && (body instanceof InputStream stream ? reader.peek(stream, 1) : read(reader, body, 1))
                .length
            == 0;
  }

  /** Whether a name or a type beside the bytes says that they are a file. */
  static boolean isNamedAsFile(ExchangeOptions reader) {
    if (FileNaming.declaredName(reader) != null || FileNaming.isOwnTypeBroken(reader)) {
      return true;
    }
    String type = FileNaming.declaredType(reader);
    return type != null && !ContentTypes.isText(type);
  }

  /**
   * What the bytes are that nothing beside them tells: the same body where they are a file, their
   * text as a String where they are a text.
   *
   * @throws LiveDeskRequestException where they may be either, or can't be read
   */
  static Object textOrFile(ExchangeOptions reader, Object body) {
    byte[] bytes = read(reader, body, LONGEST_TEXT + 1);
    boolean isWhole = bytes.length <= LONGEST_TEXT;
    String type = ContentTypes.ofBytes(bytes);
    if (isFile(type, bytes) || isPicture(reader, type)) {
      return body instanceof InputStream stream && !(body instanceof StreamCache)
          ? whole(bytes, stream, isWhole)
          : body;
    }
    if (!isWhole) {
      throw reader.wrong(
          "body", "more than " + LONGEST_TEXT + " bytes, and nothing that says what", BOTH_WAYS);
    }
    String text = Decoding.text(reader, bytes);
    if (text.chars().anyMatch(ByteBody::isOfNoText)) {
      throw notText(reader);
    }
    return text;
  }

  /** What was read, and what follows, as one stream. */
  private static Object whole(byte[] read, InputStream rest, boolean isWhole) {
    return isWhole ? read : new SequenceInputStream(new ByteArrayInputStream(read), rest);
  }

  /**
   * By the first bytes. Where they are letters, only a format that is written in letters counts.
   */
  private static boolean isFile(String type, byte[] bytes) {
    return type != null
        && !ContentTypes.isText(type)
        && (FORMATS_IN_LETTERS.contains(type) || !isLetters(bytes));
  }

  /** A picture in letters. Where the route, or a type, calls it a text, it is one. */
  private static boolean isPicture(ExchangeOptions reader, String type) {
    return SVG.equals(type) && FileNaming.declaredType(reader) == null;
  }

  private static boolean isLetters(byte[] bytes) {
    var start = ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, FIRST_BYTES));
    var text = CharBuffer.allocate(FIRST_BYTES);
    // The last character may be cut: that is no error here.
    boolean isText = !StandardCharsets.UTF_8.newDecoder().decode(start, text, false).isError();
    return isText && text.flip().chars().noneMatch(ByteBody::isOfNoText);
  }

  private static boolean isOfNoText(int c) {
    return c < ' ' && "\t\n\u000B\f\r".indexOf(c) < 0;
  }

  /**
   * Bytes as the text that they are.
   *
   * @throws LiveDeskRequestException where they are none, or can't be read
   */
  static String text(ExchangeOptions reader, Object body) {
    byte[] bytes = read(reader, body, MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw reader.wrong("body", "more than " + MOST_BYTES + " bytes", UntrustedValues.TEXT);
    }
    if (isFile(ContentTypes.ofBytes(bytes), bytes)) {
      throw notText(reader);
    }
    return Decoding.text(reader, bytes);
  }

  static LiveDeskRequestException notText(ExchangeOptions reader) {
    return reader.wrong(
        "body", "bytes that are no text", reader.isForTemplate() ? TEXT : BOTH_WAYS);
  }

  /** The first bytes of a stream. */
  static byte[] start(ExchangeOptions reader, InputStream stream, int count) {
    return read(reader, stream, count);
  }

  private static byte[] read(ExchangeOptions reader, Object body, int most) {
    if (body instanceof byte[] bytes) {
      return bytes.length > most ? Arrays.copyOf(bytes, most) : bytes;
    }
    if (body instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[Math.min(buffer.remaining(), most)];
      buffer.duplicate().get(bytes);
      return bytes;
    }
    if (body instanceof ByteArrayOutputStream stream) {
      return stream.toByteArray();
    }
    try {
      return body instanceof StreamCache cache
          ? read(
              reader.watch().steady(new StreamCacheContent(cache, reader.exchange()).open()), most)
          : readOnce(reader, (InputStream) body, most);
    } catch (LiveDeskException refused) {
      throw refused;
    } catch (IOException | RuntimeException e) {
      // Its text may quote the body.
      throw brokenStream(reader, e);
    }
  }

  private static byte[] read(InputStream stream, int most) throws IOException {
    try (stream) {
      return stream.readNBytes(most);
    }
  }

  private static byte[] readOnce(ExchangeOptions reader, InputStream stream, int most)
      throws IOException {
    if (!ReadStreams.add(stream)) {
      throw reader.wrong("body", ReadStreams.FOUND, ReadStreams.TAKES);
    }
    return reader.watch().steady(stream).readNBytes(most);
  }

  static LiveDeskRequestException brokenStream(ExchangeOptions reader, Exception cause) {
    if (cause instanceof UnreadableFileException ours) {
      return reader.wrong("body", ours.found(), ours.takes());
    }
    return reader.wrong(
        "body",
        "a stream that broke while it was read, " + Names.className(cause),
        "a stream that can be read to its end");
  }
}
