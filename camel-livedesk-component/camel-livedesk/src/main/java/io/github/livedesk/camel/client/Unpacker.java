// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Undoes gzip, which nobody asked the server for but some proxies apply all the same. Never makes
 * more bytes than the limit, however far they would unpack.
 */
final class Unpacker {

  private Unpacker() {}

  /** The reply with its body unpacked, or cut at the limit. */
  static WireReply unpack(WireReply reply, int limit) {
    if (reply.contentEncoding() == null || reply.cut()) {
      return reply;
    }
    String encoding = reply.contentEncoding().trim().toLowerCase(Locale.ROOT);
    if (!encoding.equals("gzip") && !encoding.equals("x-gzip")) {
      return reply;
    }
    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
      byte[] body = unpacked.readNBytes(limit);
      boolean cut = unpacked.read() >= 0;
      return new WireReply(reply.status(), null, reply.retryAfter(), body, cut);
    } catch (IOException damaged) {
      return reply;
    }
  }
}
