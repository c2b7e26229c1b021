package io.github.livedesk.camel.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
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

    producer.abandon();

    assertThatThrownBy(() -> producer.produce(channel)).isInstanceOf(IOException.class);
    assertThat(channel.written.size()).isEqualTo(5);
    assertThat(producer.isComplete()).isFalse();
  }

  @Test
  void staysCompleteWhenItIsAbandonedTooLate() throws Exception {
    producer.produce(channel);

    producer.abandon();

    assertThat(producer.isComplete()).isTrue();
  }

  @Test
  void writesNothingMoreWhereItWasAbandonedWithinAWrite() {
    channel.room = 5;
    channel.whileWriting = producer::abandon;

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

  /** A channel that takes so many bytes at a time. */
  private static final class Channel implements DataStreamChannel {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int room = Integer.MAX_VALUE;
    private Runnable whileWriting = () -> {};
    private boolean ended;

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
      // the test calls produce itself
    }
  }
}
