// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Names;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import java.io.InputStream;
import java.net.URL;
import java.util.Collection;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.TypeConversionException;
import org.apache.camel.TypeConverter;
import org.apache.camel.spi.Resource;

/** What Camel's type converters, and those of the route's own, make of a body. */
final class Conversion {

  private static final char REPLACEMENT = '\uFFFD';

  /** Whoever makes a circle of causes must not make a send that never ends. */
  private static final int MOST_CAUSES = 20;

  private Conversion() {}

  /**
   * The text that a converter registered for a type makes of it.
   *
   * @throws LiveDeskRequestException where there is no such converter, or it fails
   */
  static String text(ExchangeOptions reader, Object body) {
    var converters = reader.exchange().getContext().getTypeConverterRegistry();
    if (isForPrograms(body)
        || fetches(body)
        || converters.lookup(String.class, body.getClass()) == null) {
      throw PlainText.notText(reader, body);
    }
    String text = converted(reader, body);
    if (text == null || text.indexOf(REPLACEMENT) >= 0) {
      throw PlainText.notText(reader, body);
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

  private static String converted(ExchangeOptions reader, Object body) {
    try {
      return converter(reader).convertTo(String.class, reader.exchange(), body);
    } catch (TypeConversionException | CamelExecutionException e) {
      // Its text quotes the body.
      throw reader.wrong(
          "body",
          Names.typeName(body) + " whose type converter failed, " + reason(e),
          "what its type converter makes a String of");
    }
  }

  /**
   * The bytes of a file.
   *
   * @return null where Camel knows no way to them
   * @throws LiveDeskRequestException where they can't be read
   */
  static InputStream stream(ExchangeOptions reader, Object file) {
    try {
      return converter(reader).convertTo(InputStream.class, reader.exchange(), file);
    } catch (TypeConversionException | CamelExecutionException e) {
      throw reader.wrong(
          "body", "a file that can't be read, " + reason(e), "files that can be read");
    }
  }

  private static TypeConverter converter(ExchangeOptions reader) {
    return reader.exchange().getContext().getTypeConverter();
  }

  /** The kind of the first cause: those above it are Camel's. */
  private static String reason(Throwable thrown) {
    Throwable first = thrown;
    for (int i = 0; i < MOST_CAUSES && first.getCause() != null; i++) {
      first = first.getCause();
    }
    return Names.className(first);
  }
}
