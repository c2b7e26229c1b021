package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.server.DefaultByteBufferPool;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.MultipartParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A multipart body taken apart by Undertow's parser. */
final class Multipart {

  /** Rack reads brackets in a name only where it is quoted. */
  private static final Pattern QUOTED_NAME = Pattern.compile("(?i);\\s*name=\"([^\"]*)\"");

  private static final Pattern FILE_NAME = Pattern.compile("(?i);\\s*filename=\"([^\"]*)\"");
  private static final Pattern ESCAPES = Pattern.compile("(%[0-9a-fA-F]{2}|[^%])*");

  private Multipart() {}

  /**
   * One part.
   *
   * @param name empty where it is not quoted
   * @param fileName its last component; null where it has none
   * @param contentType null where it has none
   */
  @SuppressWarnings("ArrayRecordComponent") // parsed, read once
  record Part(String name, String fileName, String contentType, byte[] body) {}

  /**
   * @throws IOException when it is no multipart body, or has no end
   */
  static List<Part> parse(byte[] body, String boundary) throws IOException {
    var parts = new ArrayList<Part>();
    try (var pool = new DefaultByteBufferPool(false, 16 * 1024)) {
      var state =
          MultipartParser.beginParse(
              pool, new Collector(parts), boundary.getBytes(UTF_8), UTF_8.name());
      state.parse(ByteBuffer.wrap(body));
      if (!state.isComplete()) {
        throw new IOException("The body has no end");
      }
    }
    return parts;
  }

  private static final class Collector implements MultipartParser.PartHandler {

    private final List<Part> parts;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private HeaderMap headers;

    Collector(List<Part> parts) {
      this.parts = parts;
    }

    @Override
    public void beginPart(HeaderMap partHeaders) {
      headers = partHeaders;
      body.reset();
    }

    @Override
    public void data(ByteBuffer piece) {
      byte[] bytes = new byte[piece.remaining()];
      piece.get(bytes);
      body.writeBytes(bytes);
    }

    @Override
    public void endPart() {
      String disposition = headers.getFirst(Headers.CONTENT_DISPOSITION);
      parts.add(
          new Part(
              find(QUOTED_NAME, disposition, ""),
              lastComponent(find(FILE_NAME, disposition, null)),
              headers.getFirst(Headers.CONTENT_TYPE),
              body.toByteArray()));
    }

    private static String find(Pattern pattern, String text, String otherwise) {
      Matcher matcher = pattern.matcher(text == null ? "" : text);
      return matcher.find() ? matcher.group(1) : otherwise;
    }

    /** Percent signs are undone only where each of them is an escape. */
    private static String lastComponent(String name) {
      if (name == null) {
        return null;
      }
      String plain = ESCAPES.matcher(name).matches() ? decode(name) : name;
      return plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
    }

    private static String decode(String name) {
      return URLDecoder.decode(name.replace("+", "%2B"), UTF_8);
    }
  }
}
