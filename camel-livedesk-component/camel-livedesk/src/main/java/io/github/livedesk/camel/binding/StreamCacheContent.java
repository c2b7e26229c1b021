// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.model.FileContent;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/**
 * A body that Camel's stream caching keeps: read from a copy, so that the route can read it too.
 */
final class StreamCacheContent implements FileContent {

  private final StreamCache cache;
  private final Exchange exchange;

  StreamCacheContent(StreamCache cache, Exchange exchange) {
    this.cache = cache;
    this.exchange = exchange;
  }

  /** Only of bytes: a cached reader counts characters. */
  @Override
  public long length() {
    return cache instanceof InputStream && cache.length() > 0 ? cache.length() : UNKNOWN;
  }

  @Override
  public boolean isReplayable() {
    return true;
  }

  /** Not where a converter would be needed: nobody knows what that waits for. */
  @Override
  public boolean isInMemory() {
    return cache.inMemory() && cache instanceof InputStream;
  }

  @Override
  public InputStream open() throws IOException {
    StreamCache copy = cache.copy(exchange);
    if (copy == null) {
      cache.reset();
      copy = cache;
    }
    return copy instanceof InputStream stream
        ? stream
        : exchange.getContext().getTypeConverter().convertTo(InputStream.class, exchange, copy);
  }
}
