package io.github.livedesk.camel.binding;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.model.LiveDeskRequestException;
import io.github.livedesk.camel.model.Names;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.file.Path;
import java.time.temporal.Temporal;
import java.util.Collection;
import org.apache.camel.StreamCache;
import org.apache.camel.TypeConversionException;
import org.apache.camel.TypeConverter;
import org.apache.camel.WrappedFile;
import org.apache.camel.spi.Resource;

/**
 * A body as the text that it is. What has no text of its own is refused: a customer must not read
 * what was written for programmers, {@code Order[id=7]} or {@code Object@1b2c3d}.
 */
final class PlainText {

  private static final String WAYS =
      "; or set a text from it, such as ${body.name}, or register a type converter to String";

  private static final int MOST_DIGITS = 100;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final char REPLACEMENT = '\uFFFD';

  private PlainText() {}

  /**
   * The text of a body, or null where there is none.
   *
   * @throws LiveDeskRequestException where it is no text
   */
  static String of(ExchangeReader reader, Object body) {
    if (body == null) {
      return null;
    }
    if (body instanceof CharSequence
        || body instanceof Boolean
        || body instanceof Character
        || body instanceof Enum
        || body instanceof Temporal) {
      return body.toString();
    }
    if (body instanceof Number number) {
      return digits(reader, number);
    }
    return isRead(body) ? read(reader, body) : byConverter(reader, body);
  }

  /** Whether the text of a body has to be read, from bytes, characters or a file. */
  static boolean isRead(Object body) {
    return ByteBody.isOne(body)
        || body instanceof Reader
        || body instanceof File
        || body instanceof Path
        || body instanceof WrappedFile;
  }

  private static String read(ExchangeReader reader, Object body) {
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

  /** As people write it: nobody should read 1.0E7. */
  private static String digits(ExchangeReader reader, Number number) {
    try {
      var exact = new BigDecimal(number.toString());
      if (Math.abs((long) exact.scale()) + exact.precision() <= MOST_DIGITS) {
        return exact.toPlainString();
      }
    } catch (NumberFormatException e) {
      // refused below
    }
    throw notText(reader, number);
  }

  private static String ofReader(ExchangeReader reader, Reader characters) {
    try {
      if (characters instanceof StreamCache cache) {
        cache.reset();
      } else if (!ReadStreams.add(characters)) {
        throw reader.wrong("body", ReadStreams.FOUND, ReadStreams.TAKES);
      }
      var text = new StringWriter();
      characters.transferTo(text);
      if (characters instanceof StreamCache cache) {
        cache.reset();
      }
      return withoutMark(text.toString());
    } catch (IOException e) {
      // Its text may quote the body.
      throw ByteBody.brokenStream(reader, e);
    }
  }

  private static String ofFile(ExchangeReader reader, Object file) {
    InputStream stream = convert(reader, InputStream.class, file);
    if (stream == null) {
      throw notText(reader, file);
    }
    try (stream) {
      return ByteBody.text(reader, stream);
    } catch (IOException e) {
      throw ByteBody.brokenStream(reader, e);
    }
  }

  private static String byConverter(ExchangeReader reader, Object body) {
    var converters = reader.exchange().getContext().getTypeConverterRegistry();
    if (isForPrograms(body)
        || fetches(body)
        || converters.lookup(String.class, body.getClass()) == null) {
      throw notText(reader, body);
    }
    String text = convert(reader, String.class, body);
    if (text == null || text.indexOf(REPLACEMENT) >= 0) {
      throw notText(reader, body);
    }
    return text;
  }

  private static boolean isForPrograms(Object body) {
    return body instanceof JsonNode || body instanceof Collection || body instanceof Throwable;
  }

  /** Its text is what stands somewhere else: a send does not go and get it. */
  private static boolean fetches(Object body) {
    return body instanceof URL
        || body instanceof Resource
        || body instanceof DataHandler
        || body instanceof DataSource;
  }

  private static <T> T convert(ExchangeReader reader, Class<T> type, Object body) {
    try {
      TypeConverter converter = reader.exchange().getContext().getTypeConverter();
      return converter.tryConvertTo(type, reader.exchange(), body);
    } catch (TypeConversionException e) {
      // Its text quotes the body.
      return null;
    }
  }

  static LiveDeskRequestException notText(ExchangeReader reader, Object body) {
    return reader.wrong("body", Names.typeName(body), TextBody.TYPES + WAYS);
  }
}
