// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.ApiClient;
import io.github.livedesk.camel.simulator.ApiClient.Answer;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** POST conversations/:id/toggle_status: which status follows which. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class ConversationStatusTest {

  private static final List<String> STATUSES =
      List.of("open", "pending", "snoozed", "resolved", "closed");

  private final LiveDeskSimulator livedesk;
  private final ApiClient client;

  ConversationStatusTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.client = new ApiClient(livedesk);
  }

  private Answer toggle(String id, String json) {
    return client.call("POST", "conversations/" + id + "/toggle_status", json.replace('\'', '"'));
  }

  private Answer change(String id, String status) {
    return toggle(id, "{'status': '" + status + "'}");
  }

  private static Object shown(String id) {
    return id.matches("[0-9]+") ? id : '"' + id + '"';
  }

  @ParameterizedTest
  @CsvSource({"141", "order-7"})
  void answersWithTheStatus(String id) {
    Answer answer = change(id, "resolved");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .hasToString(
            "{\"meta\":{},\"payload\":{\"success\":true,\"conversation_id\":"
                + shown(id)
                + ",\"current_status\":\"resolved\",\"snoozed_until\":null}}");
  }

  /** The vendor's user guide; to stay the same is no change. */
  @ParameterizedTest
  @CsvSource({
    "open, open pending snoozed resolved",
    "pending, open pending snoozed resolved",
    "snoozed, open pending snoozed resolved",
    "resolved, open pending resolved closed",
    "closed, open closed",
  })
  void onlySomeStatusesFollow(String from, String allowed) {
    for (String to : STATUSES) {
      String id = from + "-" + to;
      if (from.equals("closed")) {
        change(id, "resolved");
      }
      change(id, from);

      Answer answer = change(id, to);

      boolean isAllowed = List.of(allowed.split(" ", -1)).contains(to);
      assertThat(answer.status()).as(id).isEqualTo(isAllowed ? 200 : 422);
      if (isAllowed) {
        assertThat(answer.json().at("/payload/current_status").textValue()).isEqualTo(to);
      } else {
        assertThat(answer.json())
            .hasToString(
                ApiClient.json(Map.of("error", "Status can't change from " + from + " to " + to)));
        assertThat(change(id, from).json().at("/payload/current_status").textValue())
            .isEqualTo(from);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | status is missing",
        "{`status`: null} | status is missing",
        "{`status`: 0} | status is no text",
        "{`status`: `Open`} | status is none of open, pending, snoozed, resolved, closed",
        "{`status`: ``} | status is none of open, pending, snoozed, resolved, closed",
        "{`status`: `snoozed`, `snoozed_until`: `tomorrow`} | snoozed_until is no whole number",
        "{`status`: `snoozed`, `snoozed_until`: 1.5} | snoozed_until is no whole number",
        "{`status`: `snoozed`, `snoozed_until`: -1} | snoozed_until is no time in seconds since 1970",
      })
  void refusesWhatIsNoStatus(String json, String error) {
    Answer answer = toggle("141", json.replace('`', '"'));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json())
        .hasToString(ApiClient.json(Map.of("error", "Validation failed: " + error)));
  }

  @Test
  void isSnoozedUntilATime() {
    Answer answer = toggle("141", "{'status': 'snoozed', 'snoozed_until': 4000000000}");

    assertThat(answer.json().at("/payload/snoozed_until").textValue())
        .isEqualTo("2096-10-02T07:06:40.000Z");
    assertThat(change("141", "resolved").json().at("/payload/snoozed_until").isNull()).isTrue();
  }

  @Test
  void isOpenByItselfWhenTheTimeHasCome() {
    Answer answer = toggle("141", "{'status': 'snoozed', 'snoozed_until': 1}");

    assertThat(answer.json().at("/payload/current_status").textValue()).isEqualTo("snoozed");
    assertThat(change("141", "closed").error())
        .isEqualTo("Status can't change from open to closed");
  }

  @Test
  void aTimeCountsWithSnoozedAlone() {
    Answer answer =
        toggle("141", "{'status': 'resolved', 'snoozed_until': 4000000000, 'sender_type': 'x'}");

    assertThat(answer.json().at("/payload/snoozed_until").isNull()).isTrue();
    assertThat(livedesk.requests().get(0).warnings())
        .containsExactly("snoozed_until counts with status snoozed alone; the server ignores it.");
  }

  @Test
  void ourMessageOpensNothing() {
    change("141", "resolved");

    assertThat(client.sendText("141", "Hello").status()).isEqualTo(200);

    assertThat(change("141", "closed").status()).isEqualTo(200);
  }

  @Test
  void plannedBehavioursOfTheConversationApply() {
    livedesk.conversation(141).answer(409).answer(404);

    assertThat(toggle("141", "{'status': 'x'}").status()).isEqualTo(422);
    assertThat(client.sendText("141", "Hello").status()).isEqualTo(409);
    assertThat(change("141", "resolved").status()).isEqualTo(404);
    assertThat(change("141", "resolved").status()).isEqualTo(200);
  }
}
