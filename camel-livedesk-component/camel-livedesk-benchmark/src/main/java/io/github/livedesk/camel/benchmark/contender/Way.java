// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.contender;

import io.github.livedesk.camel.benchmark.contender.CamelContender.Feed;

/** The ways to send that are compared. Each sends every kind of message. */
// What opens a contender is a lambda without state.
@SuppressWarnings("ImmutableEnumChecker")
public enum Way {
  FLOOR("raw socket and Jackson, the floor", true, (kind, port, n) -> new RawSocket(kind, port)),
  HTTPCLIENT_ASYNC("HttpClient 5 async, no Camel", false, AsyncHttpClient::new),
  HTTPCLIENT_CLASSIC("HttpClient 5 classic, no Camel", true, ClassicHttpClient::new),
  USUAL(
      "the usual route: marshal, headers, toD(\"http:...\"), unmarshal",
      true,
      CamelWays::usualHttp),
  TUNED("the tuned route: to(\"http:...?httpMethod=POST\")", true, CamelWays::tunedHttp),
  VERTX("camel-vertx-http, fed asynchronously", false, CamelWays::vertxHttp),
  WHATSAPP(
      "camel-whatsapp, fed asynchronously",
      false,
      (kind, port, n) -> CamelWays.whatsApp(kind, port)),
  PRODUCER_TEMPLATE(
      "camel-livedesk, to, through ProducerTemplate",
      true,
      (kind, port, n) -> CamelWays.to(kind, port, n, Feed.PRODUCER_TEMPLATE)),
  TO(
      "camel-livedesk, to, fed asynchronously",
      false,
      (kind, port, n) -> CamelWays.to(kind, port, n, Feed.ASYNCHRONOUS)),
  TO_D("camel-livedesk, toD, fed asynchronously", false, CamelWays::toD);

  private final String title;
  private final boolean blocks;
  private final Opening opening;

  Way(String title, boolean blocks, Opening opening) {
    this.title = title;
    this.blocks = blocks;
    this.opening = opening;
  }

  public String title() {
    return title;
  }

  /** Whether each message in flight holds a thread of the caller's. */
  public boolean blocks() {
    return blocks;
  }

  /**
   * Ready to send.
   *
   * @param kind what it will send
   * @param port of the server, on this machine
   * @param inFlight messages at a time, at most
   */
  public Contender open(Kind kind, int port, int inFlight) throws Exception {
    return opening.open(kind, port, inFlight);
  }

  private interface Opening {

    Contender open(Kind kind, int port, int inFlight) throws Exception;
  }
}
