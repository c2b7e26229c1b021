// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.stub;

import io.github.livedesk.camel.benchmark.load.ChildJvm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** A stub server that runs in a JVM of its own, from its start to {@link #close}. */
public final class Stub implements AutoCloseable {

  private final ChildJvm jvm;
  private final int port;

  private Stub(ChildJvm jvm, int port) {
    this.jvm = jvm;
    this.port = port;
  }

  /**
   * Starts one.
   *
   * @param delay before each reply; may be zero
   */
  public static Stub start(Duration delay) throws IOException {
    var jvm =
        ChildJvm.start(
            StubServer.class,
            List.of("-Xmx256m", "-XX:+UseSerialGC"),
            List.of(Long.toString(delay.toMillis())));
    return new Stub(jvm, Integer.parseInt(jvm.readLine()));
  }

  public int port() {
    return port;
  }

  /** Base URL, without a slash at its end. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Messages that it has got. */
  public long messages() throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(url() + "/messages")).build();
    return Long.parseLong(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
  }

  @Override
  public void close() {
    jvm.close();
  }
}
