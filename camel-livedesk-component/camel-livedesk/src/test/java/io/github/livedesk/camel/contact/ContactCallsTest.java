// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.contact.ContactRequest;
import io.github.livedesk.camel.model.contact.LiveDeskContact;
import io.github.livedesk.camel.model.contact.LiveDeskContactPage;
import io.github.livedesk.camel.model.failure.LiveDeskAuthenticationException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.simulator.DeskCall;
import io.github.livedesk.camel.simulator.DropMoment;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.StoredContact;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code create}, {@code search} and {@code update}. */
class ContactCallsTest extends DeskTestSupport {

  private static final Map<String, Object> RAVI =
      Map.of(
          "name",
          "Ravi Patel",
          "email",
          "ravi@example.org",
          "phone_number",
          PHONE,
          "identifier",
          "crm-5512",
          "custom_attributes",
          Map.of("tier", "gold"));

  ContactCallsTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @Test
  void aContactIsMadeOfAMap() {
    LiveDeskContact contact = contact(CREATE, RAVI);

    StoredContact stored = livedesk.contact(contact.id());
    assertThat(contact.name()).isEqualTo("Ravi Patel").isEqualTo(stored.name());
    assertThat(contact.email()).isEqualTo("ravi@example.org").isEqualTo(stored.email());
    assertThat(contact.phoneNumber()).isEqualTo(PHONE).isEqualTo(stored.phoneNumber());
    assertThat(contact.identifier()).isEqualTo("crm-5512").isEqualTo(stored.identifier());
    assertThat(stored.customAttributes()).containsEntry("tier", "gold");
    assertThat(contact.session(702L).orElseThrow().sourceId()).isEqualTo(stored.sourceId(702));
    assertThat(calls()).containsExactly("POST contacts");
  }

  @Test
  void aContactIsMadeOfARequestAJsonNodeHeadersOrOptions() throws Exception {
    var request =
        ContactRequest.builder()
            .inboxId(702)
            .name("Ravi")
            .email("r1@example.org")
            .phoneNumber("+6580000001")
            .identifier("one")
            .avatarUrl("https://example.org/r.png")
            .customAttribute("tier", "gold")
            .additionalAttribute("city", "Pune")
            .build();
    LiveDeskContact first = contact("livedesk:contacts?op=create", request);
    JsonNode json =
        new JsonMapper().readTree("{\"inbox_id\": \"702\", \"email\": \"r2@example.org\"}");
    LiveDeskContact second = contact("livedesk:contacts?op=create", json);
    LiveDeskContact third =
        contact(CREATE, null, Map.of(LiveDeskConstants.CONTACT_EMAIL, "r3@example.org"));
    LiveDeskContact fourth =
        contact(CREATE + "&name=Ravi&email=r4@example.org&phoneNumber=RAW(+6580000004)", null);

    assertThat(first.additionalAttributes()).containsEntry("city", "Pune");
    assertThat(livedesk.contact(first.id()).avatarUrl()).isEqualTo("https://example.org/r.png");
    assertThat(List.of(second.email(), third.email(), fourth.email()))
        .containsExactly("r2@example.org", "r3@example.org", "r4@example.org");
    assertThat(fourth.phoneNumber()).isEqualTo("+6580000004");
  }

  @Test
  void theHeaderBeatsTheBodyAndTheBodyTheOption() {
    LiveDeskContact contact =
        contact(
            CREATE + "&name=option&email=option@example.org&identifier=option",
            Map.of("name", "body", "email", "body@example.org"),
            Map.of(LiveDeskConstants.CONTACT_NAME, "header"));

    assertThat(contact.name()).isEqualTo("header");
    assertThat(contact.email()).isEqualTo("body@example.org");
    assertThat(contact.identifier()).isEqualTo("option");
  }

  @Test
  void emptyTextsAndNullsAreNotSent() {
    Map<String, Object> body =
        new HashMap<>(Map.of("name", "Ravi", "email", "", "identifier", " "));
    body.put("phone_number", null);

    contact(CREATE, body);

    assertThat(livedesk.requests().get(0).text()).isEqualTo("{\"inbox_id\":702,\"name\":\"Ravi\"}");
  }

  @Test
  void anIdentifierMayBeANumber() {
    assertThat(contact(CREATE, Map.of("identifier", 5512)).identifier()).isEqualTo("5512");
  }

  @Test
  void whatIsInHandAfterwardsIsTheContactItsInboxAndItsSession() {
    Exchange exchange = done(CREATE, RAVI, Map.of(LiveDeskConstants.CURRENT_CONVERSATION_ID, "58"));

    Message message = exchange.getMessage();
    var contact = message.getBody(LiveDeskContact.class);
    assertThat(message.getHeader(LiveDeskConstants.CURRENT_CONTACT_ID)).isEqualTo(contact.id());
    assertThat(message.getHeader(LiveDeskConstants.CURRENT_INBOX_ID)).isEqualTo(702L);
    assertThat(message.getHeader(LiveDeskConstants.CURRENT_SOURCE_ID))
        .isEqualTo(livedesk.contact(contact.id()).sourceId(702));
    assertThat(message.getHeader(LiveDeskConstants.CONTACT_CREATED)).isEqualTo(true);
    assertThat(message.getHeader(LiveDeskConstants.CURRENT_CONVERSATION_ID)).isNull();
    assertThat(message.getHeader(LiveDeskConstants.ATTEMPTS)).isEqualTo(1);
    assertThat(message.getHeader(LiveDeskConstants.HTTP_RESPONSE_CODE)).isEqualTo(200);
  }

  @Test
  void aRefusalNamesTheFields() {
    contact(CREATE, RAVI);

    var failure =
        failure(
            LiveDeskResponseException.class,
            CREATE,
            Map.of("email", "RAVI@example.org", "phone_number", PHONE, "name", "Ann"));

    assertThat(failure)
        .hasMessageStartingWith("op=create of livedesk:contacts: LiveDesk answered 422: ")
        .hasMessageContaining("; it names email, phone_number (outcome REJECTED)");
    assertThat(failure.isTransient()).isFalse();
    assertThat(calls()).containsExactly("POST contacts", "POST contacts");
  }

  @Test
  void aCreateWhoseReplyIsLostIsNotRepeated() {
    livedesk.next(DeskCall.CREATE_CONTACT).dropConnection(DropMoment.AFTER_STORING);

    Exchange exchange =
        send(
            CREATE,
            RAVI,
            Map.of(
                LiveDeskConstants.CURRENT_CONTACT_ID,
                7L,
                LiveDeskConstants.CURRENT_CONVERSATION_ID,
                "58"));

    assertThat(failure(LiveDeskOutcomeUnknownException.class, exchange))
        .hasMessageStartingWith("op=create of livedesk:contacts: ");
    assertThat(livedesk.contacts()).hasSize(1);
    assertThat(livedesk.requests()).hasSize(1);
    assertThat(exchange.getMessage().getHeaders())
        .doesNotContainKeys(
            LiveDeskConstants.CURRENT_CONTACT_ID, LiveDeskConstants.CURRENT_CONVERSATION_ID);
    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.OUTCOME)).isEqualTo("UNKNOWN");
  }

  @Test
  void aSearchFindsPartsInPagesOfFifteen() {
    for (int i = 10; i < 30; i++) {
      livedesk.contact().name("Ann " + i).email("ann" + i + "@x.org").create();
    }

    var first = done(SEARCH, "ann", Map.of()).getMessage().getBody(LiveDeskContactPage.class);
    var second =
        done(SEARCH + "&query=ann&page=2", null, Map.of())
            .getMessage()
            .getBody(LiveDeskContactPage.class);

    assertThat(first.count()).isEqualTo(20);
    assertThat(first.page()).isEqualTo(1);
    assertThat(first).hasSize(15);
    assertThat(second.page()).isEqualTo(2);
    assertThat(second).hasSize(5);
    assertThat(paths())
        .containsExactly(
            "/api/v2/accounts/contacts?q=ann", "/api/v2/accounts/contacts?q=ann&page=2");
  }

  @Test
  void thePageIsSplitIntoItsContacts() throws Exception {
    livedesk.contact().email("ann1@x.org").create();
    livedesk.contact().email("ann2@x.org").create();
    var found = new CopyOnWriteArrayList<Object>();
    context()
        .addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:split")
                    .to(SEARCH)
                    .split(body())
                    .process(
                        each ->
                            found.add(each.getMessage().getBody(LiveDeskContact.class).email()));
              }
            });

    done("direct:split", "ann", Map.of());

    assertThat(found).containsExactlyInAnyOrder("ann1@x.org", "ann2@x.org");
  }

  @Test
  void aListWithoutTextHasItsPageAsText() {
    livedesk.contact().email("ann@x.org").create();

    var page = done(SEARCH, null, Map.of()).getMessage().getBody(LiveDeskContactPage.class);

    assertThat(page.page()).isEqualTo(1);
    assertThat(page.count()).isEqualTo(1);
    assertThat(paths()).containsExactly("/api/v2/accounts/contacts");
  }

  @Test
  void whatIsSearchedForIsEncoded() {
    done(
        SEARCH + "&labels=vip, new&sort=name&direction=desc",
        "ann+shop@x.org & co 100% \u6c49",
        Map.of(LiveDeskConstants.PAGE, 2));

    assertThat(paths())
        .containsExactly(
            "/api/v2/accounts/contacts?q=ann%2Bshop%40x.org%20%26%20co%20100%25%20%E6%B1%89&page=2"
                + "&labels[]=vip&labels[]=new&sort=name&direction=desc");
  }

  @Test
  void aSearchLeavesWhatIsInHand() {
    Exchange exchange =
        done(
            SEARCH,
            "ann",
            Map.of(
                LiveDeskConstants.CURRENT_CONTACT_ID,
                7L,
                LiveDeskConstants.CURRENT_CONVERSATION_ID,
                "58"));

    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.CURRENT_CONTACT_ID)).isEqualTo(7L);
    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.CURRENT_CONVERSATION_ID))
        .isEqualTo("58");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503})
  void aSearchIsRepeatedWhateverBecameOfIt(int status) {
    livedesk.contact().email("ann@x.org").create();
    livedesk.next(DeskCall.SEARCH_CONTACTS).answer(status).answer(status);

    Exchange exchange = done(SEARCH, "ann@x.org", Map.of());

    assertThat(exchange.getMessage().getBody(LiveDeskContactPage.class)).hasSize(1);
    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.ATTEMPTS)).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(DropMoment.class)
  void anUpdateIsRepeatedWhereItsReplyIsLost(DropMoment moment) {
    StoredContact ann = livedesk.contact().name("Ann").create();
    livedesk.next(DeskCall.UPDATE_CONTACT).dropConnection(moment);

    LiveDeskContact contact = contact(UPDATE + "&contactId=" + ann.id() + "&name=Anna", null);

    assertThat(contact.name()).isEqualTo("Anna");
    assertThat(livedesk.requests()).hasSize(2);
  }

  @Test
  void anUpdateSendsWhatChangesAndEmptiesWhatIsNull() {
    StoredContact ann =
        livedesk
            .contact()
            .name("Ann")
            .email("ann@x.org")
            .phoneNumber(PHONE)
            .customAttribute("tier", "gold")
            .create();
    Map<String, Object> change = new HashMap<>();
    change.put("id", ann.id());
    change.put("phone_number", null);
    change.put("custom_attributes", Map.of("since", 2020));

    LiveDeskContact contact = contact(UPDATE, change);

    assertThat(contact.phoneNumber()).isNull();
    assertThat(contact.email()).isEqualTo("ann@x.org");
    assertThat(contact.customAttributes())
        .containsEntry("tier", "gold")
        .containsEntry("since", 2020);
    assertThat(livedesk.requests().get(0).text())
        .isEqualTo("{\"custom_attributes\":{\"since\":2020},\"phone_number\":null}");
    assertThat(calls()).containsExactly("PATCH contacts/" + ann.id());
  }

  @Test
  void anAttributeThatIsNullGoesAlong() {
    StoredContact ann = livedesk.contact().name("Ann").customAttribute("tier", "gold").create();

    contact(
        UPDATE + "&contactId=" + ann.id(),
        Map.of("custom_attributes", Collections.singletonMap("tier", null)));

    assertThat(livedesk.requests().get(0).text())
        .isEqualTo("{\"custom_attributes\":{\"tier\":null}}");
  }

  @Test
  void anUpdateWithoutAnIdIsAboutTheContactInHand() {
    StoredContact ann = livedesk.contact().email("ann@x.org").inbox(702).create();
    done(ENSURE + "&email=ann@x.org", null, Map.of());

    LiveDeskContact contact =
        contact(
            UPDATE + "&name=Anna",
            "an order",
            Map.of(LiveDeskConstants.CURRENT_CONTACT_ID, ann.id()));

    assertThat(contact.id()).isEqualTo(ann.id());
    assertThat(livedesk.contact(ann.id()).name()).isEqualTo("Anna");
  }

  @Test
  void aContactThatIsGoneIsA404() {
    var failure = failure(LiveDeskResponseException.class, UPDATE + "&contactId=5&name=Anna", null);

    assertThat(failure)
        .hasMessage(
            "op=update of livedesk:contacts: LiveDesk answered 404: Resource could not be found; no"
                + " such contact or inbox, or baseUrl has a wrong path (outcome REJECTED)");
    assertThat(failure.isTransient()).isFalse();
  }

  @Test
  void aBadValueOfAnUpdateIsNotRepeated() {
    StoredContact ann = livedesk.contact().name("Ann").create();
    livedesk.contact().email("bob@x.org").create();

    var failure =
        failure(
            LiveDeskResponseException.class,
            UPDATE + "&contactId=" + ann.id(),
            Map.of("name", "Anna", "email", "bob@x.org"));

    assertThat(failure).hasMessageContaining("it names email");
    assertThat(livedesk.contact(ann.id()).name()).isEqualTo("Ann");
    assertThat(livedesk.requests()).hasSize(1);
  }

  @Test
  void theResultIsJsonWithTheApisNamesForTheNextStep() throws Exception {
    Exchange exchange = done(CREATE, RAVI, Map.of());
    Message message = exchange.getMessage();

    JsonNode json = new JsonMapper().readTree(message.getBody(String.class));
    assertThat(json.path("phone_number").textValue()).isEqualTo(PHONE);
    assertThat(json.path("contact_inboxes").path(0).path("inbox").path("id").intValue())
        .isEqualTo(702);
    assertThat(message.getBody(JsonNode.class)).hasToString(json.toString());
    assertThat(message.getBody(Map.class).get("identifier")).isEqualTo("crm-5512");
    assertThat(
            new JsonMapper()
                .readValue(message.getBody(byte[].class), LiveDeskContact.class)
                .toMap())
        .isEqualTo(message.getBody(LiveDeskContact.class).toMap());
  }

  @Test
  void wrongCredentialsAreToldAsForMessages() {
    var failure = failure(LiveDeskAuthenticationException.class, CREATE + "&secretKey=other", RAVI);

    assertThat(failure.getOutcome()).isEqualTo(Outcome.REJECTED);
    assertThat(failure.getHttpResponseCode()).isEqualTo(401);
  }
}
