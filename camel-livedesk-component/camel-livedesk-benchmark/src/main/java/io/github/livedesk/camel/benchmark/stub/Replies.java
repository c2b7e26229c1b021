// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * What the stub answers: a message of about 500 bytes in the documented shape, and its count. Each
 * message has an id of its own and the conversation that was asked for, for a client may look.
 */
final class Replies {

  private static final String MESSAGE =
      """
      {"id":1000000000,"content":%s,"inbox_id":79,"conversation_id":                   0,"message_type":1,\
      "content_type":"text","status":"sent","content_attributes":{},"created_at":1762331029,\
      "private":false,"source_id":null,"sorting_id":4,"sender":{"id":3,"name":"TEST",\
      "available_name":"TEST","avatar_url":"","type":"user","availability_status":"offline",\
      "thumbnail":""}%s}""";

  private static final String ATTACHMENT =
      """
      ,"attachments":[{"id":7,"message_id":3030,"file_type":"file","account_id":1,\
      "data_url":"https://files.example/1/attachment.bin"}]""";

  private static final String CONTENT =
      '"' + "Your parcel left our warehouse this morning. ".repeat(4) + '"';

  private static final byte[] STORED = json(MESSAGE.formatted(CONTENT, ""));
  private static final byte[] STORED_FILE = json(MESSAGE.formatted("null", ATTACHMENT));

  private static final long FIRST_ID = 1_000_000_000;
  private static final String CONVERSATION = "\"conversation_id\":                   0";

  private final int conversationEnd = end(STORED, CONVERSATION);
  private final int conversationEndWithFile = end(STORED_FILE, CONVERSATION);
  private final int idEnd = end(STORED, "{\"id\":" + FIRST_ID);
  private long lastId = FIRST_ID;

  ByteBuffer stored(boolean withFile, long conversation) {
    byte[] reply = (withFile ? STORED_FILE : STORED).clone();
    write(++lastId, reply, idEnd);
    write(conversation, reply, withFile ? conversationEndWithFile : conversationEnd);
    return ByteBuffer.wrap(reply);
  }

  /** Both templates have heads of the same size, so the id is at the same place. */
  private static int end(byte[] reply, String part) {
    return new String(reply, UTF_8).indexOf(part) + part.length();
  }

  private static void write(long number, byte[] reply, int end) {
    int place = end;
    for (long left = number; left > 0; left /= 10) {
      reply[--place] = (byte) ('0' + left % 10);
    }
  }

  static ByteBuffer count(long requests) {
    return ByteBuffer.wrap(json(Long.toString(requests)));
  }

  private static byte[] json(String body) {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: "
            + body.getBytes(UTF_8).length
            + "\r\n\r\n";
    return (head + body).getBytes(UTF_8);
  }
}
