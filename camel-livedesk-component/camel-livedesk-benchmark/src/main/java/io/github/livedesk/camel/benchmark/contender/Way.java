package io.github.livedesk.camel.benchmark.contender;

import static io.github.livedesk.camel.benchmark.contender.Kind.ATTACHMENT;
import static io.github.livedesk.camel.benchmark.contender.Kind.TEMPLATE;
import static io.github.livedesk.camel.benchmark.contender.Kind.TEXT;

import io.github.livedesk.camel.benchmark.contender.CamelContender.Feed;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The ways to send that are compared. */
// What opens a contender is a lambda without state; the set of kinds is never changed.
@SuppressWarnings("ImmutableEnumChecker")
public enum Way {
  FLOOR("raw socket and Jackson, the floor", true, (kind, port, n) -> new RawSocket(kind, port)),
  HTTPCLIENT_ASYNC("HttpClient 5 async, no Camel", false, AsyncHttpClient::new, TEMPLATE),
  HTTPCLIENT_CLASSIC("HttpClient 5 classic, no Camel", true, ClassicHttpClient::new, ATTACHMENT),
  USUAL(
      "the usual route: marshal, headers, toD(\"http:...\"), unmarshal",
      true,
      CamelWays::usualHttp,
      TEMPLATE,
      ATTACHMENT),
  TUNED("the tuned route: to(\"http:...?httpMethod=POST\")", true, CamelWays::tunedHttp, TEMPLATE),
  VERTX("camel-vertx-http, fed asynchronously", false, CamelWays::vertxHttp),
  WHATSAPP(
      "camel-whatsapp, fed asynchronously", false, (kind, port, n) -> CamelWays.whatsApp(port)),
  PRODUCER_TEMPLATE(
      "camel-livedesk, to, through ProducerTemplate",
      true,
      (kind, port, n) -> CamelWays.to(kind, port, n, Feed.PRODUCER_TEMPLATE),
      TEMPLATE,
      ATTACHMENT),
  TO(
      "camel-livedesk, to, fed asynchronously",
      false,
      (kind, port, n) -> CamelWays.to(kind, port, n, Feed.ASYNCHRONOUS),
      TEMPLATE,
      ATTACHMENT),
  TO_D("camel-livedesk, toD, fed asynchronously", false, (kind, port, n) -> CamelWays.toD(port, n));

  private final String title;
  private final boolean blocks;
  private final Opening opening;
  private final Set<Kind> kinds;

  Way(String title, boolean blocks, Opening opening, Kind... besidesText) {
    this.title = title;
    this.blocks = blocks;
    this.opening = opening;
    this.kinds = EnumSet.of(TEXT, besidesText);
  }

  /** Those that send such messages. */
  public static List<Way> of(Kind kind) {
    return Stream.of(values()).filter(way -> way.kinds.contains(kind)).toList();
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
