// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.Numbers;
import io.github.livedesk.camel.model.UntrustedValues;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Names;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.temporal.Temporal;
import java.util.List;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/**
 * A body as the text that it is. What has no text of its own is refused: a customer must not read
 * what was written for programmers, {@code Order[id=7]} or {@code Object@1b2c3d}.
 */
final class PlainText {

  private static final String WAYS =
      "; or set a text from it, such as ${body.name}, or register a type converter to String";

  private static final String FILES = "; op=attachment sends files";

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private PlainText() {}

  /**
   * The text of a body, or null where there is none.
   *
   * @throws LiveDeskRequestException where it is no text
   */
  static String of(ExchangeOptions reader, Object body) {
    if (body == null) {
      return null;
    }
    if (body instanceof CharSequence) {
      return withoutMark(UntrustedValues.text("body", body));
    }
    if (body instanceof Boolean
        || body instanceof Character
        || body instanceof Enum
        || body instanceof Temporal) {
      return UntrustedValues.text("body", body);
    }
    if (body instanceof Number number) {
      return digits(reader, number);
    }
    return isRead(body) ? read(reader, body) : Conversion.text(reader, body);
  }

  /** Whether the text of a body has to be read, from bytes, characters or a file. */
  static boolean isRead(Object body) {
    return ByteBody.isOne(body)
        || body instanceof Reader
        || body instanceof File
        || body instanceof Path
        || body instanceof WrappedFile;
  }

  private static String read(ExchangeOptions reader, Object body) {
    if (ByteBody.isOne(body)) {
      return ByteBody.text(reader, body);
    }
    if (body instanceof Reader characters) {
      return ofReader(reader, characters);
    }
    if (body instanceof WrappedFile<?> wrapped) {
      Object loaded = wrapped.getBody() == null ? wrapped.getFile() : wrapped.getBody();
      return loaded != null && isRead(loaded) ? read(reader, loaded) : ofFile(reader, wrapped);
    }
    return ofFile(reader, body);
  }

  /** A mark of the encoding at the beginning is no letter of the text. */
  static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /** As people write it. A class of the user's own may have a text that is no number. */
  private static String digits(ExchangeOptions reader, Number number) {
    BigDecimal exact =
        Numbers.decimal(
            "body",
            number,
            found -> {
              if (!found.equals(Numbers.NONE) || !Double.isFinite(number.doubleValue())) {
                throw reader.wrong("body", found, Numbers.TAKES);
              }
            });
    return exact == null ? Conversion.text(reader, number) : exact.toPlainString();
  }

  private static String ofReader(ExchangeOptions reader, Reader characters) {
    try {
      if (characters instanceof StreamCache cache) {
        cache.reset();
      } else if (!ReadStreams.add(characters)) {
        throw reader.wrong("body", ReadStreams.FOUND, ReadStreams.TAKES);
      }
      String text =
          BoundedReading.text(
              characters, UntrustedValues.MOST_CHARACTERS + 1, reader.watch().patience());
      if (characters instanceof StreamCache cache) {
        cache.reset();
      }
      if (text.length() > UntrustedValues.MOST_CHARACTERS) {
        String found = "more than " + UntrustedValues.MOST_CHARACTERS + " characters";
        throw reader.wrong("body", found, UntrustedValues.TEXT);
      }
      return withoutMark(text);
    } catch (LiveDeskException refused) {
      throw refused;
    } catch (IOException | RuntimeException e) {
      // Its text may quote the body.
      throw ByteBody.brokenStream(reader, e);
    }
  }

  private static String ofFile(ExchangeOptions reader, Object file) {
    FileSources.refuseWhatIsNoFile(reader, file);
    try (InputStream stream = Conversion.stream(reader, file)) {
      if (stream == null) {
        throw notText(reader, file);
      }
      return ByteBody.text(reader, stream);
    } catch (IOException e) {
      throw ByteBody.brokenStream(reader, e);
    }
  }

  /** The refusal of what has no text that is meant to be read. */
  static LiveDeskRequestException notText(ExchangeOptions reader, Object body) {
    boolean isFiles =
        body instanceof List || body instanceof FilePart || body instanceof FileMessage;
    return reader.wrong(
        "body",
        Names.typeName(body),
        reader.isForTemplate()
            ? TemplateRequestMapper.TYPES
            : TextRequestMapper.TYPES + WAYS + (isFiles ? FILES : ""));
  }
}
