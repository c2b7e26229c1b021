// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values without end, and values whose text would take for ever: each is refused where it stands,
 * and nothing of it is read beyond the bound. What is asked for too often here says so by an error.
 */
class ForeignValuesTest extends SimulatorTestSupport {

  private static final String CANARY = "canary of the customer";
  private static final String TEMPLATE =
      TO_141 + "&op=template&templateName=order_update&templateLanguage=en_US";
  private static final String RETRY = "livedesk:messages?op=retry&conversationId=141&messageId=5";

  /** Far more than any bound, and few enough that a test which fails ends. */
  private static final int ENDLESS = 1_000_000;

  ForeignValuesTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  private static AssertionError readTooFar() {
    return new AssertionError("read too far");
  }

  /** Its text would take minutes. */
  private static final class HugeInteger extends BigInteger {

    private static final long serialVersionUID = 1L;

    HugeInteger() {
      super(BigInteger.ONE.shiftLeft(30_000_000).toByteArray());
    }

    @Override
    public String toString() {
      throw readTooFar();
    }
  }

  private static Map<String, Object> endlessMap() {
    return new AbstractMap<>() {
      @Override
      public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
          @Override
          public int size() {
            return 1;
          }

          @Override
          public Iterator<Entry<String, Object>> iterator() {
            return IntStream.range(0, ENDLESS + 1)
                .mapToObj(
                    i -> ForeignValuesTest.<Entry<String, Object>>upTo(i, Map.entry("k" + i, i)))
                .iterator();
          }
        };
      }
    };
  }

  private static List<Object> endlessList() {
    return new AbstractList<>() {
      @Override
      public int size() {
        return Integer.MAX_VALUE;
      }

      @Override
      public Object get(int index) {
        return upTo(index, "v");
      }
    };
  }

  private static <T> T upTo(int index, T value) {
    if (index >= ENDLESS) {
      throw readTooFar();
    }
    return value;
  }

  /** Twenty arrays, each twice in the next one: a million values. */
  private static JsonNode laughs() {
    JsonNode node = JsonNodeFactory.instance.textNode(CANARY);
    for (int i = 0; i < 20; i++) {
      node = JsonNodeFactory.instance.arrayNode().add(node).add(node);
    }
    return node;
  }

  private static Map<String, Object> loop() {
    var map = new LinkedHashMap<String, Object>();
    map.put("content", CANARY);
    map.put("self", map);
    return map;
  }

  private static Object deep() {
    Object value = CANARY;
    for (int i = 0; i < 20_000; i++) {
      value = i % 2 == 0 ? List.of(value) : Map.of("in", value);
    }
    return value;
  }

  private static JsonNode deepJson() {
    var root = JsonNodeFactory.instance.objectNode();
    var inner = root;
    for (int i = 0; i < 20_000; i++) {
      inner = inner.put("content", CANARY).putObject("content_attributes");
    }
    return root;
  }

  /** Its own code gives nothing, which is not the same as no value at all. */
  private static CharSequence withoutText() {
    return new CharSequence() {
      @Override
      public int length() {
        return 1;
      }

      @Override
      public char charAt(int index) {
        return 'x';
      }

      @Override
      public CharSequence subSequence(int start, int end) {
        return this;
      }

      @Override
      @SuppressWarnings("ToStringReturnsNull")
      public String toString() {
        return null;
      }
    };
  }

  private LiveDeskRequestException refused(String field, Exchange exchange) {
    var failure = failure(LiveDeskRequestException.class, exchange);
    assertThat(failure.getField()).as(failure.getMessage()).isEqualTo(field);
    assertThat(failure)
        .hasMessageNotContaining("canary")
        .hasMessageNotContaining("broke while it was read")
        .hasMessageNotContaining("AssertionError")
        .hasNoCause();
    assertThat(failure.getMessage()).hasSizeLessThan(1000);
    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(livedesk.requests()).isEmpty();
    return failure;
  }

  private void refusedByHeader(String field, String uri, String header, Object value) {
    refused(field, send(uri, "text", Map.of(header, value)));
  }

  @Test
  void hugeNumbersAsIds() {
    var huge = new HugeInteger();
    refusedByHeader("conversationId", "livedesk:messages", LiveDeskConstants.CONVERSATION_ID, huge);
    refusedByHeader(LiveDeskConstants.IN_REPLY_TO, TO_141, LiveDeskConstants.IN_REPLY_TO, huge);
    refusedByHeader("messageId", TO_141 + "&op=retry", LiveDeskConstants.MESSAGE_ID, huge);
    refusedByHeader(
        "conversationId",
        "livedesk:messages?op=retry",
        LiveDeskConstants.MESSAGE_CONVERSATION_ID,
        huge);
    refusedByHeader(LiveDeskConstants.OPERATION, TO_141, LiveDeskConstants.OPERATION, huge);
    refusedByHeader(LiveDeskConstants.PRIVATE, TO_141, LiveDeskConstants.PRIVATE, huge);
    refusedByHeader(
        LiveDeskConstants.IN_REPLY_TO,
        TO_141,
        LiveDeskConstants.CONTENT_ATTRIBUTES,
        Map.of("in_reply_to", huge));
    refused("messageId", send(TO_141 + "&op=retry", huge));
  }

  @Test
  void hugeNumbersElsewhere() {
    var huge = new HugeInteger();
    JsonNode node = JsonNodeFactory.instance.numberNode(huge);
    refused("body", send(TO_141, huge));
    refused("body", send(TO_141, node));
    refused("content", send(TO_141, Map.of("content", huge)));
    refused("private", send(TO_141, Map.of("content", "text", "private", huge)));
    refused("template_params.processed_params.1", send(TEMPLATE, List.of(huge)));
    refused("template_params.processed_params.a", send(TEMPLATE, Map.of("a", huge)));
    JsonNode flag = JsonNodeFactory.instance.objectNode().put("content", "x").put("private", huge);
    refused("private", send(TO_141, flag));
    refusedByHeader(
        "content_attributes", TO_141, LiveDeskConstants.CONTENT_ATTRIBUTES, Map.of("a", huge));
  }

  @Test
  void whatHasNoEnd() {
    assertThat(refused("body", send(TO_141, endlessMap())))
        .hasMessageContaining("body: found more than 100000 values; it takes up to that");
    refused("body", send(TO_141 + "&op=attachment", endlessMap()));
    refused("template_params.processed_params", send(TEMPLATE, endlessMap()));
    refused("body", send(TEMPLATE, endlessList()));
    refused("body", send(TO_141 + "&op=template", endlessMap()));
    for (String part : List.of("processed_params", "header_params", "footer_params")) {
      refused(
          "template_params." + part, send(TO_141 + "&op=template", template(part, endlessMap())));
    }
    refused(
        "template_params.button_params",
        send(TO_141 + "&op=template", template("button_params", endlessList())));
    refusedByHeader(
        LiveDeskConstants.CONTENT_ATTRIBUTES,
        TO_141,
        LiveDeskConstants.CONTENT_ATTRIBUTES,
        endlessMap());
    for (Object endless : List.of(endlessMap(), endlessList())) {
      refusedByHeader(
          "content_attributes", TO_141, LiveDeskConstants.CONTENT_ATTRIBUTES, Map.of("a", endless));
      refused("content", send(TO_141, Map.of("content", endless)));
      refusedByHeader(LiveDeskConstants.PRIVATE, TO_141, LiveDeskConstants.PRIVATE, endless);
      refusedByHeader(LiveDeskConstants.OPERATION, TO_141, LiveDeskConstants.OPERATION, endless);
      refused("messageId", send(TO_141 + "&op=retry", endless));
    }
  }

  /** The JDK has some of its own. */
  @Test
  void whatHasHardlyAnEnd() {
    for (Object item : List.of("v", new byte[] {1}, Map.of())) {
      List<Object> copies = Collections.nCopies(Integer.MAX_VALUE, item);
      for (String uri : List.of(TEMPLATE, TO_141 + "&op=attachment")) {
        assertThat(refused("body", send(uri, copies)))
            .hasMessageContaining("body: found more than 100000 values");
      }
    }
    Map<String, Object> same =
        new AbstractMap<>() {
          @Override
          public Set<Entry<String, Object>> entrySet() {
            return new AbstractSet<>() {
              @Override
              public int size() {
                return 1;
              }

              @Override
              public Iterator<Entry<String, Object>> iterator() {
                return Collections.nCopies(ENDLESS, Map.entry("content", (Object) "x")).iterator();
              }
            };
          }
        };
    assertThat(refused("body", send(TO_141, same)))
        .hasMessageContaining("body: found more than 100000 values");
  }

  private static Map<String, Object> template(String part, Object value) {
    Map<String, Object> params = Map.of("name", "n", "language", "en", part, value);
    return Map.of("content", "c", "template_params", params);
  }

  @Test
  void whatStandsInEachOtherAgainAndAgain() {
    JsonNode attributes =
        JsonNodeFactory.instance
            .objectNode()
            .put("content", "text")
            .set("content_attributes", JsonNodeFactory.instance.objectNode().set("a", laughs()));
    assertThat(refused("body", send(TO_141, attributes)))
        .hasMessageContaining("body: found JSON of more than 100000 values");
    refused("body", send(TEMPLATE, laughs()));
  }

  static Stream<Object> odd() {
    return Stream.of(
        loop(),
        deep(),
        deepJson(),
        laughs(),
        endlessMap(),
        endlessList(),
        new HugeInteger(),
        JsonNodeFactory.instance.numberNode(new HugeInteger()),
        withoutText(),
        new LiveDeskMessage(
            5, CANARY, null, null, null, null, null, loop(), Map.of(), null, false, null, null,
            null, List.of(), Map.of()));
  }

  /** A retry needs two ids, and nothing of the body: what it is does not matter. */
  @ParameterizedTest
  @MethodSource("odd")
  void aRetryLeavesABodyOfAnyKindAside(Object odd) {
    assertThat(failure(LiveDeskResponseException.class, send(RETRY, odd)))
        .hasMessageContaining("LiveDesk answered 404")
        .hasMessageNotContaining("canary");
    Map<String, Object> attributes = Map.of(LiveDeskConstants.CONTENT_ATTRIBUTES, odd);
    failure(LiveDeskResponseException.class, send(RETRY, null, attributes));
    assertThat(livedesk.requests()).hasSize(2);
  }

  /** A record takes what it is given; it is looked through when it is sent. */
  @Test
  void recordsOfOnesOwn() {
    var file = new FilePart(FileContent.of(new byte[] {1}), "a.bin", null);
    for (Map<String, Object> odd :
        List.<Map<String, Object>>of(loop(), Map.of("a", deep()), Map.of("a", endlessMap()))) {
      refused("content_attributes", send(TO_141, new TextMessage("text", null, odd)));
      refused("content_attributes", send(TO_141, new FileMessage(List.of(file), null, null, odd)));
    }
  }

  /** Whoever sets a header means something by it: without its text, nobody knows what. */
  @Test
  void aTextThatIsNone() {
    String found = ": found a io.github.livedesk.camel.reliability.ForeignValuesTest$";
    for (String header :
        List.of(
            LiveDeskConstants.CONTENT,
            LiveDeskConstants.FILE_NAME,
            LiveDeskConstants.FILE_CONTENT_TYPE,
            LiveDeskConstants.PRIVATE,
            Exchange.FILE_NAME,
            Exchange.FILE_CONTENT_TYPE,
            Exchange.CONTENT_TYPE)) {
      var failure =
          refused(
              header,
              send(TO_141 + "&op=attachment", new byte[] {1}, Map.of(header, withoutText())));
      assertThat(failure)
          .hasMessageContaining(header + found)
          .hasMessageContaining(" whose text is null; it takes a value that can be read");
    }
    refused("body", send(TO_141, withoutText()));
    refused("content", send(TO_141, Map.of("content", withoutText())));
    refused("template_params.processed_params.1", send(TEMPLATE, List.of(withoutText())));
    refusedByHeader(
        "conversationId", "livedesk:messages", LiveDeskConstants.CONVERSATION_ID, withoutText());
    refusedByHeader(
        LiveDeskConstants.TEMPLATE_NAME,
        TO_141 + "&op=template",
        LiveDeskConstants.TEMPLATE_NAME,
        withoutText());
  }

  /** Only its own bytes are in memory anyway; of what is read, no more than any text has. */
  @Test
  void aTextWithoutEnd() {
    var bytes =
        new InputStream() {
          private long left = 2_000_000_000;

          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            left -= length;
            if (left < 0) {
              throw readTooFar();
            }
            Arrays.fill(buffer, offset, offset + length, (byte) 'x');
            return length;
          }
        };
    assertThat(refused("body", send(TO_141 + "&op=text", bytes)))
        .hasMessageContaining("body: found more than 40000000 bytes; it takes a text of at most");
    var characters =
        new Reader() {
          private long left = 2_000_000_000;

          @Override
          public int read(char[] buffer, int offset, int length) {
            left -= length;
            if (left < 0) {
              throw readTooFar();
            }
            Arrays.fill(buffer, offset, offset + length, 'x');
            return length;
          }

          @Override
          public void close() {
            // nothing is open
          }
        };
    assertThat(refused("body", send(TO_141, characters)))
        .hasMessageContaining("body: found more than 10000000 characters; it takes a text of at");
  }

  @Test
  void aTextOfMoreThanAnyMessageHas() {
    String text = "x".repeat(10_000_001);
    assertThat(refused("content", send(TO_141, text)))
        .hasMessageContaining(
            "content: found 10000001 characters; it takes a text of at most 10000000 characters");
    Map<String, Object> caption = Map.of(LiveDeskConstants.CONTENT, text);
    refused("content", send(TO_141 + "&op=attachment", new byte[] {1}, caption));
    refused("template_params.processed_params.1", send(TEMPLATE, List.of(text)));
    refusedByHeader(
        "content_attributes", TO_141, LiveDeskConstants.CONTENT_ATTRIBUTES, Map.of("a", text));
  }

  /** Another thread changes it while it is read: the iterator of a HashMap says so by an error. */
  @Test
  void whatChangesWhileItIsRead() {
    var values = new HashMap<String, Object>();
    var growing =
        new AbstractMap<String, Object>() {
          @Override
          public Set<Entry<String, Object>> entrySet() {
            return new AbstractSet<>() {
              @Override
              public int size() {
                return 2;
              }

              @Override
              public Iterator<Entry<String, Object>> iterator() {
                values.put("a", 1);
                values.put("b", 2);
                Iterator<Entry<String, Object>> entries = values.entrySet().iterator();
                entries.next();
                values.put("c" + values.size(), 3);
                return entries;
              }
            };
          }
        };
    var items = new ArrayList<Object>(List.of(1));
    var list =
        new AbstractList<>() {
          @Override
          public int size() {
            return 5;
          }

          @Override
          public Object get(int index) {
            return items.get(index);
          }
        };
    Map<String, Object> attributes = Map.of("items", Map.of("here", growing));
    var failure =
        failure(
            LiveDeskRequestException.class,
            send(TO_141, "x", Map.of(LiveDeskConstants.CONTENT_ATTRIBUTES, attributes)));
    assertThat(failure)
        .hasMessageContaining(
            "content_attributes: found a value that broke while it was read,"
                + " ConcurrentModificationException at items.here; it takes a value that can be"
                + " read");
    assertThat(
            failure(
                LiveDeskRequestException.class,
                send(TO_141 + "&op=template", template("button_params", list))))
        .hasMessageContaining("found a value that broke while it was read, ");
  }
}
