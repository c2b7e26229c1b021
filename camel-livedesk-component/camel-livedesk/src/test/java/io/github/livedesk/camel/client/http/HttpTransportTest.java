// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.client.api.CallResult;
import io.github.livedesk.camel.client.api.MessageRequest.SendText;
import io.github.livedesk.camel.client.api.SendBounds;
import io.github.livedesk.camel.client.send.HttpCalls;
import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.client.settings.Credentials;
import io.github.livedesk.camel.client.settings.TransportSettings;
import io.github.livedesk.camel.client.source.SourceReads;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.testing.SocketServer;
import io.github.livedesk.camel.testing.Vitals;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.HttpRoute;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What connections of one kind leave behind. */
class HttpTransportTest {

  private static final int HOSTS = 50;

  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final TransportSettings settings =
      new TransportSettings(10, Duration.ofSeconds(10), null, null, null);
  private final HttpTransport transport =
      new HttpTransport(settings, HostResolver.system(pool), new ResponseMemory());

  private final List<SocketServer> servers = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (SocketServer server : servers) {
      server.close();
    }
    transport.close();
    pool.shutdown();
  }

  @Test
  void hostsWithoutAConnectionAreForgotten() throws Exception {
    Queue<CallResult> ends = new ConcurrentLinkedQueue<>();
    var bounds = new SendBounds(System.nanoTime() + TimeUnit.MINUTES.toNanos(5), pool);
    for (int i = 0; i < HOSTS; i++) {
      var server = SocketServer.start(connection -> {});
      servers.add(server);
      calls(URI.create(server.url()))
          .make(
              new SendText("141", TextMessage.builder().content("hello").build()),
              bounds,
              ends::add);
    }
    await().until(() -> ends.size() == HOSTS);
    ends.clear();
    assertThat(routes()).isGreaterThanOrEqualTo(HOSTS);

    transport.tick(System.nanoTime() + TimeUnit.SECONDS.toNanos(15));

    await().until(() -> routes() < HOSTS);
  }

  private HttpCalls calls(URI baseUrl) {
    Duration minute = Duration.ofMinutes(1);
    var credentials = new Credentials("key", "secret");
    return new HttpCalls(
        new ClientSettings(baseUrl, credentials, minute, minute, 1_000, 0, true, null, settings),
        transport,
        new SourceReads(pool),
        pool);
  }

  private static long routes() {
    return Vitals.now().objects().getOrDefault(HttpRoute.class.getName(), 0L);
  }
}
