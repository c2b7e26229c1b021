// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

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

  private final byte[] body;
  private final byte[] delimiter;
  private final List<Part> parts = new ArrayList<>();
  private int files;

  private Multipart(byte[] body, String boundary) {
    this.body = body;
    this.delimiter = ("\r\n--" + boundary).getBytes(UTF_8);
  }

  /** One part. */
  @SuppressWarnings("ArrayRecordComponent") // parsed, read once
  record Part(PartHead head, byte[] body) {

    /**
     * The text of a field that is no file.
     *
     * @throws CharacterCodingException when the bytes are none of the declared charset
     */
    String text() throws CharacterCodingException {
      return charset().newDecoder().decode(ByteBuffer.wrap(body)).toString();
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
   * @throws IOException when it is no multipart body, or has no end
   * @throws Refusal when it has more parts than Rack takes
   */
  static List<Part> parse(byte[] body, String boundary) throws IOException, Refusal {
    if (boundary.length() > LONGEST_BOUNDARY) {
      throw new IOException("The boundary is too long");
    }
    var multipart = new Multipart(body, boundary);
    multipart.readParts();
    return multipart.parts;
  }

  private void readParts() throws IOException, Refusal {
    int at = afterFirstDelimiter();
    while (at >= 0 && !isAt(at, END)) {
      int head = at + EOL.length;
      int endOfHead = indexOf(END_OF_HEAD, head);
      if (endOfHead < 0) {
        throw new IOException("A part's head has no end");
      }
      var parsed =
          new PartHead(new String(body, head, endOfHead + EOL.length - head, PartHead.BYTES));
      count(parsed);
      at = readContent(parsed, endOfHead + END_OF_HEAD.length);
    }
  }

  /** Where the next delimiter ends, or -1 after the last part. */
  private int readContent(PartHead head, int start) throws IOException {
    int end = indexOfDelimiter(start);
    if (isDelimiter(start - EOL.length)) {
      // Rack: an empty part, and what follows it at once is lost.
      parts.add(new Part(head, new byte[0]));
    } else if (end < 0) {
      throw new IOException("The body has no end");
    } else {
      parts.add(new Part(head, Arrays.copyOfRange(body, start, end)));
    }
    return end < 0 ? -1 : end + delimiter.length;
  }

  private void count(PartHead head) throws Refusal {
    files += head.isFile() ? 1 : 0;
    if (files >= FILES || parts.size() + 1 >= PARTS) {
      throw new Refusal(500, "Internal Server Error");
    }
  }

  /** The first one needs no line before it. */
  private int afterFirstDelimiter() throws IOException {
    int length = delimiter.length - EOL.length;
    boolean atStart =
        body.length > length
            && Arrays.equals(body, 0, length, delimiter, EOL.length, delimiter.length)
            && isEnded(length);
    int first = atStart ? -EOL.length : indexOfDelimiter(0);
    if ((first < 0 && !atStart) || first > LONGEST_PREAMBLE) {
      throw new IOException("There is no delimiter where a body begins");
    }
    return first + delimiter.length;
  }

  private int indexOfDelimiter(int from) {
    int at = indexOf(delimiter, from);
    while (at >= 0 && !isDelimiter(at)) {
      at = indexOf(delimiter, at + 1);
    }
    return at;
  }

  private boolean isDelimiter(int at) {
    return isAt(at, delimiter) && isEnded(at + delimiter.length);
  }

  private boolean isEnded(int at) {
    return isAt(at, EOL) || isAt(at, END);
  }

  private boolean isAt(int at, byte[] bytes) {
    return at + bytes.length <= body.length
        && Arrays.equals(body, at, at + bytes.length, bytes, 0, bytes.length);
  }

  private int indexOf(byte[] bytes, int from) {
    for (int at = from; at + bytes.length <= body.length; at++) {
      if (body[at] == bytes[0] && isAt(at, bytes)) {
        return at;
      }
    }
    return -1;
  }
}
