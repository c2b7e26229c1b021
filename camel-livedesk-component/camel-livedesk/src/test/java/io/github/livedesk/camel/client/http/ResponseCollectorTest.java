// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.camel.client.api.MessageRequest.SendText;
import io.github.livedesk.camel.client.api.SendBounds;
import io.github.livedesk.camel.client.body.JsonBody;
import io.github.livedesk.camel.client.response.ResponseIdentity;
import io.github.livedesk.camel.model.TextMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reply becomes, piece by piece, on a new connection. */
class ResponseCollectorTest {

  private static final String REPLY = "{\"id\":7,\"status\":\"sent\"}";

  private final BasicHttpRequest head = new BasicHttpRequest("POST", "/");
  private final RequestProducer request = new RequestProducer(head, JsonBody.none());
  private final ResponseMemory memory = new ResponseMemory(100_000);
  private final List<Object> ends = new ArrayList<>();
  private final PendingCall call =
      new PendingCall(
          request,
          new SendBounds(System.nanoTime(), Runnable::run),
          1,
          (reply, cause) -> ends.add(reply == null ? cause : reply),
          removed -> {});

  private ResponseCollector consumer(int limit) {
    var identity =
        ResponseIdentity.of(
            new SendText("141", TextMessage.builder().content("hello").build()), request);
    return new ResponseCollector(limit, call, identity, memory);
  }

  private void begin(ResponseCollector consumer, BasicHttpResponse response, EntityDetails entity)
      throws IOException {
    var connection = new TestConnection();
    IoTurn.begin(connection.session(), true);
    var context = new CallContext(call, new IdleConnectionGuard());
    context.setEndpointDetails(connection);
    context.setRequest(head);
    context.begin();
    connection.sent = 1_000_000;
    consumer.consumeResponse(
        response,
        entity,
        context,
        new FutureCallback<>() {
          @Override
          public void completed(RawResponse reply) {
            call.completed(reply);
          }

          @Override
          public void failed(Exception cause) {
            call.failed(cause);
          }

          @Override
          public void cancelled() {
            call.cancelled();
          }
        });
  }

  private RawResponse end(ResponseCollector consumer) {
    consumer.releaseResources();
    assertThat(ends).singleElement().isInstanceOf(RawResponse.class);
    return (RawResponse) ends.get(0);
  }

  private void write() throws IOException {
    request.produce(
        new DataStreamChannel() {
          @Override
          public int write(ByteBuffer bytes) {
            return 0;
          }

          @Override
          public void endStream() {
            // nothing is sent
          }

          @Override
          public void endStream(List<? extends Header> trailers) {
            endStream();
          }

          @Override
          public void requestOutput() {
            // nobody waits
          }
        });
  }

  private static EntityDetails entity(long length) {
    return new BasicEntityDetails(length, null);
  }

  private RawResponse read(int limit, BasicHttpResponse response, long length, byte[]... pieces)
      throws IOException {
    write();
    ResponseCollector consumer = consumer(limit);
    begin(consumer, response, entity(length));
    for (byte[] piece : pieces) {
      consumer.consume(ByteBuffer.wrap(piece));
    }
    assertThat(ends).isEmpty();
    consumer.streamEnd(List.of());
    return end(consumer);
  }

  /** However long the server says it is. */
  @ParameterizedTest
  @CsvSource({"-1", "0", "5", "24", "25", "1000000", "9223372036854775807"})
  void readsAReplyInPieces(long length) throws Exception {
    var response = new BasicHttpResponse(201);
    response.addHeader("Retry-After", "7");

    RawResponse reply =
        read(
            1000,
            response,
            length,
            REPLY.substring(0, 5).getBytes(UTF_8),
            REPLY.substring(5).getBytes(UTF_8));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.retryAfter()).isEqualTo("7");
    assertThat(reply.json()).containsEntry("id", 7).containsEntry("status", "sent");
    assertThat(reply.cut()).isFalse();
    assertThat(reply.doubt()).isNull();
  }

  @Test
  void readsAReplyAsLongAsTheLimit() throws Exception {
    byte[] bytes = REPLY.getBytes(UTF_8);

    assertThat(read(bytes.length, new BasicHttpResponse(200), -1, bytes).json()).isNotNull();
  }

  @Test
  void cutsALongerReplyAndGivesItsConnectionUp() throws Exception {
    write();
    ResponseCollector consumer = consumer(10);
    begin(consumer, new BasicHttpResponse(200), entity(-1));

    assertThatThrownBy(() -> consumer.consume(ByteBuffer.wrap(REPLY.getBytes(UTF_8))))
        .isInstanceOf(IOException.class)
        .hasMessage("The reply is longer than 10 bytes");

    RawResponse reply = end(consumer);
    assertThat(reply.cut()).isTrue();
    assertThat(reply.json()).isNull();
    assertThat(reply.text()).asString(UTF_8).isEqualTo(REPLY.substring(0, 10));
  }

  @Test
  void countsAllPiecesTowardsTheLimit() throws Exception {
    write();
    ResponseCollector consumer = consumer(10);
    begin(consumer, new BasicHttpResponse(200), entity(-1));
    consumer.consume(ByteBuffer.wrap("aaaaaa".getBytes(UTF_8)));

    assertThatThrownBy(() -> consumer.consume(ByteBuffer.wrap("aaaaa".getBytes(UTF_8))))
        .isInstanceOf(IOException.class);

    assertThat(end(consumer).text()).hasSize(10);
  }

  @Test
  void takesAsMuchAsTheServerHas() throws Exception {
    var room = new AtomicInteger();

    consumer(10).updateCapacity(room::set);

    assertThat(room).hasValue(Integer.MAX_VALUE);
  }

  @Test
  void everyPieceOfAReplyEndsTheSilence() throws Exception {
    write();
    ResponseCollector consumer = consumer(1000);

    assertEndsTheSilence(
        () -> consumer.informationResponse(new BasicHttpResponse(103), HttpCoreContext.create()));
    assertEndsTheSilence(() -> begin(consumer, new BasicHttpResponse(200), entity(-1)));
    assertEndsTheSilence(() -> consumer.consume(ByteBuffer.wrap(new byte[1])));
  }

  private void assertEndsTheSilence(ThrowingCallable sign) {
    long before = System.nanoTime();
    assertThatCode(sign).doesNotThrowAnyException();
    assertThat(request.silence(before)).isNotPositive();
  }

  @Test
  void unpacksAReplyUpToTheLimit() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(REPLY.getBytes(UTF_8));
    }
    var response = new BasicHttpResponse(200);
    response.addHeader("Content-Encoding", "gzip");

    RawResponse reply = read(1000, response, -1, packed.toByteArray());

    assertThat(reply.json()).containsEntry("id", 7).containsEntry("status", "sent");
    assertThat(reply.cut()).isFalse();
  }

  @Test
  void aReplyThatUnpacksToMoreThanTheLimitIsCut() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write((REPLY + " ".repeat(10_000)).getBytes(UTF_8));
    }
    var response = new BasicHttpResponse(200);
    response.addHeader("Content-Encoding", "gzip");

    RawResponse reply = read(1000, response, -1, packed.toByteArray());

    assertThat(reply.cut()).isTrue();
    assertThat(reply.json()).isNull();
  }

  @Test
  void aReplyMayHaveNoBody() throws Exception {
    write();
    ResponseCollector consumer = consumer(1000);

    begin(consumer, new BasicHttpResponse(204), null);

    assertThat(end(consumer).text()).isEmpty();
  }

  @Test
  void aSuccessBeforeTheRequestIsWrittenIsInDoubt() {
    ResponseCollector consumer = consumer(1000);

    assertThatThrownBy(() -> begin(consumer, new BasicHttpResponse(299), entity(-1)))
        .hasMessage("The reply began before the request was written");

    assertThat(end(consumer).doubt())
        .isEqualTo(
            "may be that to another request: it began before the request was written to its end");
  }

  /** Its head alone says so: the rest may never come. */
  @ParameterizedTest
  @CsvSource({"300", "422"})
  void aRefusalIsTheResultWhateverComesAfterIt(int status) throws Exception {
    ResponseCollector consumer = consumer(1000);
    begin(consumer, new BasicHttpResponse(status), entity(-1));
    assertThat(ends).isEmpty();

    call.failed(new IOException("reset"));

    assertThat(ends).singleElement().isInstanceOf(RawResponse.class);
  }

  @Test
  void aSuccessIsNoneBeforeItsEnd() throws Exception {
    write();
    begin(consumer(1000), new BasicHttpResponse(200), entity(-1));

    call.failed(new IOException("reset"));

    assertThat(ends).singleElement().isInstanceOf(IOException.class);
  }

  /**
   * HttpCore cancels a request that finds its connection closed, and the thread that sent it may
   * find it as late as that.
   */
  @Test
  void aReplyThatClosesItsConnectionIsTheResult() throws Exception {
    call.setExecRuntime(runtimeThatOnClosing(() -> call.failed(new RequestNotExecutedException())));

    RawResponse reply =
        read(1000, new BasicHttpResponse(200), -1, "{\"status\":\"sent\"}".getBytes(UTF_8));

    assertThat(reply.json()).containsEntry("status", "sent");
  }

  private static AsyncExecRuntime runtimeThatOnClosing(Runnable action) {
    return (AsyncExecRuntime)
        Proxy.newProxyInstance(
            AsyncExecRuntime.class.getClassLoader(),
            new Class<?>[] {AsyncExecRuntime.class},
            (proxy, method, arguments) -> {
              if ("discardEndpoint".equals(method.getName())) {
                action.run();
              }
              return null;
            });
  }

  @Test
  void aReplyWithoutAnIdIsInNoDoubt() throws Exception {
    byte[] body = "{\"content\":\"zebra\"}".getBytes(UTF_8);

    assertThat(read(1000, new BasicHttpResponse(200), -1, body).doubt()).isNull();
  }

  @Test
  void aMessageOfAnotherTextIsInDoubt() throws Exception {
    byte[] body = "{\"id\":7,\"content\":\"zebra\"}".getBytes(UTF_8);

    assertThat(read(1000, new BasicHttpResponse(200), -1, body).doubt())
        .isEqualTo("may be that to another request: its content is another text");
  }

  /** What is longer than usual takes of the memory that all replies share, until it was read. */
  @Test
  void aLongReplyNeedsMemory() throws Exception {
    byte[] half = " ".repeat(50_000).getBytes(UTF_8);
    write();
    ResponseCollector first = consumer(1_000_000);
    begin(first, new BasicHttpResponse(200), entity(-1));
    first.consume(ByteBuffer.wrap(half));
    first.consume(ByteBuffer.wrap(half));
    ResponseCollector second = consumer(1_000_000);
    begin(second, new BasicHttpResponse(200), entity(-1));
    second.consume(ByteBuffer.wrap(half));

    assertThatThrownBy(() -> second.consume(ByteBuffer.wrap(half))).isInstanceOf(IOException.class);

    first.streamEnd(null);
    assertThat(memory.take(100_000)).isTrue();
  }

  /** The thread that cancels may be quicker than the one that reads. */
  @Test
  void aReplyTakesNoMemoryAfterItWasCancelled() throws Exception {
    byte[] half = " ".repeat(50_000).getBytes(UTF_8);
    write();
    ResponseCollector consumer = consumer(1_000_000);
    begin(consumer, new BasicHttpResponse(200), entity(-1));
    consumer.consume(ByteBuffer.wrap(half));

    consumer.releaseResources();
    consumer.consume(ByteBuffer.wrap(half));

    assertThat(memory.take(100_000)).isTrue();
  }
}
