// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

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

  /**
   * The body of a reply.
   *
   * @param body as it came, whole
   * @param encoding its {@code Content-Encoding}, or null
   * @param limit bytes
   * @return the bytes themselves where they aren't packed; one more than the limit where they would
   *     unpack to more
   */
  static byte[] unpack(byte[] body, String encoding, int limit) {
    if (encoding == null) {
      return body;
    }
    String name = encoding.trim().toLowerCase(Locale.ROOT);
    if (!name.equals("gzip") && !name.equals("x-gzip")) {
      return body;
    }
    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return unpacked.readNBytes((int) Math.min(limit + 1L, Integer.MAX_VALUE));
    } catch (IOException damaged) {
      return body;
    }
  }
}
