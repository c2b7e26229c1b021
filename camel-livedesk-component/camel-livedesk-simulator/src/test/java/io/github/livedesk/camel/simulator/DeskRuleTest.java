// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.simulator.ApiClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a desk that is set up in another way does. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class DeskRuleTest {

  private final LiveDeskSimulator livedesk;
  private final ApiClient client;

  DeskRuleTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.client = new ApiClient(livedesk);
  }

  private Answer createConversation(StoredContact contact, long inboxId, String more) {
    return client.call(
        "POST",
        "conversations",
        "{\"inbox_id\": %d, \"contact_id\": %d%s}".formatted(inboxId, contact.id(), more));
  }

  private Answer toggle(String id, String status) {
    return client.call(
        "POST", "conversations/" + id + "/toggle_status", "{\"status\": \"" + status + "\"}");
  }

  @Test
  void anyIdIsAConversationUnlessTheRuleIsStrict() {
    assertThat(client.sendText("141", "Hello").status()).isEqualTo(200);
    livedesk.conversation(141).fail(1, "x");
    livedesk.apply(DeskRule.STRICT_CONVERSATIONS);

    Answer refused = client.sendText("141", "Hello");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.json()).hasToString("{\"error\":\"Resource could not be found\"}");
    assertThat(client.sendParts("141", ApiClient.file("a", "text/plain")).status()).isEqualTo(404);
    assertThat(client.call("POST", "conversations/141/messages/1/retry", "").status())
        .isEqualTo(404);
    assertThat(toggle("141", "resolved").status()).isEqualTo(404);
    assertThat(livedesk.conversation(141).texts()).containsExactly("Hello");
  }

  @Test
  void aConversationThatWasMadeIsOneToTheStrictRule() {
    livedesk.apply(DeskRule.STRICT_CONVERSATIONS);
    StoredContact ann = livedesk.contact().name("Ann").create();
    JsonNode made = createConversation(ann, 702, "").json();

    assertThat(client.sendText(made.path("id").asText(), "Hello").status()).isEqualTo(200);
    assertThat(toggle(made.path("id").asText(), "resolved").status()).isEqualTo(200);
    assertThat(livedesk.conversationWith(ann, 702).id()).isEqualTo("2");
    assertThat(client.sendText("2", "Hello").status()).isEqualTo(200);
  }

  @Test
  void aConversationThatWasDeletedIsNone() {
    livedesk.apply(DeskRule.STRICT_CONVERSATIONS);
    StoredContact ann = livedesk.contact().name("Ann").create();
    SimulatedConversation conversation = livedesk.conversationWith(ann, 702);
    assertThat(client.sendText("1", "Hello").status()).isEqualTo(200);

    conversation.delete();

    assertThat(client.sendText("1", "Hello").status()).isEqualTo(404);
    assertThat(toggle("1", "resolved").status()).isEqualTo(404);
    assertThat(conversation.texts()).containsExactly("Hello");
    assertThat(livedesk.conversationsWith(ann)).isEmpty();
    assertThat(livedesk.conversationWith(ann, 702).id()).isEqualTo("2");
  }

  @Test
  void aResetMakesTheDeskUsualAgain() {
    livedesk.apply(DeskRule.STRICT_CONVERSATIONS).onlyInboxes(702).hideContacts(5);

    livedesk.reset();

    assertThat(client.sendText("141", "Hello").status()).isEqualTo(200);
    livedesk.contact().identifier("crm-1").create();
    assertThat(client.searchContacts("?q=crm").json().at("/meta/count").intValue()).isOne();
    assertThat(client.call("POST", "contacts", "{\"inbox_id\": 703}").status()).isEqualTo(200);
  }

  @Test
  void aResetKeepsWhatTheOptionsSay() {
    var strict = SimulatorOptions.builder().rules(DeskRule.STRICT_CONVERSATIONS).build();
    try (var other = LiveDeskSimulator.start(strict)) {
      assertThat(new ApiClient(other).sendText("141", "Hello").status()).isEqualTo(404);
      other.reset();
      assertThat(new ApiClient(other).sendText("141", "Hello").status()).isEqualTo(404);
    }
  }

  /** It comes as it is, resolved or not, and nothing of the request applies. */
  @Test
  void anInboxWithOneConversationGivesBackTheLastOne() {
    StoredContact ann = livedesk.contact().name("Ann").inbox(702).create();
    livedesk.conversationWith(ann, 702);
    livedesk.conversationWith(ann, 702).setStatus("resolved");
    livedesk.oneConversationOnly(702);

    Answer again =
        createConversation(
            ann, 702, ", \"status\": \"pending\", \"custom_attributes\": {\"a\": 1}");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().path("id").longValue()).isEqualTo(2);
    assertThat(again.json().path("status").textValue()).isEqualTo("resolved");
    assertThat(again.json().path("custom_attributes")).isEmpty();
    assertThat(livedesk.conversationsWith(ann)).hasSize(2);
    assertThat(livedesk.contact(ann.id())).isEqualTo(ann);
  }

  @Test
  void anotherContactOrInboxHasAnotherConversation() {
    livedesk.oneConversationOnly(702);
    StoredContact ann = livedesk.contact().name("Ann").inbox(702).create();
    StoredContact bob = livedesk.contact().name("Bob").create();

    assertThat(createConversation(ann, 702, "").json().path("id").longValue()).isEqualTo(1);
    assertThat(createConversation(bob, 702, "").json().path("id").longValue()).isEqualTo(2);
    assertThat(createConversation(ann, 703, "").json().path("id").longValue()).isEqualTo(3);
    assertThat(createConversation(ann, 703, "").json().path("id").longValue()).isEqualTo(4);
    assertThat(createConversation(bob, 702, "").json().path("id").longValue()).isEqualTo(2);
    livedesk.apply(DeskRule.ONE_CONVERSATION_ONLY);
    assertThat(createConversation(ann, 703, "").json().path("id").longValue()).isEqualTo(4);
  }

  @Test
  void noInboxesExistButThoseThatAreNamed() {
    livedesk.onlyInboxes(702, 703);
    StoredContact ann = livedesk.contact().name("Ann").create();

    assertThat(client.call("POST", "contacts", "{\"inbox_id\": \"703\"}").status()).isEqualTo(200);
    assertThat(client.call("POST", "contacts", "{\"inbox_id\": 704}").status()).isEqualTo(404);
    assertThat(createConversation(ann, 704, "").status()).isEqualTo(404);
    assertThatThrownBy(() -> livedesk.conversationWith(ann, 704))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no contact 42000001, or no inbox 704");
  }

  @Test
  void searchesAreThrottledWhereTheyAre() throws Exception {
    for (int i = 0; i < 101; i++) {
      assertThat(client.searchContacts("?q=a").status()).isEqualTo(200);
    }
    livedesk.apply(DeskRule.THROTTLED_SEARCHES);
    for (int i = 0; i < 100; i++) {
      assertThat(client.searchContacts("?q=a").status()).isEqualTo(200);
    }
    try (var raw = new RawClient(livedesk.url())) {
      raw.write(
          String.join(
              "\r\n",
              "GET /api/v2/accounts/contacts?q=a HTTP/1.1",
              "Host: localhost",
              "Authorization: " + ApiClient.basic(livedesk.apiKey(), livedesk.secretKey()),
              "",
              ""));
      assertThat(raw.reply())
          .startsWith("HTTP/1.1 429 ")
          .containsPattern("Retry-After: [1-6]?[0-9]\r\n")
          .endsWith("Retry later\n");
    }
    assertThat(client.createContact("").status()).isEqualTo(200);
  }

  @Test
  void contactsAreHiddenFromTheNextSearches() {
    livedesk.contact().identifier("crm-1").create();
    livedesk.hideContacts(2);

    for (int i = 0; i < 2; i++) {
      assertThat(client.searchContacts("?q=crm-1").json())
          .hasToString("{\"meta\":{\"count\":0,\"current_page\":1},\"payload\":[]}");
    }
    assertThat(client.searchContacts("?q=crm-1").json().at("/meta/count").intValue()).isOne();
  }

  @Test
  void plannedBehavioursAreForCallsOfAKind() {
    livedesk.next(DeskCall.CREATE_CONTACT).answer(409).answer(404, Duration.ofSeconds(1));
    livedesk.next(DeskCall.SEARCH_CONTACTS).answer(409);
    livedesk.next(DeskCall.UPDATE_CONTACT).delay(Duration.ofMillis(1)).answer(409);
    livedesk.next(DeskCall.CREATE_CONVERSATION).answer(409);
    StoredContact ann = livedesk.contact().name("Ann").create();

    assertThat(client.createContact("\"email\": \"x\"").status()).isEqualTo(422);
    assertThat(client.createContact("").status()).isEqualTo(409);
    assertThat(client.createContact("").status()).isEqualTo(404);
    assertThat(client.searchContacts("").status()).isEqualTo(409);
    assertThat(client.call("PATCH", "contacts/" + ann.id(), "{}").status()).isEqualTo(409);
    assertThat(createConversation(ann, 702, "").status()).isEqualTo(409);
    assertThat(livedesk.contacts()).containsExactly(ann);
    assertThat(livedesk.conversationsWith(ann)).isEmpty();
    assertThat(client.createContact("").status()).isEqualTo(200);
    assertThat(client.searchContacts("").status()).isEqualTo(200);
    assertThat(client.call("PATCH", "contacts/" + ann.id(), "{}").status()).isEqualTo(200);
    assertThat(createConversation(ann, 702, "").status()).isEqualTo(200);
  }

  @Test
  void aConnectionIsDroppedBeforeOrAfterTheContactIsStored() {
    livedesk
        .next(DeskCall.CREATE_CONTACT)
        .dropConnection(DropMoment.BEFORE_STORING)
        .dropConnection(DropMoment.AFTER_STORING);

    assertThatThrownBy(() -> client.createContact("\"name\": \"Ann\""))
        .hasMessage("The simulator did not answer");
    assertThat(livedesk.contacts()).isEmpty();
    assertThatThrownBy(() -> client.createContact("\"name\": \"Ann\""))
        .hasMessage("The simulator did not answer");
    assertThat(livedesk.contacts()).extracting(StoredContact::name).containsExactly("Ann");
  }

  @Test
  void whatHappensRegularlyHappensToTheseCallsToo() {
    livedesk.every(2).answer(409);

    assertThat(client.createContact("").status()).isEqualTo(200);
    assertThat(client.searchContacts("").status()).isEqualTo(409);
    assertThat(client.sendText("141", "Hello").status()).isEqualTo(200);
    assertThat(client.createContact("").status()).isEqualTo(409);
  }
}
