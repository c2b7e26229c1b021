// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.simulator.ApiClient;
import io.github.livedesk.camel.simulator.ApiClient.Answer;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.github.livedesk.camel.simulator.StoredContact;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the inbox gets to read of contacts, and the calls that programs in other languages make. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class DeskViewTest {

  private static final String NOBODY =
      "\"status\":\"open\",\"snoozedUntil\":null,\"inboxId\":null,\"contact\":null";

  private final LiveDeskSimulator livedesk;
  private final ApiClient client;

  DeskViewTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.client = new ApiClient(livedesk);
  }

  private JsonNode get(String path) {
    return client.send(client.bareRequest("/simulator/" + path).GET()).json();
  }

  private int post(String path, String json) {
    return client.send(client.request("/simulator/" + path).POST(ApiClient.body(json))).status();
  }

  @Test
  void aConversationHasItsContactInboxAndStatus() {
    StoredContact ann =
        livedesk
            .contact()
            .name("Ann")
            .email("ann@x.org")
            .phoneNumber("+6581234567")
            .identifier("crm-1")
            .create();
    livedesk.conversationWith(ann, 702);
    client.call(
        "POST",
        "conversations/1/toggle_status",
        "{\"status\": \"snoozed\", \"snoozed_until\": 4000000000}");

    assertThat(get("conversations/1/messages"))
        .hasToString(
            "{\"version\":"
                + get("state").path("version")
                + ",\"older\":0,\"behaviours\":[],\"messages\":[],"
                + "\"status\":\"snoozed\",\"snoozedUntil\":\"2096-10-02T07:06:40Z\","
                + "\"inboxId\":702,\"contact\":{\"id\":42000001,\"name\":\"Ann\","
                + "\"email\":\"ann@x.org\",\"phoneNumber\":\"+6581234567\","
                + "\"identifier\":\"crm-1\"}}");
    assertThat(get("state").at("/conversations/0/contact/name").textValue()).isEqualTo("Ann");
  }

  @Test
  void aConversationThatNobodyMadeHasNone() {
    client.sendText("141", "Hello");

    assertThat(get("state").path("conversations").toString()).endsWith(NOBODY + "}]");
    assertThat(get("conversations/141/messages").toString()).endsWith(NOBODY + "}");
  }

  @Test
  void conversationsWithoutMessagesAreListedByWhenTheyWereMade() {
    StoredContact ann = livedesk.contact().name("Ann").create();
    livedesk.conversationWith(ann, 702);
    client.sendText("141", "Hello");
    livedesk.conversationWith(ann, 702);
    client.sendText("142", "Hello");
    livedesk.conversationWith(ann, 702);
    client.sendText("3", "Hello");

    assertThat(get("state").path("conversations").findValuesAsText("id"))
        .filteredOn(id -> id.length() < 8)
        .containsExactly("3", "142", "2", "141", "1");
    assertThat(get("state").at("/conversations/2").toString())
        .startsWith("{\"id\":\"2\",\"messages\":0,\"failed\":0,\"lastMessageAt\":null");
  }

  @Test
  void theCustomerWritesOverHttpToo() {
    livedesk.conversation(141).setStatus("resolved");

    assertThat(post("conversations/141/customer-messages", "{\"content\": \"Hi\"}")).isEqualTo(204);

    assertThat(livedesk.conversation(141).status()).isEqualTo("open");
    JsonNode message = get("conversations/141/messages").at("/messages/0");
    assertThat(message.path("content").textValue()).isEqualTo("Hi");
    assertThat(message.path("fromCustomer").booleanValue()).isTrue();
    assertThat(message.path("calls")).isEmpty();
    assertThat(post("conversations/141/customer-messages", "{}")).isEqualTo(422);
  }

  @Test
  void callsOfAKindArePlannedOverHttpToo() {
    for (String call :
        new String[] {
          "create-contact", "search-contacts", "update-contact", "create-conversation"
        }) {
      assertThat(post("behaviours/" + call, "{\"kind\":\"answer\",\"status\":409}")).isEqualTo(204);
    }
    StoredContact ann = livedesk.contact().create();

    assertThat(client.createContact("").status()).isEqualTo(409);
    assertThat(client.searchContacts("").status()).isEqualTo(409);
    assertThat(client.call("PATCH", "contacts/" + ann.id(), "{}").status()).isEqualTo(409);
    Answer conversation =
        client.call(
            "POST",
            "conversations",
            ApiClient.json(Map.of("inbox_id", 702, "contact_id", ann.id())));
    assertThat(conversation.status()).isEqualTo(409);
    assertThat(post("behaviours/delete-contact", "{\"kind\":\"answer\",\"status\":409}"))
        .isEqualTo(404);
  }
}
