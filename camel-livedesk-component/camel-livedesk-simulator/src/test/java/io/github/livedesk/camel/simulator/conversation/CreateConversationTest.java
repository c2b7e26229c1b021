// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.simulator.ApiClient;
import io.github.livedesk.camel.simulator.ApiClient.Answer;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** POST conversations: with whom and where a conversation begins. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class CreateConversationTest {

  private final LiveDeskSimulator livedesk;
  private final ApiClient client;
  private long contactId;
  private String sourceId;

  CreateConversationTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.client = new ApiClient(livedesk);
  }

  @BeforeEach
  void createContact() {
    JsonNode json = client.createContact("\"name\": \"Ann\", \"email\": \"ann@x.org\"").json();
    contactId = json.at("/payload/contact/id").longValue();
    sourceId = json.at("/payload/contact_inbox/source_id").textValue();
  }

  private Answer create(String json) {
    String filled =
        json.replace('\'', '"')
            .replace("CONTACT", String.valueOf(contactId))
            .replace("SOURCE", sourceId);
    return client.call("POST", "conversations", filled);
  }

  private JsonNode sessions(String email) {
    return client.searchContacts("?q=" + email).json().at("/payload/0/contact_inboxes");
  }

  @Test
  void answersWithTheConversation() {
    Answer answer =
        create(
            """
            {'inbox_id': 702, 'contact_id': CONTACT, 'source_id': 'SOURCE',
             'custom_attributes': {'order': '456'}, 'additional_attributes': {'from': 'shop'}}
            """);

    assertThat(answer.status()).isEqualTo(200);
    JsonNode json = answer.json();
    long createdAt = json.path("created_at").longValue();
    assertThat(createdAt).isPositive();
    assertThat(json.path("updated_at").isFloatingPointNumber()).isTrue();
    assertThat(json)
        .hasToString(
            ("{'meta':{'sender':{'additional_attributes':{},'availability_status':'offline',"
                    + "'email':'ann@x.org','id':42000001,'name':'Ann','phone_number':null,"
                    + "'blocked':false,'identifier':null,'thumbnail':'','custom_attributes':{},"
                    + "'created_at':%s},'channel':'Channel::Api','hmac_verified':false},"
                    + "'id':1,'messages':[],'account_id':14,'uuid':%s,"
                    + "'additional_attributes':{'from':'shop'},'agent_last_seen_at':0,"
                    + "'assignee_last_seen_at':0,'can_reply':true,'contact_last_seen_at':0,"
                    + "'custom_attributes':{'order':'456'},'inbox_id':702,'labels':[],"
                    + "'muted':false,'snoozed_until':null,'status':'open','created_at':%d,"
                    + "'updated_at':%s,'timestamp':%d,'first_reply_created_at':0,"
                    + "'unread_count':0,'last_non_activity_message':null,'last_activity_at':%d,"
                    + "'priority':null,'waiting_since':%d,'conversation_category':'chat',"
                    + "'chat_mode':'private_chat','ticket_info':null}")
                .formatted(
                    json.at("/meta/sender/created_at"),
                    json.path("uuid"),
                    createdAt,
                    json.path("updated_at"),
                    createdAt,
                    createdAt,
                    createdAt)
                .replace('\'', '"'));
  }

  @Test
  void usesTheSessionThatIsNamed() {
    create("{'inbox_id': 702, 'contact_id': 'CONTACT', 'source_id': 'SOURCE'}");

    assertThat(sessions("ann@x.org")).hasSize(1);
  }

  @Test
  void makesANewSessionWhereNoneIsNamed() {
    create("{'inbox_id': '702', 'contact_id': CONTACT}");
    create("{'inbox_id': 703, 'contact_id': CONTACT, 'source_id': ''}");

    assertThat(sessions("ann@x.org").findValuesAsText("source_id"))
        .hasSize(3)
        .doesNotHaveDuplicates()
        .startsWith(sourceId);
    assertThat(sessions("ann@x.org").at("/2/inbox/id").longValue()).isEqualTo(703);
  }

  @Test
  void makesTheSessionThatIsNamedWhereThereIsNone() {
    create("{'inbox_id': 703, 'contact_id': CONTACT, 'source_id': 'mine'}");

    assertThat(sessions("ann@x.org").at("/1/source_id").textValue()).isEqualTo("mine");
    assertThat(create("{'inbox_id': 999, 'source_id': 'mine'}").json().path("inbox_id").longValue())
        .isEqualTo(703);
    assertThat(livedesk.requests().get(3).warnings())
        .containsExactly(
            "source_id is that of a session in inbox 703, and inbox_id is 999; the conversation is"
                + " made in inbox 703.");
  }

  @Test
  void findsTheContactByTheSessionAlone() {
    Answer answer = create("{'inbox_id': 702, 'source_id': 'SOURCE'}");

    assertThat(answer.json().at("/meta/sender/id").longValue()).isEqualTo(contactId);
    assertThat(livedesk.requests().get(1).warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'contact_id': CONTACT} | 422 | Validation failed: inbox_id is missing",
        "{'inbox_id': '', 'contact_id': CONTACT} | 422 | Validation failed: inbox_id is missing",
        "{'inbox_id': 'x', 'contact_id': CONTACT} | 404 | Resource could not be found",
        "{'inbox_id': 702} | 404 | Resource could not be found",
        "{'inbox_id': 702, 'contact_id': 1} | 404 | Resource could not be found",
        "{'inbox_id': 702, 'contact_id': 'ann'} | 404 | Resource could not be found",
        "{'inbox_id': 702, 'source_id': 'nobody'} | 404 | Resource could not be found",
        "{'inbox_id': 702, 'contact_id': 1, 'source_id': 'SOURCE'} | 404 | Resource could not be found",
        "{'inbox_id': 702, 'contact_id': CONTACT, 'source_id': 5} | 422 | Validation failed: source_id is no text",
        "{'inbox_id': 702, 'contact_id': CONTACT, 'custom_attributes': 5} | 422 | Validation failed: custom_attributes is not an object",
        "{'inbox_id': 702, 'contact_id': CONTACT, 'status': 'done'} | 422 | Validation failed: status is none of open, pending, snoozed, resolved, closed",
      })
  void refusesWhatDoesNotGoTogether(String json, int status, String error) {
    Answer answer = create(json);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json()).hasToString(ApiClient.json(Map.of("error", error)));
    assertThat(sessions("ann@x.org")).hasSize(1);
  }

  @Test
  void refusesTheSessionOfAnotherContact() {
    String other =
        client
            .createContact("\"name\": \"Bob\"")
            .json()
            .at("/payload/contact_inbox/source_id")
            .textValue();

    Answer refused =
        create("{'inbox_id': 702, 'contact_id': CONTACT, 'source_id': '" + other + "'}");
    Answer elsewhere =
        create("{'inbox_id': 703, 'contact_id': CONTACT, 'source_id': '" + other + "'}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json()).hasToString("{\"error\":\"source_id should be unique\"}");
    assertThat(elsewhere.status()).isEqualTo(200);
  }

  @Test
  void makesANewOneEachTime() {
    String json = "{'inbox_id': 702, 'contact_id': CONTACT, 'source_id': 'SOURCE'}";

    assertThat(create(json).json().path("id").longValue()).isEqualTo(1);
    assertThat(create(json).json().path("id").longValue()).isEqualTo(2);
  }

  @Test
  void takesMessagesThatBearItsInbox() {
    create("{'inbox_id': 702, 'contact_id': CONTACT}");

    Answer sent = client.sendText("1", "Hello");

    assertThat(sent.json().path("inbox_id").longValue()).isEqualTo(702);
    assertThat(sent.json().path("conversation_id").longValue()).isEqualTo(1);
    assertThat(livedesk.conversation(1).texts()).containsExactly("Hello");
    assertThat(client.sendText("141", "Hello").json().path("inbox_id").longValue()).isEqualTo(79);
  }

  @Test
  void getsNoNumberThatMessagesHaveAlready() {
    client.sendText("1", "Hello");
    client.sendText("3", "Hello");

    assertThat(create("{'inbox_id': 702, 'contact_id': CONTACT}").json().path("id").longValue())
        .isEqualTo(2);
    assertThat(create("{'inbox_id': 702, 'contact_id': CONTACT}").json().path("id").longValue())
        .isEqualTo(4);
  }

  @Test
  void aBlockedContactsConversationIsResolvedAtOnce() {
    client.call("PATCH", "contacts/" + contactId, "{\"blocked\": true}");

    assertThat(create("{'inbox_id': 702, 'contact_id': CONTACT}").json().path("status").textValue())
        .isEqualTo("resolved");
  }

  @Test
  void beginsWithAnotherStatus() {
    JsonNode snoozed =
        create(
                "{'inbox_id': 702, 'contact_id': CONTACT, 'status': 'snoozed', 'snoozed_until': 4000000000}")
            .json();

    assertThat(snoozed.path("status").textValue()).isEqualTo("snoozed");
    assertThat(snoozed.path("snoozed_until").textValue()).isEqualTo("2096-10-02T07:06:40.000Z");
  }

  @Test
  void warnsOfUnknownFields() {
    create("{'inbox_id': 702, 'contact_id': CONTACT, 'team_id': 3, 'contactId': 1}");

    assertThat(livedesk.requests().get(1).warnings())
        .containsExactly(
            "Field 'team_id' is not in the API document; the server ignores it.",
            "Field 'contactId' is not in the API document; the server ignores it.");
  }

  @Test
  void aResetForgetsContactsAndConversations() {
    create("{'inbox_id': 702, 'contact_id': CONTACT}");

    livedesk.reset();

    assertThat(create("{'inbox_id': 702, 'contact_id': CONTACT}").status()).isEqualTo(404);
    createContact();
    assertThat(contactId).isEqualTo(42_000_001);
    assertThat(create("{'inbox_id': 702, 'contact_id': CONTACT}").json().path("id").longValue())
        .isEqualTo(1);
  }
}
