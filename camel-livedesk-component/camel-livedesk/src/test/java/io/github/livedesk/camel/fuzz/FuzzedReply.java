// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** A reply as no server should give it, made from one as LiveDesk gives it. */
final class FuzzedReply {

  private static final List<String> SUCCESSES =
      List.of(
          "{\"id\":%d,\"content\":\"%s\",\"conversation_id\":%s,\"message_type\":1,"
              + "\"created_at\":1735000000,\"private\":false,\"status\":\"sent\","
              + "\"content_type\":\"text\",\"content_attributes\":{},\"sender\":{\"id\":1,"
              + "\"name\":\"Amy\"},\"attachments\":[]}",
          "{\"id\":%d,\"content\":\"%s\",\"conversation_id\":%s,\"status\":\"failed\","
              + "\"content_attributes\":{\"external_error\":\"131047: too late\"}}",
          "{\"id\":%d,\"processed_message_content\":\"<p>%s</p>\",\"conversation_id\":%s}");

  private static final List<String> REFUSALS =
      List.of(
          "{\"error\":\"Content '%s' is too long\"}",
          "{\"message\":\"Validation failed\",\"attributes\":[\"%s\"]}",
          "{\"errors\":[{\"detail\":\"%s\"},{}]}",
          "<html><body>%s</body></html>",
          "%s",
          "");

  private static final int[] STATUSES = {
    400, 401, 403, 404, 408, 409, 413, 422, 429, 500, 502, 503, 504, 302, 204, 206, 299, 418, 999
  };

  private static final List<String> ODD_VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1.5",
          "1e999",
          "\"5\"",
          "\"\"",
          "[]",
          "{}",
          "[[[{}]]]",
          "99999999999999999999",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "+5",
          "05",
          "NaN",
          "'x'",
          ",",
          "");

  private static final List<String> ODD_HEADERS =
      List.of(
          "Content-Length: -1",
          "Content-Length: 99999999999999999999",
          "Content-Length: 5\r\nContent-Length: 6",
          "Transfer-Encoding: gzip, chunked",
          "Transfer-Encoding: identity",
          "Content-Encoding: br",
          "Content-Encoding: gzip",
          "Content-Type: ;;;",
          "Content-Type: text/plain; charset=nonsense",
          "Retry-After: Fri, 99 Foo 2026",
          "Retry-After: 1",
          "Retry-After: 0",
          "Connection: upgrade",
          "No colon here",
          " folded: yes",
          ": empty",
          "Set-Cookie: a=b",
          "X-Long: " + "x".repeat(20_000),
          "Location: http://127.0.0.1:1/");

  private final Random random;
  private final String conversation;
  private final String text;
  private final long id;

  FuzzedReply(Random random, String conversation, String text, long id) {
    this.random = random;
    this.conversation = conversation;
    this.text = text;
    this.id = id;
  }

  /** The reply in pieces, as they are written. */
  List<byte[]> pieces() throws IOException {
    byte[] all = damaged(whole());
    var pieces = new ArrayList<byte[]>();
    int from = 0;
    while (from < all.length) {
      int to = oneIn(3) ? from + 1 + random.nextInt(all.length - from) : all.length;
      pieces.add(Arrays.copyOfRange(all, from, to));
      from = to;
    }
    return pieces;
  }

  /** Whether the connection is closed after it. */
  boolean closes() {
    return !oneIn(12);
  }

  private byte[] whole() throws IOException {
    boolean refuses = oneIn(2);
    int status = refuses ? STATUSES[random.nextInt(STATUSES.length)] : 200;
    byte[] body = (refuses ? refusal() : success()).getBytes(oneIn(20) ? ISO_8859_1 : UTF_8);
    var head = new StringBuilder();
    if (oneIn(20)) {
      head.append("HTTP/1.1 100 Continue\r\n\r\n");
    }
    head.append(oneIn(30) ? "HTTP/2.7 " : "HTTP/1.1 ").append(status);
    head.append(oneIn(10) ? " " + text : " Words").append("\r\n");
    for (int i = random.nextInt(3); i > 0; i--) {
      head.append(oneIn(2) ? pick(ODD_HEADERS) : "X-Quote: " + text).append("\r\n");
    }
    boolean packed = oneIn(5);
    if (packed) {
      head.append("Content-Encoding: gzip\r\n");
      body = gzip(body);
    }
    return oneIn(3) ? chunked(head, body) : ofLength(head, body);
  }

  private String success() {
    return changed(pick(SUCCESSES).formatted(id, quoted(), conversation));
  }

  private String refusal() {
    return changed(pick(REFUSALS).formatted(quoted()));
  }

  /** The text as a server may quote it. */
  private String quoted() {
    return switch (random.nextInt(6)) {
      case 0 -> text.toUpperCase(java.util.Locale.ROOT);
      case 1 -> text.replace("a", "\\u0061");
      case 2 -> text.replace("e", "&#101;");
      case 3 -> text.substring(0, text.length() - 2) + "...";
      case 4 -> "x".repeat(random.nextInt(20_000)) + text;
      default -> text;
    };
  }

  /** JSON with values of other kinds, deep or long ones, or with a part doubled. */
  private String changed(String json) {
    String changed = json;
    for (int i = random.nextInt(3); i > 0; i--) {
      int colon = changed.indexOf(':', random.nextInt(Math.max(1, changed.length())));
      int end = colon < 0 ? -1 : nextEnd(changed, colon);
      if (end > 0) {
        changed = changed.substring(0, colon + 1) + oddValue() + changed.substring(end);
      }
    }
    return oneIn(30) ? changed + changed : changed;
  }

  private static int nextEnd(String json, int from) {
    for (int i = from; i < json.length(); i++) {
      if (json.charAt(i) == ',' || json.charAt(i) == '}') {
        return i;
      }
    }
    return -1;
  }

  private String oddValue() {
    return switch (random.nextInt(8)) {
      case 0 -> "[".repeat(3_000) + "]".repeat(3_000);
      case 1 -> "9".repeat(1 + random.nextInt(2_000));
      case 2 -> '"' + "long".repeat(random.nextInt(20_000)) + '"';
      case 3 -> "[" + "{},".repeat(random.nextInt(20_000)) + "1]";
      default -> pick(ODD_VALUES);
    };
  }

  private byte[] ofLength(StringBuilder head, byte[] body) throws IOException {
    int length = oneIn(8) ? Math.max(0, body.length + random.nextInt(21) - 10) : body.length;
    if (!oneIn(10)) {
      head.append("Content-Length: ").append(length).append("\r\n");
    }
    return joined(head.append("\r\n").toString().getBytes(UTF_8), body);
  }

  private byte[] chunked(StringBuilder head, byte[] body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(head.append("Transfer-Encoding: chunked\r\n\r\n").toString().getBytes(UTF_8));
    int half = body.length / 2;
    for (byte[] part :
        List.of(Arrays.copyOf(body, half), Arrays.copyOfRange(body, half, body.length))) {
      if (part.length > 0) {
        int size = oneIn(15) ? part.length + 1 : part.length;
        String extension = oneIn(10) ? ";" + text : "";
        bytes.write((Integer.toHexString(size) + extension + "\r\n").getBytes(UTF_8));
        bytes.write(part);
        bytes.write("\r\n".getBytes(UTF_8));
      }
    }
    String trailer = oneIn(8) ? text + "\r\n" : "";
    bytes.write(("0\r\n" + trailer + "\r\n").getBytes(UTF_8));
    return bytes.toByteArray();
  }

  /** Some bytes changed, left out, doubled or put in. */
  private byte[] damaged(byte[] reply) throws IOException {
    byte[] bytes = reply;
    for (int i = oneIn(2) ? 0 : random.nextInt(4); i > 0 && bytes.length > 1; i--) {
      int from = random.nextInt(Math.min(bytes.length, oneIn(2) ? 200 : bytes.length));
      int to = Math.min(bytes.length, from + 1 + random.nextInt(20));
      byte[] start = Arrays.copyOf(bytes, from);
      byte[] range = Arrays.copyOfRange(bytes, from, to);
      byte[] rest = Arrays.copyOfRange(bytes, to, bytes.length);
      byte[] noise = new byte[random.nextInt(10)];
      random.nextBytes(noise);
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> joined(start, rest);
            case 1 -> joined(start, range, range, rest);
            case 2 -> joined(start, noise, rest);
            case 3 -> joined(start, noise, range, rest);
            default -> start;
          };
    }
    return bytes;
  }

  private static byte[] gzip(byte[] body) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    }
    return packed.toByteArray();
  }

  private static byte[] joined(byte[]... parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.write(part);
    }
    return bytes.toByteArray();
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
