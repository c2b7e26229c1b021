// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import java.io.Closeable;

/**
 * The streams and readers that a send has read. Read again, by a redelivery or by a copy of the
 * exchange, they give nothing, and the customer would get an empty file.
 */
final class ReadStreams {

  static final String FOUND = "a stream that was read before and can't be read twice";
  static final String TAKES =
      "a body that can be read again: switch stream caching on, or use a file";

  /** For the whole JVM: what was read is read for every component. */
  private static final WeakIdentityMap<Closeable, Boolean> READ = new WeakIdentityMap<>();

  private ReadStreams() {}

  /** Whether a send has begun to read it. */
  static boolean contains(Closeable stream) {
    return READ.get(stream) != null;
  }

  /** Marks it as read; false where it was before. */
  static boolean add(Closeable stream) {
    return READ.putFirst(stream, true);
  }
}
