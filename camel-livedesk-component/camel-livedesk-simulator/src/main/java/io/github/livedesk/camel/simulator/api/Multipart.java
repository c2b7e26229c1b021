// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.simulator.content.Content;
import io.github.livedesk.camel.simulator.store.ApiError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A multipart body taken apart as Rack does it: what a part says of its transfer encoding counts
 * for nothing, its bytes are the file.
 */
final class Multipart {

  /** Rack refuses the request when there are as many. */
  private static final int FILES = 128;

  private static final int PARTS = 4_096;

  private static final int LONGEST_BOUNDARY = 70;

  /** What Rack reads at a time: it gives up where the first piece has no delimiter. */
  private static final int LONGEST_PREAMBLE = 1_048_576;

  private static final byte[] EOL = {'\r', '\n'};
  private static final byte[] END = {'-', '-'};
  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

  /** Newer versions of Rack refuse a body in which all fields that are no files have more. */
  private static final int FIELDS = 16 * 1024 * 1024;

  /** Of all heads together, in bytes: they are read in memory. */
  private static final int HEADS = 4 * 1024 * 1024;

  private final Content content;
  private final Window body;
  private final byte[] delimiter;
  private final List<Part> parts = new ArrayList<>();
  private int files;
  private int heads;
  private int fields;

  private Multipart(Content content, String boundary) {
    this.content = content;
    this.body = new Window(content);
    this.delimiter = ("\r\n--" + boundary).getBytes(UTF_8);
  }

  /** One part. */
  record Part(PartHead head, Content body) {

    /**
     * The text of a field that is no file.
     *
     * @throws CharacterCodingException when the bytes are none of the declared charset
     */
    String text() throws CharacterCodingException {
      return charset().newDecoder().decode(ByteBuffer.wrap(body.bytes())).toString();
    }

    /** UTF-8, unless a plain text says otherwise. */
    private Charset charset() {
      String type = head.contentType() == null ? "" : head.contentType();
      String[] pieces = type.split(";", -1);
      for (int i = 1; i < pieces.length && pieces[0].strip().equals("text/plain"); i++) {
        String[] parameter = pieces[i].strip().split("=", 2);
        String value = parameter.length == 2 ? parameter[1].strip().replace("\"", "") : "";
        if (parameter[0].strip().equals("charset") && isCharset(value)) {
          return Charset.forName(value);
        }
      }
      return UTF_8;
    }

    private static boolean isCharset(String name) {
      return name.matches("[A-Za-z0-9._:-]{1,40}") && Charset.isSupported(name);
    }
  }

  /**
   * @throws NoMultipartException when it is no multipart body, or has no end
   * @throws IOException when the body is on disk no more
   * @throws ApiError when it has more parts than Rack takes
   */
  static List<Part> parse(Content body, String boundary) throws IOException, ApiError {
    if (boundary.length() > LONGEST_BOUNDARY) {
      throw new NoMultipartException(
          "the boundary is longer than %d characters".formatted(LONGEST_BOUNDARY));
    }
    var multipart = new Multipart(body, boundary);
    multipart.readParts();
    return multipart.parts;
  }

  private void readParts() throws IOException, ApiError {
    int at = afterFirstDelimiter();
    while (at >= 0 && !body.isAt(at, END)) {
      int head = at + EOL.length;
      int endOfHead = indexOf(END_OF_HEAD, head);
      if (endOfHead < 0) {
        throw new NoMultipartException("the head of a part has no end");
      }
      heads += endOfHead - head;
      require(heads <= HEADS, "The heads of all parts take " + HEADS + " bytes");
      var parsed =
          new PartHead(new String(body.copy(head, endOfHead + EOL.length), PartHead.BYTES));
      count(parsed);
      at = readContent(parsed, endOfHead + END_OF_HEAD.length);
    }
  }

  /** Where the next delimiter ends, or -1 after the last part. */
  private int readContent(PartHead head, int start) throws IOException, ApiError {
    int end = indexOfDelimiter(start);
    if (isDelimiter(start - EOL.length)) {
      // Rack: an empty part, and what follows it at once is lost.
      parts.add(new Part(head, content.slice(start, start)));
    } else if (end < 0) {
      throw new NoMultipartException("the body has no end, which is --boundary--");
    } else {
      fields += head.isFile() ? 0 : end - start;
      require(fields <= FIELDS, "The fields that are no files take " + FIELDS + " bytes");
      parts.add(new Part(head, content.slice(start, end)));
    }
    return end < 0 ? -1 : end + delimiter.length;
  }

  private static void require(boolean condition, String limit) throws ApiError {
    if (!condition) {
      throw new ApiError(413, "Payload Too Large: " + limit + " at most");
    }
  }

  private void count(PartHead head) throws ApiError {
    files += head.isFile() ? 1 : 0;
    if (files >= FILES || parts.size() + 1 >= PARTS) {
      throw new ApiError(500, "Internal Server Error");
    }
  }

  /** The first one needs no line before it. */
  private int afterFirstDelimiter() throws IOException {
    int length = delimiter.length - EOL.length;
    boolean atStart =
        body.isAt(0, Arrays.copyOfRange(delimiter, EOL.length, delimiter.length))
            && isEnded(length);
    int first = atStart ? -EOL.length : indexOfDelimiter(0);
    if ((first < 0 && !atStart) || first > LONGEST_PREAMBLE) {
      throw new NoMultipartException("no delimiter, which is --boundary, begins the body");
    }
    return first + delimiter.length;
  }

  private int indexOfDelimiter(int from) throws IOException {
    int at = indexOf(delimiter, from);
    while (at >= 0 && !isEnded(at + delimiter.length)) {
      at = indexOf(delimiter, at + 1);
    }
    return at;
  }

  private boolean isDelimiter(int at) throws IOException {
    return body.isAt(at, delimiter) && isEnded(at + delimiter.length);
  }

  private boolean isEnded(int at) throws IOException {
    return body.isAt(at, EOL) || body.isAt(at, END);
  }

  private int indexOf(byte[] bytes, int from) throws IOException {
    for (int at = from; at + bytes.length <= body.size(); at++) {
      if (body.at(at) == bytes[0] && body.isAt(at, bytes)) {
        return at;
      }
    }
    return -1;
  }
}
