// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.livedesk.camel.simulator.ApiClient;
import io.github.livedesk.camel.simulator.ApiClient.Answer;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PATCH contacts/:id: what is changed, and what stays. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class UpdateContactTest {

  private final LiveDeskSimulator livedesk;
  private final ApiClient client;
  private JsonNode before;

  UpdateContactTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.client = new ApiClient(livedesk);
  }

  @BeforeEach
  void createContact() {
    before =
        client
            .createContact(
                """
                "name": "Ann", "email": "ann@x.org", "phone_number": "+6581234567",
                "identifier": "crm-1", "custom_attributes": {"tier": "gold", "a": {"b": 1, "c": 2}}\
                """)
            .json()
            .at("/payload/contact");
  }

  private Answer update(String json) {
    return client.call("PATCH", "contacts/" + before.path("id"), json);
  }

  @Test
  void changesWhatIsThereAndNothingElse() {
    Answer answer = update("{\"name\": \"Ann Lee\"}");

    assertThat(answer.status()).isEqualTo(200);
    JsonNode expected = before.deepCopy();
    ((ObjectNode) expected).put("name", "Ann Lee");
    assertThat(answer.json().path("payload")).isEqualTo(expected);
    assertThat(client.searchContacts("?q=crm-1").json().at("/payload/0")).isEqualTo(expected);
  }

  @Test
  void aNullEmptiesAField() {
    update("{\"phone_number\": null}");

    JsonNode after = client.searchContacts("?q=crm-1").json().at("/payload/0");
    assertThat(after.path("phone_number").isNull()).isTrue();
    assertThat(client.createContact("\"phone_number\": \"+6581234567\"").status()).isEqualTo(200);
  }

  @Test
  void mergesAttributesAtTheTopLevelAlone() {
    JsonNode after =
        update(
                """
                {"custom_attributes": {"a": {"d": 3}, "new": null},
                 "additional_attributes": {"city": "Taipei"}}
                """)
            .json()
            .path("payload");

    assertThat(after.path("custom_attributes"))
        .hasToString("{\"tier\":\"gold\",\"a\":{\"d\":3},\"new\":null}");
    assertThat(after.path("additional_attributes")).hasToString("{\"city\":\"Taipei\"}");
    assertThat(update("{\"custom_attributes\": null}").json().at("/payload/custom_attributes"))
        .isEqualTo(after.path("custom_attributes"));
  }

  @Test
  void leavesReadOnlyFieldsAsTheyAreAndSaysSo() {
    JsonNode after =
        update("{\"id\": 1, \"created_at\": 1, \"thumbnail\": \"x\", \"nick\": \"x\"}")
            .json()
            .path("payload");

    assertThat(after).isEqualTo(before);
    assertThat(livedesk.requests().get(1).warnings())
        .containsExactly(
            "Field 'nick' is not in the API document; the server ignores it.",
            "Field 'id' is read-only; the server ignores it.",
            "Field 'thumbnail' is read-only; the server ignores it.",
            "Field 'created_at' is read-only; the server ignores it.");
  }

  @Test
  void keepsItsOwnKeys() {
    assertThat(update("{\"email\": \"ANN@X.org\", \"identifier\": \"crm-1\"}").status())
        .isEqualTo(200);
  }

  /** One bad value refuses the whole update, and does so each time. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "'email': 'bob@x.org', Email has already been taken, email",
        "'phone_number': '+0', Phone number should be in e164 format, phone_number",
        "'email': 'bob', Email Invalid email, email",
      })
  void changesNothingWhereOneValueIsRefused(String member, String message, String attribute) {
    client.createContact("\"email\": \"bob@x.org\"");
    for (int i = 0; i < 2; i++) {
      Answer answer = update(("{'name': 'Eve', " + member + "}").replace('\'', '"'));

      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.json())
          .hasToString("{\"message\":\"" + message + "\",\"attributes\":[\"" + attribute + "\"]}");
    }
    assertThat(client.searchContacts("?q=crm-1").json().at("/payload/0")).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "42000002", "ann", "-1", "9999999999999999999"})
  void thereIsNoSuchContact(String id) {
    Answer answer = client.call("PATCH", "contacts/" + id, "{\"name\": \"Eve\"}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json()).hasToString("{\"error\":\"Resource could not be found\"}");
  }
}
