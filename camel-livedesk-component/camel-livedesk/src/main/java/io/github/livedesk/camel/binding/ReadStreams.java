package io.github.livedesk.camel.binding;

import java.io.Closeable;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The streams and readers that a send has read. Read again, by a redelivery or by a copy of the
 * exchange, they give nothing, and the customer would get an empty file.
 */
final class ReadStreams {

  static final String FOUND = "a stream that was read before and can't be read twice";
  static final String TAKES =
      "a body that can be read again: switch stream caching on, or use a file";

  /** For the whole JVM: what was read is read for every component. */
  private static final Set<Closeable> READ =
      Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

  private ReadStreams() {}

  /** Whether a send has begun to read it. */
  static boolean contains(Closeable stream) {
    return READ.contains(stream);
  }

  /** Marks it as read; false where it was before. */
  static boolean add(Closeable stream) {
    return READ.add(stream);
  }
}
