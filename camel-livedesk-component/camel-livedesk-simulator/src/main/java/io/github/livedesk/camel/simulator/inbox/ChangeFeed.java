// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.inbox;

import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventConnectionCallback;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells inboxes that something has changed; what, they ask for themselves. However much changes,
 * and however slow an inbox is, one event waits for it at most.
 */
public final class ChangeFeed implements ServerSentEventConnectionCallback {

  private static final long KEEP_ALIVE_MILLIS = 15_000;

  private final AtomicLong version = new AtomicLong();
  private final Set<Inbox> inboxes = ConcurrentHashMap.newKeySet();

  /** How many changes there were. */
  long version() {
    return version.get();
  }

  public void changed() {
    version.incrementAndGet();
    inboxes.forEach(Inbox::tell);
  }

  @Override
  public void connected(ServerSentEventConnection connection, String lastEventId) {
    var inbox = new Inbox(connection);
    connection.setKeepAliveTime(KEEP_ALIVE_MILLIS);
    connection.addCloseTask(closed -> inboxes.remove(inbox));
    inboxes.add(inbox);
    inbox.tell();
  }

  private final class Inbox implements ServerSentEventConnection.EventCallback {

    private final ServerSentEventConnection connection;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile long told = -1;

    Inbox(ServerSentEventConnection connection) {
      this.connection = connection;
    }

    void tell() {
      if (underWay.compareAndSet(false, true)) {
        told = version();
        connection.send(String.valueOf(told), "change", null, this);
      }
    }

    @Override
    public void done(ServerSentEventConnection same, String data, String event, String id) {
      underWay.set(false);
      if (told != version()) {
        tell();
      }
    }

    @Override
    public void failed(
        ServerSentEventConnection same, String data, String event, String id, IOException cause) {
      inboxes.remove(this);
    }
  }
}
