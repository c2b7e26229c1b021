// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** What the stub answers: a message of about 500 bytes in the documented shape, and its count. */
final class Replies {

  private static final String MESSAGE =
      """
      {"id":3030,"content":"%s","inbox_id":79,"conversation_id":141,"message_type":1,\
      "content_type":"text","status":"sent","content_attributes":{},"created_at":1762331029,\
      "private":false,"source_id":null,"sorting_id":4,"sender":{"id":3,"name":"TEST",\
      "available_name":"TEST","avatar_url":"","type":"user","availability_status":"offline",\
      "thumbnail":""}%s}""";

  private static final String ATTACHMENT =
      """
      ,"attachments":[{"id":7,"message_id":3030,"file_type":"file","account_id":1,\
      "data_url":"https://files.example/1/attachment.bin","file_size":4096}]""";

  private static final String CONTENT = "Your parcel left our warehouse this morning. ".repeat(4);

  private static final ByteBuffer STORED = json(MESSAGE.formatted(CONTENT, ""));
  private static final ByteBuffer STORED_FILE = json(MESSAGE.formatted("picture", ATTACHMENT));

  private Replies() {}

  static ByteBuffer stored(boolean withFile) {
    return (withFile ? STORED_FILE : STORED).duplicate();
  }

  static ByteBuffer count(long requests) {
    return json(Long.toString(requests));
  }

  private static ByteBuffer json(String body) {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: "
            + body.getBytes(UTF_8).length
            + "\r\n\r\n";
    byte[] bytes = (head + body).getBytes(UTF_8);
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }
}
