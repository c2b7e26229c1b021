// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bodies, headers and attributes of the route's own that throw what they like: the send is refused,
 * once, and what they say of themselves does not show.
 */
class BrokenBodyTest extends SimulatorTestSupport {

  private static final String CANARY = "canary of the customer";
  private static final String TEMPLATE =
      TO_141 + "&op=template&templateName=order_update&templateLanguage=en_US";

  BrokenBodyTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  /** Throws what it was made with, whatever it is. */
  private static final class Thrower {

    private final Throwable thrown;

    Thrower(Throwable thrown) {
      this.thrown = thrown;
    }

    RuntimeException now() {
      return Thrower.<RuntimeException>sneak(thrown);
    }

    /** As Groovy and Kotlin do it. */
    @SuppressWarnings("unchecked") // erased: nothing is cast
    private static <E extends Throwable> RuntimeException sneak(Throwable thrown) throws E {
      throw (E) thrown;
    }

    InputStream stream() {
      return new InputStream() {
        @Override
        public int read() {
          throw now();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
          throw now();
        }
      };
    }

    Reader reader() {
      return new Reader() {
        @Override
        public int read(char[] buffer, int offset, int length) {
          throw now();
        }

        @Override
        public void close() {
          // nothing is open
        }
      };
    }

    CharSequence text() {
      return new CharSequence() {
        @Override
        public int length() {
          throw now();
        }

        @Override
        public char charAt(int index) {
          throw now();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
          throw now();
        }

        @Override
        public String toString() {
          throw now();
        }
      };
    }

    Map<String, Object> map() {
      return new AbstractMap<>() {
        @Override
        public Set<Entry<String, Object>> entrySet() {
          throw now();
        }
      };
    }

    List<Object> list() {
      return new AbstractList<>() {
        @Override
        public Object get(int index) {
          throw now();
        }

        @Override
        public int size() {
          return 1;
        }
      };
    }

    Number number() {
      return new AtomicInteger() {
        @Override
        public String toString() {
          throw now();
        }
      };
    }

    ObjectNode tree() {
      return new ObjectNode(
          JsonNodeFactory.instance,
          new HashMap<>() {
            @Override
            public Set<Entry<String, JsonNode>> entrySet() {
              throw now();
            }
          });
    }
  }

  static Stream<Throwable> whatIsThrown() {
    return Stream.of(
        new IllegalStateException(CANARY),
        new ConcurrentModificationException(CANARY),
        new UncheckedIOException(new IOException(CANARY)),
        new StackOverflowError(CANARY),
        new NoClassDefFoundError(CANARY),
        new ExceptionInInitializerError(CANARY),
        new AssertionError(CANARY),
        new TimeoutException(CANARY));
  }

  private static void assertRefused(String field, Exchange exchange, Throwable thrown) {
    var failure = failure(LiveDeskRequestException.class, exchange);
    assertThat(failure)
        .hasMessageContaining(thrown.getClass().getSimpleName())
        .hasMessageNotContaining(CANARY)
        .hasNoCause();
    assertThat(failure.getSuppressed()).isEmpty();
    assertThat(failure.getField()).isEqualTo(field);
    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure.getConversationId()).isEqualTo("141");
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry(LiveDeskConstants.OUTCOME, "NOT_SENT");
  }

  @ParameterizedTest
  @MethodSource("whatIsThrown")
  void aBodyThatThrows(Throwable thrown) {
    var thrower = new Thrower(thrown);
    List<Supplier<Object>> bodies =
        List.of(
            thrower::stream,
            thrower::reader,
            thrower::text,
            thrower::map,
            thrower::number,
            thrower::tree,
            () -> new BufferedInputStream(thrower.stream()),
            () -> new BufferedReader(thrower.reader()),
            () -> new SequenceInputStream(InputStream.nullInputStream(), thrower.stream()));
    for (Supplier<Object> body : bodies) {
      assertRefused("body", send(TO_141, body.get()), thrown);
      assertRefused("body", send(TO_141 + "&op=text", body.get()), thrown);
    }
    assertRefused("content", send(TO_141, Map.of("content", thrower.text())), thrown);
    Map<String, Object> attributes = Map.of("content", "x", "content_attributes", thrower.map());
    assertRefused("content_attributes", send(TO_141, attributes), thrown);
    for (Supplier<Object> body :
        List.<Supplier<Object>>of(
            thrower::stream, thrower::reader, thrower::text, thrower::list, thrower::tree)) {
      assertRefused("body", send(TEMPLATE, body.get()), thrown);
    }
    String params = "template_params.processed_params";
    assertRefused(params, send(TEMPLATE, thrower.map()), thrown);
    for (Object values :
        List.of(
            List.of(thrower.text()), Map.of("1", thrower.number()), Map.of("1", thrower.text()))) {
      assertRefused(params + ".1", send(TEMPLATE, values), thrown);
    }
    assertThat(livedesk.requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("whatIsThrown")
  void headersAndAttributesThatThrow(Throwable thrown) {
    var thrower = new Thrower(thrown);
    String attributes = LiveDeskConstants.CONTENT_ATTRIBUTES;
    assertRefused(attributes, send(TO_141, "text", Map.of(attributes, thrower.map())), thrown);
    for (Object value : List.of(thrower.map(), thrower.list(), thrower.number())) {
      Map<String, Object> header = Map.of(attributes, Map.of("a", value));
      assertRefused("content_attributes", send(TO_141, "text", header), thrown);
      Exchange file = send(TO_141 + "&op=attachment", new byte[] {1}, header);
      assertRefused("content_attributes", file, thrown);
    }
    for (String header : List.of(LiveDeskConstants.CONTENT, LiveDeskConstants.TEMPLATE_NAME)) {
      assertRefused(header, send(TEMPLATE, Map.of(), Map.of(header, thrower.text())), thrown);
    }
    assertThat(livedesk.requests()).isEmpty();
  }

  /** Of the thrown there is no text in the log, but where it was thrown. */
  @Test
  void theRefusalSaysWhere() {
    var failure =
        failure(
            LiveDeskRequestException.class,
            TO_141,
            new Thrower(new IllegalStateException(CANARY) {}).text());

    assertThat(failure)
        .hasMessageContaining(
            "op=text to conversation 141: body: found a value that broke while it was read,"
                + " IllegalStateException; it takes a value that can be read");
    assertThat(failure.getStackTrace())
        .anySatisfy(frame -> assertThat(frame.getMethodName()).isEqualTo("theRefusalSaysWhere"));
  }

  /** What is wrong with the JVM is no fault of the body; the exchange ends all the same. */
  @Test
  void anErrorOfTheJvmEndsTheExchange() throws Exception {
    for (Error error : List.of(new OutOfMemoryError("test"), new InternalError("test"))) {
      var exchange = new DefaultExchange(context());
      exchange.getMessage().setBody(new Thrower(error).text());
      var producer = context().getEndpoint(TO_141).createAsyncProducer();
      producer.start();
      var calls = new AtomicInteger();

      producer.process(exchange, doneSync -> calls.incrementAndGet());

      await().until(() -> calls.get() == 1);
      assertThat(Optional.ofNullable(exchange.getException())).isPresent();
      assertThat(exchange.getException(error.getClass())).isSameAs(error);
      producer.stop();
    }
  }
}
