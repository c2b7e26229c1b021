// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.camel.client.api.MessageRequest.SendFiles;
import io.github.livedesk.camel.client.body.JsonBody;
import io.github.livedesk.camel.client.body.MultipartBody;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FilePart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.junit.jupiter.api.Test;

/** The proof of what was sent. */
class RequestProducerTest {

  private static final byte[] JSON = "{\"content\":\"hello\"}".getBytes(UTF_8);

  private final RequestProducer producer =
      new RequestProducer(new BasicHttpRequest("POST", "/"), new JsonBody(JSON));
  private final Channel channel = new Channel();

  @Test
  void writesAllOfIt() throws Exception {
    producer.produce(channel);

    assertThat(channel.written.toByteArray()).isEqualTo(JSON);
    assertThat(channel.ended).isTrue();
    assertThat(producer.isComplete()).isTrue();
  }

  @Test
  void isOutWithItsLastByte() throws Exception {
    producer.produce(channel);
    var request = new BasicHttpRequest("POST", "/a");
    request.addHeader("Content-Length", JSON.length);
    String head = "POST /a HTTP/1.1\r\nContent-Length: " + JSON.length + "\r\n\r\n";
    int all = head.length() + JSON.length;

    assertThat(producer.isOut(request, all)).isTrue();
    assertThat(producer.isOut(request, all - 1)).isFalse();
  }

  @Test
  void isNotOutBeforeAllIsWritten() throws Exception {
    channel.room = 5;
    producer.produce(channel);

    assertThat(producer.isOut(new BasicHttpRequest("POST", "/"), 1_000_000)).isFalse();
  }

  @Test
  void isNotCompleteBeforeItsLastByte() throws Exception {
    channel.room = 5;
    assertThat(producer.isBegun()).isFalse();

    producer.produce(channel);

    assertThat(producer.isBegun()).isTrue();
    assertThat(producer.isComplete()).isFalse();
    assertThat(producer.available()).isPositive();
    producer.produce(channel);
    assertThat(producer.isComplete()).as("after ten bytes").isFalse();
  }

  @Test
  void writesNothingMoreOnceItWasAbandoned() throws Exception {
    channel.room = 5;
    producer.produce(channel);

    producer.abort();

    assertThatThrownBy(() -> producer.produce(channel)).isInstanceOf(IOException.class);
    assertThat(channel.written.size()).isEqualTo(5);
    assertThat(producer.isComplete()).isFalse();
  }

  @Test
  void staysCompleteWhenItIsAbandonedTooLate() throws Exception {
    producer.produce(channel);

    producer.abort();

    assertThat(producer.isComplete()).isTrue();
  }

  @Test
  void writesNothingMoreWhereItWasAbandonedWithinAWrite() {
    channel.room = 5;
    channel.whileWriting = producer::abort;

    assertThatCode(() -> producer.produce(channel)).doesNotThrowAnyException();
    assertThatThrownBy(() -> producer.produce(channel)).isInstanceOf(IOException.class);

    assertThat(channel.written.size()).isEqualTo(5);
    assertThat(producer.isComplete()).isFalse();
  }

  @Test
  void isNotCompleteWhereTheLastWriteFails() {
    channel.whileWriting =
        () -> {
          throw new IllegalStateException("broken");
        };

    assertThatThrownBy(() -> producer.produce(channel)).isInstanceOf(IllegalStateException.class);

    assertThat(producer.isComplete()).isFalse();
  }

  @Test
  void writesLongJsonInPieces() throws Exception {
    byte[] json = new byte[200_000];
    var longer = new RequestProducer(new BasicHttpRequest("POST", "/"), new JsonBody(json));
    channel.room = 70_000;

    int calls = 0;
    for (; longer.available() > 0; calls++) {
      longer.produce(channel);
    }

    assertThat(calls).as("so that the reactor can look for a reply in between").isEqualTo(4);

    assertThat(channel.written.size()).isEqualTo(json.length);
    assertThat(channel.ended).isTrue();
    assertThat(longer.getContentLength()).isEqualTo(json.length);
  }

  @Test
  void seesNoSilenceBeforeItHasBegun() throws Exception {
    assertThat(producer.silence(System.nanoTime())).isZero();

    producer.produce(channel);

    assertThat(producer.silence(System.nanoTime() + 1_000_000_000))
        .isBetween(1_000_000_000L, 100_000_000_000L);
  }

  @Test
  void startsAgainWhereAProxyAskedForCredentials() throws Exception {
    producer.produce(channel);
    producer.releaseResources();
    producer.produce(channel);

    assertThat(channel.written.toString(UTF_8)).isEqualTo(new String(JSON, UTF_8).repeat(2));
    assertThat(producer.isComplete()).isTrue();
  }

  /** To wake an I/O thread is a system call: it is for one that got nothing. */
  @Test
  void wakesTheConnectionOnlyWhereItWaitsForAPiece() throws Exception {
    Deque<Runnable> pool = new ArrayDeque<>();
    RequestProducer slow =
        attachment(FileContent.of(new ByteArrayInputStream(JSON), JSON.length), pool);
    slow.produce(channel);
    assertThat(channel.written.toString(UTF_8)).endsWith("\r\n\r\n");
    assertThat(slow.available()).isZero();
    assertThat(channel.woken).isZero();

    pool.remove().run();
    assertThat(channel.woken).isEqualTo(1);
    assertThat(slow.available()).isPositive();
    slow.produce(channel);

    assertThat(channel.ended).isTrue();
    assertThat(channel.woken).isEqualTo(1);
  }

  @Test
  void readsWhatIsInMemoryWithoutAThreadOfThePool() throws Exception {
    Deque<Runnable> pool = new ArrayDeque<>();
    RequestProducer file = attachment(FileContent.of(JSON), pool);

    file.produce(channel);
    file.close();

    assertThat(channel.written.toString(UTF_8)).contains(new String(JSON, UTF_8));
    assertThat(channel.ended).isTrue();
    assertThat(pool).isEmpty();
  }

  @Test
  void aFileIsClosedWithIt() throws Exception {
    Deque<Runnable> pool = new ArrayDeque<>();
    RequestProducer file =
        attachment(FileContent.of(new ByteArrayInputStream(JSON), JSON.length), pool);

    file.close();

    assertThat(pool).as("it may take long").hasSize(1);
  }

  @Test
  void aStreamIsSpentOnceItIsRead() throws Exception {
    RequestProducer file =
        attachment(FileContent.of(new ByteArrayInputStream(JSON), JSON.length), new ArrayDeque<>());
    assertThat(file.isConsumed()).isFalse();
    file.produce(channel);

    assertThat(file.isConsumed()).isTrue();
    assertThat(file.isRepeatable()).isFalse();
    producer.produce(channel);
    assertThat(producer.isConsumed()).isFalse();
    assertThat(producer.isRepeatable()).isTrue();
  }

  @Test
  void aChunkedRequestIsOutWithTheEndOfItsLastChunk() throws Exception {
    Deque<Runnable> pool = new ArrayDeque<>();
    RequestProducer file = attachment(FileContent.of(new ByteArrayInputStream(JSON), -1), pool);
    while (!channel.ended) {
      file.produce(channel);
      if (!pool.isEmpty()) {
        pool.remove().run();
      }
    }
    int head = "POST /a HTTP/1.1\r\n\r\n".length();
    int all = head + channel.written.size() + "1\r\n\r\n0\r\n\r\n".length();

    assertThat(file.isChunked()).isTrue();
    assertThat(file.isOut(new BasicHttpRequest("POST", "/a"), all)).isTrue();
    assertThat(file.isOut(new BasicHttpRequest("POST", "/a"), all - 1)).isFalse();
  }

  @Test
  void aBodyHasATypeWhereThereIsOne() {
    assertThat(producer.getContentType()).isEqualTo("application/json");
    assertThat(producer.getContentEncoding()).isNull();
    assertThat(producer.isChunked()).isFalse();
    var empty = new RequestProducer(new BasicHttpRequest("POST", "/"), JsonBody.none());
    assertThat(empty.getContentType()).isNull();
    assertThat(empty.getContentLength()).isZero();
    assertThat(empty.isChunked()).isFalse();
  }

  private static RequestProducer attachment(FileContent content, Deque<Runnable> pool)
      throws Exception {
    var files = List.of(new FilePart(content, "a.json", "application/json"));
    var message = new SendFiles("141", null, false, Map.of(), files);
    return new RequestProducer(
        new BasicHttpRequest("POST", "/"),
        new MultipartBody(
            message.content(), 0, new SourceWatch(Duration.ofSeconds(30)), pool::add));
  }

  /** A channel that takes so many bytes at a time. */
  private static final class Channel implements DataStreamChannel {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int room = Integer.MAX_VALUE;
    private Runnable whileWriting = () -> {};
    private boolean ended;
    private int woken;

    @Override
    public int write(ByteBuffer bytes) {
      whileWriting.run();
      int taken = Math.min(room, bytes.remaining());
      written.write(bytes.array(), bytes.arrayOffset() + bytes.position(), taken);
      bytes.position(bytes.position() + taken);
      return taken;
    }

    @Override
    public void endStream() {
      ended = true;
    }

    @Override
    public void endStream(List<? extends Header> trailers) {
      endStream();
    }

    @Override
    public void requestOutput() {
      woken++;
    }
  }
}
