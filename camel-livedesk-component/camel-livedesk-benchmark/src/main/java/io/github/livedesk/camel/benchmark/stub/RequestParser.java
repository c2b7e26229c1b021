// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.stub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Locale;

/** Finds where the requests of a connection end, and keeps nothing of their bodies. */
final class RequestParser {

  private static final int MAX_LINE = 16 * 1024;
  private static final int CONVERSATIONS = "POST /api/v2/accounts/conversations/".length();
  private static final String CONTENT_LENGTH = "content-length:";
  private static final String TRANSFER_ENCODING = "transfer-encoding:";
  private static final String CONTENT_TYPE = "content-type:";

  private enum State {
    REQUEST_LINE,
    HEADERS,
    FIXED_BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILERS
  }

  private final byte[] line = new byte[MAX_LINE];
  private int lineLength;
  private State state = State.REQUEST_LINE;
  private long left;
  private boolean chunked;
  private boolean multipart;
  private boolean get;
  private long conversation;

  /** Whether the request that has ended had files in it. */
  boolean isMultipart() {
    return multipart;
  }

  /** The conversation that the request which has ended was for, or 0. */
  long conversation() {
    return conversation;
  }

  /** Whether the request that has ended was a GET. */
  boolean isGet() {
    return get;
  }

  /**
   * Reads on.
   *
   * @return whether a request has ended; there may be more of the next one in the buffer
   */
  boolean ends(ByteBuffer in) {
    while (in.hasRemaining()) {
      boolean ended =
          switch (state) {
            case FIXED_BODY, CHUNK -> skip(in);
            default -> takeLine(in) && line();
          };
      if (ended) {
        state = State.REQUEST_LINE;
        return true;
      }
    }
    return false;
  }

  private boolean skip(ByteBuffer in) {
    int count = (int) Math.min(left, in.remaining());
    in.position(in.position() + count);
    left -= count;
    if (left > 0) {
      return false;
    }
    if (state == State.FIXED_BODY) {
      return true;
    }
    state = State.CHUNK_END;
    return false;
  }

  /** Whether a line is there, without its end. */
  private boolean takeLine(ByteBuffer in) {
    while (in.hasRemaining()) {
      byte next = in.get();
      if (next == '\n') {
        return true;
      }
      if (next != '\r') {
        line[lineLength++] = next;
      }
    }
    return false;
  }

  private boolean line() {
    int length = lineLength;
    lineLength = 0;
    return switch (state) {
      case REQUEST_LINE -> begin(length);
      case HEADERS -> length == 0 ? headEnds() : header(length);
      case CHUNK_SIZE -> chunk(length);
      case CHUNK_END -> go(State.CHUNK_SIZE);
      case TRAILERS -> length == 0;
      default -> throw new IllegalStateException("No lines in " + state);
    };
  }

  private boolean go(State next) {
    state = next;
    return false;
  }

  private boolean begin(int length) {
    left = 0;
    chunked = false;
    multipart = false;
    get = length > 0 && line[0] == 'G';
    conversation = 0;
    for (int i = CONVERSATIONS; i < length && line[i] >= '0' && line[i] <= '9'; i++) {
      conversation = conversation * 10 + line[i] - '0';
    }
    return go(State.HEADERS);
  }

  private boolean header(int length) {
    int first = line[0] | 0x20;
    if (first != 'c' && first != 't') {
      return false;
    }
    String header = new String(line, 0, length, ISO_8859_1).toLowerCase(Locale.ROOT);
    if (header.startsWith(CONTENT_LENGTH)) {
      left = Long.parseLong(header.substring(CONTENT_LENGTH.length()).trim());
    } else if (header.startsWith(TRANSFER_ENCODING)) {
      chunked = header.contains("chunked");
    } else if (header.startsWith(CONTENT_TYPE)) {
      multipart = header.contains("multipart/form-data");
    }
    return false;
  }

  private boolean headEnds() {
    if (chunked) {
      return go(State.CHUNK_SIZE);
    }
    return left == 0 || go(State.FIXED_BODY);
  }

  private boolean chunk(int length) {
    left = 0;
    for (int i = 0; i < length && line[i] != ';'; i++) {
      left = left * 16 + Character.digit(line[i], 16);
    }
    return go(left == 0 ? State.TRAILERS : State.CHUNK);
  }
}
