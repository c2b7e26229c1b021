package io.github.livedesk.camel.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.LiveDeskRequestException;
import io.github.livedesk.camel.model.TextMessage;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.TypeConversionException;
import org.apache.camel.TypeConverter;

/** The body of {@code op=text}, with what headers and options say of it. */
final class TextBody {

  static final String TYPES =
      "text, a TextMessage, or a Map or JsonNode with content, private, content_attributes";

  private static final Set<String> FIELDS = Set.of("content", "private", "content_attributes");
  private static final JsonMapper JSON = new JsonMapper();

  private TextBody() {}

  /**
   * The message to send: what the body leaves open is filled in from header, then option.
   *
   * @throws LiveDeskRequestException when it is no text message
   */
  static TextMessage read(ExchangeReader reader) {
    TextMessage body = fromBody(reader);
    String content = body.content();
    if (content == null || content.isBlank()) {
      throw reader.wrong("content", content == null ? "nothing" : "blank text", "text");
    }
    MessageFields.checkUnicode(reader, "content", content);
    return new TextMessage(
        content,
        MessageFields.privateNote(reader, body.privateNote()),
        MessageFields.attributes(reader, body.contentAttributes()));
  }

  private static TextMessage fromBody(ExchangeReader reader) {
    Object body = reader.message().getBody();
    if (body instanceof TextMessage message) {
      return message;
    }
    if (body instanceof ObjectNode node) {
      return fromMap(reader, JSON.convertValue(node, Map.class));
    }
    if (body instanceof Map<?, ?>) {
      return fromMap(reader, body);
    }
    if (body instanceof JsonNode node && node.isTextual()) {
      return TextMessage.of(node.textValue());
    }
    return TextMessage.of(toText(reader, body));
  }

  private static TextMessage fromMap(ExchangeReader reader, Object body) {
    Map<String, Object> map = reader.object("body", body);
    for (String name : map.keySet()) {
      if (!FIELDS.contains(name)) {
        throw reader.wrong("body", "a field that op=text does not have", String.join(", ", FIELDS));
      }
    }
    Object content = map.get("content");
    if (content != null && !(content instanceof CharSequence)) {
      throw reader.wrong("content", ExchangeReader.describe(content), "text");
    }
    Object attributes = map.get("content_attributes");
    return new TextMessage(
        content == null ? null : content.toString(),
        reader.flag("private", map.get("private")),
        attributes == null ? null : reader.object("content_attributes", attributes));
  }

  /**
   * Text by one of Camel's converters, or by a {@code toString} that was written to be read. Camel
   * itself would go on to {@code Object@1b2c3d}, and a customer would read it.
   */
  private static String toText(ExchangeReader reader, Object body) {
    if (body == null) {
      return null;
    }
    if (body instanceof String text) {
      return text;
    }
    if (!isReadable(reader, body)) {
      throw notText(reader, body);
    }
    try {
      TypeConverter converter = reader.exchange().getContext().getTypeConverter();
      String text = converter.tryConvertTo(String.class, reader.exchange(), body);
      if (text != null) {
        return text;
      }
    } catch (TypeConversionException e) {
      // Its text quotes the body.
    }
    throw notText(reader, body);
  }

  private static boolean isReadable(ExchangeReader reader, Object body) {
    // A LiveDeskMessage becomes JSON, which is for programs: forwarding its text is
    // ${body.content}.
    if (body instanceof JsonNode || body instanceof LiveDeskMessage || isNoSingleValue(body)) {
      return false;
    }
    var converters = reader.exchange().getContext().getTypeConverterRegistry();
    return converters.lookup(String.class, body.getClass()) != null
        || hasOwnToString(body.getClass());
  }

  private static boolean isNoSingleValue(Object body) {
    Class<?> component = body.getClass().getComponentType();
    return body instanceof Collection
        || body instanceof Optional
        || body instanceof Throwable
        || (component != null && component != byte.class && component != char.class);
  }

  private static boolean hasOwnToString(Class<?> type) {
    try {
      return type.getMethod("toString").getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private static LiveDeskRequestException notText(ExchangeReader reader, Object body) {
    return reader.wrong("body", "a " + body.getClass().getTypeName(), TYPES);
  }
}
