// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.content.Content;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept where memory is short. */
class BoundsTest {

  private static final int ROOM = 100_000;

  private final MessageStore store = new MessageStore(ROOM, Integer.MAX_VALUE, () -> {});
  private final CallLog calls = new CallLog(ROOM);

  private void store(String conversationId, int fileSize) {
    var file = new Attachment(0, "a.bin", null, Content.of(new byte[fileSize]));
    store.store(
        conversationId, new IncomingMessage("x", false, null, List.of(file), Map.of()), null, 1);
  }

  @Test
  void theQuietestConversationsDropOut() {
    store("a", 30_000);
    store("b", 30_000);
    store("a", 30_000);
    store("c", 30_000);

    assertThat(store.conversationIds()).containsExactly("a", "c");
    assertThat(store.file("/rails/active_storage/blobs/redirect/2")).isEmpty();
    assertThat(store.file("/rails/active_storage/blobs/redirect/4")).isPresent();
  }

  @Test
  void theOldestMessagesOfTheOnlyConversationDropOut() {
    IntStream.range(0, 1_000).forEach(i -> store("a", 10_000));

    assertThat(store.messages("a")).hasSize(9);
    assertThat(store.messages("a").get(8).id()).isEqualTo(1_000);
    assertThat(store.messages("a").get(8).sortingId()).isEqualTo(1_000);
  }

  @Test
  void oneMessageStaysWhateverItsSize() {
    store("a", 10);
    store("b", 2 * ROOM);

    assertThat(store.conversationIds()).containsExactly("b");
    store("b", 10);
    assertThat(store.messages("b")).hasSize(1);
  }

  @Test
  void theOldestCallsDropOut() {
    for (int i = 0; i < 1_000; i++) {
      calls.add(new Request("POST", "/" + i, Map.of(), Content.of(new byte[10_000]), List.of()));
    }

    assertThat(calls.requests()).hasSize(9);
    assertThat(calls.requests().get(8).path()).isEqualTo("/999");
    assertThat(calls.get(1)).isEmpty();
    assertThat(calls.get(1_000)).isPresent();
  }

  @Test
  void asManyMessagesStayAsWereAskedFor() {
    var three = new MessageStore(ROOM, 3, () -> {});
    var incoming = new IncomingMessage("x", false, null, List.of(), Map.of());
    for (String conversation : List.of("a", "b", "a", "c", "a")) {
      three.store(conversation, incoming, null, 1);
    }

    assertThat(three.conversationIds()).containsExactly("a", "c");
    assertThat(three.messages("a")).extracting(Message::id).containsExactly(3L, 5L);
    three.clear();
    three.store("d", incoming, null, 1);
    three.store("e", incoming, null, 1);
    three.store("f", incoming, null, 1);
    assertThat(three.conversationIds()).containsExactly("d", "e", "f");
  }

  @Test
  void namesOfFilesCount() {
    var file = new Attachment(0, "x".repeat(20_000), null, Content.of(new byte[1]));
    var incoming = new IncomingMessage("x", false, null, List.of(file), Map.of());
    IntStream.range(0, 10).forEach(i -> store.store("a", incoming, null, 1));

    assertThat(store.messages("a")).hasSize(2);
  }

  @Test
  void templatesCount() {
    Map<String, Object> template = Map.of("processed_params", Map.of("1", "x".repeat(20_000)));
    var incoming = new IncomingMessage("x", false, null, List.of(), template);
    IntStream.range(0, 10).forEach(i -> store.store("a", incoming, null, 1));

    assertThat(store.messages("a")).hasSize(2);
  }

  @Test
  void headersAndPathsCount() {
    Map<String, List<String>> headers = Map.of("x", List.of("x".repeat(10_000)));
    for (int i = 0; i < 10; i++) {
      calls.add(
          new Request(
              "GET", "/" + "x".repeat(10_000), headers, Content.of(new byte[0]), List.of()));
    }

    assertThat(calls.requests()).hasSize(2);
  }

  @Test
  void repliesCount() {
    for (int i = 0; i < 10; i++) {
      long number =
          calls.add(new Request("POST", "/" + i, Map.of(), Content.of(new byte[0]), List.of()));
      calls.answered(number, new RecordedCall.Reply(200, Map.of(), new byte[40_000]));
    }

    assertThat(calls.requests()).hasSize(2);
  }

  @Test
  void clearingMakesRoom() {
    store("a", 90_000);
    store.clear();
    store("a", 40_000);
    store("b", 40_000);

    assertThat(store.conversationIds()).containsExactly("a", "b");
  }
}
