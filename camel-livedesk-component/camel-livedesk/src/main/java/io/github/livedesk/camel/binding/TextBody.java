package io.github.livedesk.camel.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.LiveDeskRequestException;
import io.github.livedesk.camel.model.TextMessage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
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
    int odd = firstUnpairedSurrogate(content);
    if (odd >= 0) {
      throw reader.wrong("content", "half a character at position " + (odd + 1), "valid Unicode");
    }
    return new TextMessage(content, privateNote(reader, body), attributes(reader, body));
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
    if (body instanceof JsonNode || body instanceof LiveDeskMessage || isSeveral(body)) {
      return false;
    }
    var converters = reader.exchange().getContext().getTypeConverterRegistry();
    return converters.lookup(String.class, body.getClass()) != null
        || hasOwnToString(body.getClass());
  }

  private static boolean isSeveral(Object body) {
    Class<?> component = body.getClass().getComponentType();
    return body instanceof Collection
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

  private static boolean privateNote(ExchangeReader reader, TextMessage body) {
    Boolean outside = reader.privateNote();
    Boolean inside = body.privateNote();
    if (outside != null && inside != null && !outside.equals(inside)) {
      // Whichever won, a note meant for agents might reach the customer.
      throw reader.wrong(
          "private", inside + " in the body, " + outside + " outside", "one of both");
    }
    return Boolean.TRUE.equals(outside) || Boolean.TRUE.equals(inside);
  }

  /** By falling weight: the header for the reply, the header map, the body, the option. */
  private static Map<String, Object> attributes(ExchangeReader reader, TextMessage body) {
    var attributes = new LinkedHashMap<String, Object>();
    put(attributes, reader.inReplyToOption());
    attributes.putAll(body.contentAttributes());
    attributes.putAll(reader.contentAttributes());
    put(attributes, reader.inReplyToHeader());
    Object replyTo = attributes.get(TextMessage.IN_REPLY_TO);
    put(attributes, reader.messageNumber(LiveDeskConstants.IN_REPLY_TO, replyTo));
    return attributes;
  }

  private static void put(Map<String, Object> attributes, Long inReplyTo) {
    if (inReplyTo != null) {
      attributes.put(TextMessage.IN_REPLY_TO, inReplyTo);
    }
  }

  private static int firstUnpairedSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return i;
      }
    }
    return -1;
  }
}
