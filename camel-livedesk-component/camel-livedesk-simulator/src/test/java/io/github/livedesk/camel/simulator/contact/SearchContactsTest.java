// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.simulator.ApiClient;
import io.github.livedesk.camel.simulator.ApiClient.Answer;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.github.livedesk.camel.simulator.RawClient;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GET contacts: what is found, in which order, in which pages. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class SearchContactsTest {

  private final LiveDeskSimulator livedesk;
  private final ApiClient client;

  SearchContactsTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.client = new ApiClient(livedesk);
  }

  private List<String> found(String parameters) {
    return client.searchContacts(parameters).json().path("payload").findValuesAsText("identifier");
  }

  private void createThree() {
    client.createContact(
        """
        "identifier": "crm-1", "name": "Joan Lee", "email": "joan@x.org",
        "additional_attributes": {"company_name": "ACME", "city": "Taipei"}\
        """);
    client.createContact(
        """
        "identifier": "CRM-2", "name": "50%_off", "email": "an@x.org",
        "additional_attributes": {"company_name": 7, "city": "berlin"}\
        """);
    client.createContact(
        """
        "identifier": "6581234567", "name": "Zoë", "phone_number": "+4912345"\
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "an@x.org, CRM-2 crm-1",
    "AN@X.ORG, CRM-2 crm-1",
    "%2B4912345, 6581234567",
    "12345, 6581234567",
    "LEE, crm-1",
    "acme, crm-1",
    "crm, crm-1",
    "ZO%C3%8B, 6581234567",
    "jo%25%40x, crm-1",
    "_oan, crm-1",
    "50%5C%25%5C_, CRM-2",
    "%25, 6581234567 CRM-2 crm-1",
    "%20lee%20, crm-1",
    "nobody, ''",
    "7, 6581234567",
  })
  void findsPartsOfValues(String query, String identifiers) {
    createThree();

    assertThat(String.join(" ", found("?q=" + query))).isEqualTo(identifiers);
  }

  /** An emoji is one character, and takes two places. */
  @Test
  void wildcardsStandForWholeCharacters() {
    client.createContact("\"identifier\": \"1\", \"name\": \"a📦b\"");

    assertThat(found("?q=a_b")).containsExactly("1");
    assertThat(found("?q=a__b")).isEmpty();
    assertThat(found("?q=%F0%9F%93%A6")).containsExactly("1");
    assertThat(found("?q=a%25%25_%25b%25")).containsExactly("1");
  }

  /** A server of this kind takes it for a blank. */
  @Test
  void aPlusThatIsNotEncodedIsABlank() {
    client.createContact("\"identifier\": \"1\", \"email\": \"ann+shop@x.org\"");

    assertThat(found("?q=ann+shop@x.org")).isEmpty();
    assertThat(found("?q=ann%2Bshop%40x.org")).containsExactly("1");
  }

  @Test
  void neverFindsAContactWithoutAnyKey() {
    client.createContact("\"name\": \"Ann\"");

    assertThat(client.searchContacts("?q=Ann").json().path("payload")).isEmpty();
    assertThat(client.searchContacts("").json().path("payload")).isEmpty();
  }

  @Test
  void givesPagesOf15() {
    for (int i = 1; i <= 31; i++) {
      client.createContact("\"identifier\": \"crm-" + i + "\"");
    }

    assertThat(found("?q=crm-")).hasSize(15).startsWith("crm-31").endsWith("crm-17");
    assertThat(found("?q=crm-&page=2")).hasSize(15).startsWith("crm-16");
    assertThat(found("?q=crm-&page=3")).containsExactly("crm-1");
    assertThat(found("?q=crm-&page=4")).isEmpty();
    assertThat(found("?q=crm-&page=999999999")).isEmpty();
    assertThat(found("?q=crm-&page=0")).startsWith("crm-31");
    assertThat(found("?page=3")).containsExactly("crm-1");
    assertThat(client.searchContacts("?q=crm-&page=4").json().path("meta"))
        .hasToString("{\"count\":31,\"current_page\":4}");
  }

  /** As the document's two pages have it. */
  @ParameterizedTest
  @CsvSource({
    "'', '\"1\"'",
    "?page=2, '\"2\"'",
    "?q=a, 1",
    "?q=a&page=2, 2",
    "?q=, 1",
    "?q=a&page=x, 1",
  })
  void theCurrentPageIsANumberWhereThereIsAQueryAndATextElse(String parameters, String page) {
    Answer answer = client.searchContacts(parameters);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/meta/current_page")).hasToString(page);
  }

  @ParameterizedTest
  @CsvSource({
    "name, asc, CRM-2 crm-1 6581234567",
    "email, asc, CRM-2 crm-1 6581234567",
    "email, desc, crm-1 CRM-2 6581234567",
    "city, asc, CRM-2 crm-1 6581234567",
    "company, desc, crm-1 CRM-2 6581234567",
    "phone_number, asc, 6581234567 crm-1 CRM-2",
    "created_at, asc, crm-1 CRM-2 6581234567",
    "created_at, desc, 6581234567 CRM-2 crm-1",
    "id, asc, 6581234567 CRM-2 crm-1",
  })
  void sorts(String field, String direction, String identifiers) {
    createThree();

    assertThat(String.join(" ", found("?sort=" + field + "&direction=" + direction)))
        .isEqualTo(identifiers);
  }

  @Test
  void hasTheInboxesOfAContactUnlessToldOtherwise() {
    client.createContact("\"identifier\": \"crm-1\"");

    JsonNode contact = client.searchContacts("?q=crm").json().at("/payload/0");
    JsonNode without =
        client.searchContacts("?q=crm&include_contact_inboxes=false").json().at("/payload/0");

    assertThat(contact.at("/contact_inboxes/0/inbox/id").longValue()).isEqualTo(702);
    assertThat(without.has("contact_inboxes")).isFalse();
    assertThat(without.path("id")).isEqualTo(contact.path("id"));
  }

  @Test
  void warnsOfParametersThatNobodyKnows() {
    client.searchContacts("?query=ann&page_size=10&sort=age");

    assertThat(livedesk.requests().get(0).warnings())
        .containsExactly(
            "Parameter 'query' is not in the API document; the server ignores it.",
            "Parameter 'page_size' is not in the API document; the server ignores it.",
            "sort is none that the document names; the server ignores it.");
  }

  @Test
  void takesLabelsInBothForms() {
    createThree();

    assertThat(found("?labels[]=vip&labels[]=new")).isEmpty();
    assertThat(found("?labels=vip")).isEmpty();
    assertThat(livedesk.requests()).flatExtracting(it -> it.warnings()).isEmpty();
  }

  @Test
  void refusesAQueryThatIsNotEncoded() {
    assertThat(client.searchContacts("?q=%25zz").status()).isEqualTo(200);
    assertThat(rawStatus("?q=%zz")).isEqualTo(400);
  }

  private int rawStatus(String parameters) {
    try (var raw = new RawClient(livedesk.url())) {
      raw.write(
          String.join(
              "\r\n",
              "GET /api/v2/accounts/contacts" + parameters + " HTTP/1.1",
              "Host: localhost",
              "Authorization: " + ApiClient.basic(livedesk.apiKey(), livedesk.secretKey()),
              "",
              ""));
      return Integer.parseInt(raw.reply().split(" ", 3)[1]);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
