// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.simulator.ApiClient;
import io.github.livedesk.camel.simulator.ApiClient.Answer;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.github.livedesk.camel.simulator.RecordedRequest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** POST contacts: what is answered, and what is refused. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class CreateContactTest {

  private static final String ANN =
      """
      "name": "Ann", "email": "Ann@X.org", "phone_number": "+6581234567", "identifier": "crm-1"\
      """;

  private final LiveDeskSimulator livedesk;
  private final ApiClient client;

  CreateContactTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.client = new ApiClient(livedesk);
  }

  @Test
  void answersWithTheContactAndItsSession() {
    Answer answer = client.createContact(ANN);

    assertThat(answer.status()).isEqualTo(200);
    JsonNode contact = answer.json().at("/payload/contact");
    String sourceId = answer.json().at("/payload/contact_inbox/source_id").textValue();
    assertThat(UUID.fromString(sourceId)).isNotNull();
    assertThat(contact.path("created_at").isIntegralNumber()).isTrue();
    assertThat(answer.json())
        .hasToString(
            ("{'payload':{'contact':{'additional_attributes':{},'availability_status':'offline',"
                    + "'email':'ann@x.org','id':42000001,'name':'Ann','phone_number':'+6581234567',"
                    + "'blocked':false,'identifier':'crm-1','thumbnail':'','custom_attributes':{},"
                    + "'created_at':%d,'contact_inboxes':[{'source_id':'%s','inbox':{'id':702,"
                    + "'avatar_url':'','channel_id':31,'name':'Inbox 702',"
                    + "'channel_type':'Channel::Api','provider':null}}]},"
                    + "'contact_inbox':{'inbox':{'id':702,'name':'Inbox 702',"
                    + "'channel_type':'Channel::Api'},'source_id':'%s'}}}")
                .formatted(contact.path("created_at").longValue(), sourceId, sourceId)
                .replace('\'', '"'));
  }

  @Test
  void keepsAttributesAsTheyAre() {
    JsonNode contact =
        client
            .createContact(
                """
                "custom_attributes": {"tier": null, "a": {"b": [1]}}, "blocked": true,
                "additional_attributes": {"city": "Taipei"}, "avatar_url": "https://x.org/a.png"\
                """)
            .json()
            .at("/payload/contact");

    assertThat(contact.path("custom_attributes")).hasToString("{\"tier\":null,\"a\":{\"b\":[1]}}");
    assertThat(contact.path("additional_attributes")).hasToString("{\"city\":\"Taipei\"}");
    assertThat(contact.path("blocked").booleanValue()).isTrue();
    assertThat(contact.path("thumbnail").textValue()).isEqualTo("https://x.org/a.png");
  }

  @ParameterizedTest
  @ValueSource(strings = {"702", "\"702\""})
  void takesTheInboxAsNumberOrText(String inboxId) {
    Answer answer = client.call("POST", "contacts", "{\"inbox_id\": " + inboxId + "}");

    assertThat(answer.json().at("/payload/contact_inbox/inbox/id").longValue()).isEqualTo(702);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 422 | Validation failed: inbox_id is missing",
        "{'inbox_id': null} | 422 | Validation failed: inbox_id is missing",
        "{'inbox_id': ' '} | 422 | Validation failed: inbox_id is missing",
        "{'inbox_id': 'shop'} | 404 | Resource could not be found",
        "{'inbox_id': 0} | 404 | Resource could not be found",
        "{'inbox_id': -7} | 404 | Resource could not be found",
        "{'inbox_id': 7.5} | 404 | Resource could not be found",
        "{'inbox_id': true} | 404 | Resource could not be found",
        "{'inbox_id': 99999999999999999999} | 404 | Resource could not be found",
        "{'inbox_id': 1, 'name': 5} | 422 | Validation failed: name is no text",
        "{'inbox_id': 1, 'phone_number': 6581234567} | 422 | Validation failed: phone_number is no text",
        "{'inbox_id': 1, 'blocked': 'no'} | 422 | Validation failed: blocked is not a boolean",
        "{'inbox_id': 1, 'custom_attributes': []} | 422 | Validation failed: custom_attributes is not an object",
      })
  void refusesFieldsOfTheWrongType(String json, int status, String error) {
    Answer answer = client.call("POST", "contacts", json.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json()).hasToString(ApiClient.json(Map.of("error", error)));
    assertThat(client.searchContacts("").json().at("/meta/count").intValue()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6581234567",
        "+",
        "+1",
        "+0123456",
        "+65 8123 4567",
        "+65-81",
        "+6581234567x",
        "tel:+6581234567",
        "+1234567890123456",
        "+６５８１２３４５６７"
      })
  void refusesAPhoneThatIsNone(String phone) {
    assertInvalid(
        client.createContact("\"phone_number\": \"" + phone + "\""),
        "Phone number should be in e164 format",
        "phone_number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+12", "+123456789012345", "+6581234567", ""})
  void takesAPhoneThatIsOne(String phone) {
    assertThat(client.createContact("\"phone_number\": \"" + phone + "\"").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann", "@x.org", "ann@", "ann b@x.org", "a@b@x.org", " ann@x.org"})
  void refusesAnEmailThatIsNone(String email) {
    assertInvalid(
        client.createContact("\"email\": \"" + email + "\""), "Email Invalid email", "email");
  }

  @Test
  void refusesTextsThatAreTooLong() {
    assertThat(client.createContact("\"name\": \"" + "n".repeat(255) + "\"").status())
        .isEqualTo(200);
    assertInvalid(
        client.createContact("\"name\": \"" + "n".repeat(256) + "\""),
        "Name is too long (maximum is 255 characters)",
        "name");
  }

  @Test
  void namesAllThatIsTaken() {
    client.createContact(ANN);

    Answer answer = client.createContact(ANN);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json())
        .hasToString(
            "{\"message\":\"Email has already been taken, Phone number has already been taken,"
                + " Identifier has already been taken\","
                + "\"attributes\":[\"email\",\"phone_number\",\"identifier\"]}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "'email': 'ANN@x.ORG', Email has already been taken, email",
        "'phone_number': '+6581234567', Phone number has already been taken, phone_number",
        "'identifier': 'crm-1', Identifier has already been taken, identifier",
      })
  void aKeyIsOfOneContact(String member, String message, String attribute) {
    client.createContact(ANN);

    assertInvalid(client.createContact(member.replace('\'', '"')), message, attribute);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"identifier\": \"CRM-1\"", "\"name\": \"Ann\"", "\"email\": \"\""})
  void aKeyThatOnlyLooksAlikeIsAnother(String member) {
    client.createContact(ANN);

    assertThat(client.createContact(member).status()).isEqualTo(200);
    assertThat(client.createContact("\"name\": \"Bob\"").status()).isEqualTo(200);
  }

  /** The checks let an empty identifier pass, and the database has each one once. */
  @Test
  void anEmptyIdentifierIsOneToTheDatabaseAlone() {
    assertThat(client.createContact("\"identifier\": \"\"").status()).isEqualTo(200);

    Answer answer = client.createContact("\"identifier\": \"\"");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.json()).hasToString("{\"error\":\"Internal Server Error\",\"status\":500}");
  }

  @Test
  void refusesWhatIsNoJsonObject() {
    assertThat(client.call("POST", "contacts", "[]").status()).isEqualTo(400);
    assertThat(client.call("POST", "contacts", "").status()).isEqualTo(400);
    Answer form =
        client.send(
            client
                .request("/api/v2/accounts/contacts")
                .setHeader("Content-Type", "multipart/form-data; boundary=b")
                .POST(ApiClient.body("{\"inbox_id\": 1}")));
    assertThat(form.status()).isEqualTo(422);
    assertThat(form.error()).isEqualTo("Content-Type is not application/json");
  }

  @Test
  void refusesTextsThatCannotBeStored() {
    assertThat(client.createContact("\"name\": \"a\\u0000b\"").error())
        .isEqualTo("Validation failed: name contains U+0000, which can't be stored; leave it out");
  }

  @Test
  void refusesWrongCredentials() {
    var stranger = new ApiClient(livedesk.url(), "simulator-key", "wrong");

    assertThat(stranger.createContact("").status()).isEqualTo(401);
    assertThat(stranger.searchContacts("").status()).isEqualTo(401);
    assertThat(client.searchContacts("").json().at("/meta/count").intValue()).isZero();
  }

  @Test
  void recordsTheRequestAndWarnsOfUnknownFields() {
    client.createContact("\"phone\": \"+6581234567\"");

    RecordedRequest request = livedesk.requests().get(0);
    assertThat(request).hasToString("POST /api/v2/accounts/contacts");
    assertThat(request.text()).contains("+6581234567");
    assertThat(request.warnings())
        .containsExactly("Field 'phone' is not in the API document; the server ignores it.");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, contacts",
    "DELETE, contacts",
    "PUT, contacts/42000001",
    "POST, contacts/1",
    "POST, contacts/",
    "POST, contacts/search"
  })
  void thereAreNoOtherCalls(String method, String path) {
    client.createContact("");

    assertThat(client.call(method, path, "{\"inbox_id\": 702}").status()).isEqualTo(404);
  }

  private static void assertInvalid(Answer answer, String message, String attribute) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json())
        .hasToString("{\"message\":\"" + message + "\",\"attributes\":[\"" + attribute + "\"]}");
  }
}
