// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.store.ApiError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many contacts and conversations stay where memory is short. */
class DeskBoundsTest {

  private static final int ROOM = 100_000;

  private final Desk desk = new Desk(2 * ROOM, id -> false, () -> {});

  private Contact create(int size) throws ApiError {
    return desk.contacts()
        .create(
            Profile.EMPTY.with(Map.of("custom_attributes", Map.of("a", "x".repeat(size)))),
            List.of(702L));
  }

  private DeskConversation open(Contact contact, int size) throws ApiError {
    Map<String, Object> attributes = Map.of("a", "x".repeat(size));
    return desk.open(new Opening(702, contact.id(), null, Status.OPEN, null, Map.of(), attributes));
  }

  @Test
  void theQuietestContactsDropOut() throws ApiError {
    Contact first = create(15_000);
    Contact second = create(15_000);
    desk.contacts().update(first.id(), Map.of("name", "Ann"));
    Contact third = create(15_000);
    Contact fourth = create(15_000);

    assertThat(desk.contacts().all())
        .extracting(Contact::id)
        .containsExactly(first.id(), third.id(), fourth.id());
    assertThat(desk.contacts().get(second.id())).isEmpty();
  }

  @Test
  void sessionsCount() throws ApiError {
    Contact contact = create(1);
    for (int i = 0; i < 1_000; i++) {
      open(contact, 1);
    }
    create(1);

    assertThat(desk.contacts().all()).hasSize(1);
  }

  @Test
  void theOldestConversationsDropOut() throws ApiError {
    Contact contact = create(1);
    for (int i = 0; i < 1_000; i++) {
      open(contact, 10_000);
    }

    assertThat(desk.conversations().made())
        .extracting(DeskConversation::id)
        .containsExactly("997", "998", "999", "1000");
  }

  @Test
  void statusesOfConversationsThatNobodyMadeCount() throws ApiError {
    for (int i = 0; i < 10_000; i++) {
      desk.conversations().change("c" + i, Status.RESOLVED, null);
    }

    assertThat(desk.conversations().get("c0")).isEmpty();
    assertThat(desk.conversations().get("c9999")).isPresent();
  }

  @Test
  void oneContactStaysWhateverItsSize() throws ApiError {
    create(1);
    Contact large = create(ROOM);

    assertThat(desk.contacts().all()).containsExactly(large);
  }

  @Test
  void clearingMakesRoom() throws ApiError {
    create(ROOM);
    desk.clear();
    create(10);
    create(10);

    assertThat(desk.contacts().all()).hasSize(2);
  }
}
