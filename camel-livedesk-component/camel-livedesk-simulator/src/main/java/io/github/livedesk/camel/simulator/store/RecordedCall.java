// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A request and what was answered.
 *
 * @param number from 1
 * @param receivedAt when the request was complete
 * @param request as it came
 * @param reply what was answered; null as long as nothing was
 */
public record RecordedCall(long number, Instant receivedAt, Request request, Reply reply) {

  private static final int OWN_SIZE = 1_000;

  /**
   * An answer.
   *
   * @param status 0 where the connection was dropped instead
   * @param headers by name
   */
  @SuppressWarnings("ArrayRecordComponent") // written out, never compared
  public record Reply(int status, Map<String, String> headers, byte[] body) {

    public static final Reply NONE = new Reply(0, Map.of(), new byte[0]);
  }

  RecordedCall answered(Reply given) {
    return new RecordedCall(number, receivedAt, request, given);
  }

  RecordedCall withWarnings(List<String> warnings) {
    return new RecordedCall(number, receivedAt, request.withWarnings(warnings), reply);
  }

  /** What it takes of the memory, roughly, in bytes. */
  long size() {
    return OWN_SIZE + request.size() + (reply == null ? 0 : reply.body().length);
  }
}
