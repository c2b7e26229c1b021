// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.testing.SocketServer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/** A program of its own, for a JVM with little memory: very large replies, many at a time. */
public final class LargeReplies {

  private static final int SENDS = 100;
  private static final String MANY = "[" + "{},".repeat(1_390_000) + "{}]";
  private static final String STORED = "{\"id\":1,\"x\":" + MANY + "}";
  private static final String FAILED =
      "{\"id\":1,\"status\":\"failed\",\"content_attributes\":{\"x\":"
          + MANY
          + ",\"external_error\":\"131047: more than 24 hours\"}}";

  private LargeReplies() {}

  /**
   * Prints how many sends ended, and how many as a success; and how often one after them worked.
   *
   * @param args what the replies are: packed, plain or failed; the latter packed too
   */
  public static void main(String[] args) throws Exception {
    boolean packed = !args[0].equals("plain");
    String reply = args[0].equals("failed") ? FAILED : STORED;
    var many = new CountDownLatch(SENDS);
    byte[] body = packed ? gzip(reply) : reply.getBytes(StandardCharsets.UTF_8);
    try (var server =
            SocketServer.start(
                connection -> {
                  while (true) {
                    if (connection.readRequest().conversation().equals("1")) {
                      connection.reply("{\"id\":2}");
                    } else {
                      many.countDown();
                      many.await();
                      connection.write(
                          head(body.length, packed ? "Content-Encoding: gzip\r\n" : ""));
                      connection.socket().getOutputStream().write(body);
                    }
                  }
                });
        var context = new DefaultCamelContext()) {
      context.start();
      send(context, server.url());
    }
    System.exit(0);
  }

  private static void send(DefaultCamelContext context, String url) throws Exception {
    String uri = "livedesk:messages?apiKey=k&secretKey=s&retryMode=none&baseUrl=" + url;
    context.getComponent("livedesk", LiveDeskComponent.class).setMaxConnections(SENDS);
    AsyncProducer producer = context.getEndpoint(uri).createAsyncProducer();
    producer.start();
    var ended = new CountDownLatch(SENDS);
    List<Exchange> exchanges = new ArrayList<>();
    for (int i = 0; i < SENDS; i++) {
      Exchange exchange = exchange(context, i + 10);
      exchanges.add(exchange);
      producer.process(exchange, doneSync -> ended.countDown());
    }
    boolean all = ended.await(2, TimeUnit.MINUTES);
    Exchange after = exchange(context, 1);
    producer.process(after);
    System.out.println(
        "all ended: %s, successes: %d, afterwards: %s"
            .formatted(
                all,
                exchanges.stream().filter(exchange -> exchange.getException() == null).count(),
                after.getException() == null ? "works" : after.getException()));
    exchanges.stream()
        .map(Exchange::getException)
        .filter(failure -> failure != null)
        .map(Exception::toString)
        .map(text -> text.replaceAll("conversation \\d+", "conversation"))
        .distinct()
        .forEach(System.out::println);
  }

  private static Exchange exchange(DefaultCamelContext context, int conversation) {
    var exchange = new DefaultExchange(context);
    exchange.getMessage().setBody("hello");
    exchange.getMessage().setHeader(LiveDeskConstants.CONVERSATION_ID, conversation);
    return exchange;
  }

  private static String head(int length, String more) {
    return "HTTP/1.1 200 OK\r\n" + more + "Content-Length: " + length + "\r\n\r\n";
  }

  private static byte[] gzip(String text) throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }
}
