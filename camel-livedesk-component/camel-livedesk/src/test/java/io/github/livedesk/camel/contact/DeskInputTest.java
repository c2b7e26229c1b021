// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.contact.ContactRequest;
import io.github.livedesk.camel.model.contact.LiveDeskContact;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is refused before a connection is opened, and no value of it shows. */
class DeskInputTest extends DeskTestSupport {

  private static final Map<String, Object> NO_HEADERS = Map.of();

  DeskInputTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        row(
            "livedesk:contacts?op=create",
            Map.of("name", "Ann"),
            NO_HEADERS,
            "inboxId: found nothing"),
        row(CREATE, null, NO_HEADERS, "body: found nothing"),
        row(CREATE, List.of("an order"), NO_HEADERS, "body: found a body that is no contact"),
        row(CREATE, Map.of("sku", "A-7"), NO_HEADERS, "body: found a body that is no contact"),
        row(
            CREATE,
            ContactRequest.builder().build(),
            NO_HEADERS,
            "body: found no field of a contact"),
        row(
            CREATE,
            Map.of("name", "Ann", "sku", "A-7"),
            NO_HEADERS,
            "body: found a field that no contact has, 'sku'"),
        row(
            CREATE,
            Map.of("name", 5),
            NO_HEADERS,
            "name: found a java.lang.Integer; it takes text"),
        row(CREATE, Map.of("name", "A\u0000nn"), NO_HEADERS, "name: found a NUL character"),
        row(
            CREATE,
            Map.of("name", "Ann", "custom_attributes", "gold"),
            NO_HEADERS,
            "custom_attributes: found 4 characters"),
        row(
            CREATE,
            Map.of("name", "Ann", "custom_attributes", Map.of("since", LocalDate.EPOCH)),
            NO_HEADERS,
            "custom_attributes: found a value that is a java.time.LocalDate at since"),
        row(
            CREATE,
            Map.of("name", "Ann", "blocked", "perhaps"),
            NO_HEADERS,
            "blocked: found 7 characters; it takes true or false"),
        row(
            "livedesk:contacts?op=create",
            Map.of("name", "Ann", "inbox_id", "x7"),
            NO_HEADERS,
            "inbox_id: found 2 characters"),
        row(
            CREATE,
            Map.of("name", "Ann"),
            Map.of(LiveDeskConstants.INBOX_ID, -1),
            "CamelLiveDeskInboxId: found a java.lang.Integer"),
        row(
            ENSURE,
            Map.of("name", "Ann"),
            NO_HEADERS,
            "body: found no key that a contact can be found by"),
        row(
            ENSURE,
            Map.of("email", "", "identifier", " "),
            NO_HEADERS,
            "body: found no field of a contact"),
        row(ENSURE, "an order", NO_HEADERS, "body: found a body that is no contact, a String"),
        row(
            ENSURE,
            Map.of("email", "ann@x.org"),
            Map.of(LiveDeskConstants.CONTACT_EMAIL, "bob@x.org"),
            "email: found one value in the body, another outside"),
        row(UPDATE, Map.of("name", "Ann"), NO_HEADERS, "contactId: found nothing"),
        row(UPDATE + "&contactId=5", null, NO_HEADERS, "body: found no field to change"),
        row(
            UPDATE + "&contactId=5",
            Map.of("name", "Ann", "id", 6),
            NO_HEADERS,
            "contactId: found contact 6 in the body, 5 outside"),
        row(
            UPDATE,
            Map.of("name", "Ann"),
            Map.of(LiveDeskConstants.CONTACT_ID, "5a"),
            "contactId: found 2 characters"),
        row(SEARCH, new byte[0], NO_HEADERS, "body: found an array of bytes"),
        row(SEARCH, "q".repeat(2001), NO_HEADERS, "query: found 2001 characters"),
        row(
            SEARCH,
            "ann",
            Map.of(LiveDeskConstants.PAGE, 0),
            "page: found a java.lang.Integer; it takes a whole number from 1"),
        row(
            ENSURE,
            Map.of("identifier", "crm-1"),
            Map.of(LiveDeskConstants.CONTACT_IDENTIFIER, "crm-2"),
            "identifier: found one value in the body, another outside"),
        row(
            SET_STATUS + "&status=snoozed&conversationId=141&snoozedUntil=4105065600000",
            null,
            NO_HEADERS,
            "snoozedUntil: found a time after the year 9999, milliseconds perhaps"),
        row("livedesk:contacts", "ann", NO_HEADERS, "op: found nothing"),
        row(
            "livedesk:contacts",
            "ann",
            Map.of(LiveDeskConstants.OPERATION, "text"),
            "op: found 4 characters"),
        row(CONVERSE, null, NO_HEADERS, "contactId: found neither a contact nor a session"),
        row(
            "livedesk:conversations?op=create&contactId=5",
            null,
            NO_HEADERS,
            "inboxId: found nothing"),
        row(
            CONVERSE + "&contactId=5",
            Map.of("contact_id", 6),
            NO_HEADERS,
            "contactId: found contact 6 in the body, 5 outside"),
        row(
            CONVERSE,
            Map.of("contact_id", 6, "sku", "A"),
            NO_HEADERS,
            "body: found a field that no conversation has, 'sku'"),
        row(SET_STATUS + "&conversationId=141", null, NO_HEADERS, "status: found nothing"),
        row(SET_STATUS + "&status=open", null, NO_HEADERS, "conversationId: found"),
        row(
            SET_STATUS + "&status=open&conversationId=141&snoozedUntil=4105065600",
            null,
            NO_HEADERS,
            "snoozedUntil: found a time with another status"),
        row(
            SET_STATUS + "&status=snoozed&conversationId=141&snoozedUntil=tomorrow",
            null,
            NO_HEADERS,
            "snoozedUntil: found a text that is no time"),
        row(
            SET_STATUS + "&status=snoozed&conversationId=141",
            null,
            Map.of(LiveDeskConstants.SNOOZED_UNTIL, Instant.EPOCH),
            "snoozedUntil: found a time in the past"),
        row(
            SET_STATUS + "&status=snoozed&conversationId=141",
            null,
            Map.of(LiveDeskConstants.SNOOZED_UNTIL, LocalDate.EPOCH),
            "snoozedUntil: found a java.time.LocalDate"));
  }

  private static Arguments row(
      String uri, Object body, Map<String, Object> headers, String expected) {
    return Arguments.of(uri, body, headers, expected);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void isRefused(String uri, Object body, Map<String, Object> headers, String expected) {
    var failure = failure(LiveDeskRequestException.class, send(uri, body, headers));

    assertThat(failure).hasMessageContaining(expected);
    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(livedesk.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4155551212",
        "+44 20 7946 0000",
        "+44-20-7946",
        "+44(0)20",
        "+0441234",
        "+1",
        "+1234567890123456",
        "+65876x4321",
        "++6587654321",
        "+\uff16\uff15",
        " +6587654321",
        "+6587654321 ",
        "+6587654321\n",
        "tel:+6587654321"
      })
  void aPhoneOfAnotherFormIsRefusedAndNeverRewritten(String phone) {
    for (var headers :
        List.<Map<String, Object>>of(
            NO_HEADERS, Map.of(LiveDeskConstants.CONTACT_PHONE_NUMBER, phone))) {
      Object body = headers.isEmpty() ? Map.of("phone_number", phone) : null;
      var failure = failure(LiveDeskRequestException.class, send(ENSURE, body, headers));

      assertThat(failure)
          .hasMessageContaining("it takes + and 2 to 15 digits, the first not 0")
          .hasMessageContaining("RAW(...)")
          .hasMessageNotContaining(phone.strip());
    }
    assertThat(livedesk.requests()).isEmpty();
  }

  /** Field note 11. */
  @Test
  void aPhoneThatIsANumberIsRefused() {
    assertThat(
            failure(
                LiveDeskRequestException.class,
                send(ENSURE, null, Map.of(LiveDeskConstants.CONTACT_PHONE_NUMBER, 4155551212L))))
        .hasMessageContaining(
            "CamelLiveDeskContactPhoneNumber: found a java.lang.Long; it takes + and");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann",
        "ann@x@org",
        "ann smith@x.org",
        "ann@x.org ",
        "@x.org",
        "ann@",
        "a\u00a0nn@x.org"
      })
  void anEmailOfAnotherFormIsRefused(String email) {
    assertThat(failure(LiveDeskRequestException.class, ENSURE, Map.of("email", email)))
        .hasMessageContaining("email: found a text")
        .hasMessageContaining("it takes one @ with something before and after it, and no blanks")
        .hasMessageNotContaining(email);
    assertThat(livedesk.requests()).isEmpty();
  }

  @Test
  void anOrderIsLeftAsideWhereAHeaderSaysWhoItIs() {
    Map<String, Object> order = Map.of("sku", "A-7", "id", 99, "lines", List.of(1, 2));

    LiveDeskContact contact =
        contact(ENSURE, order, Map.of(LiveDeskConstants.CONTACT_PHONE_NUMBER, PHONE));

    assertThat(contact.phoneNumber()).isEqualTo(PHONE);
    assertThat(
            contact(ENSURE, "a text", Map.of(LiveDeskConstants.CONTACT_PHONE_NUMBER, PHONE)).id())
        .isEqualTo(contact.id());
  }

  @Test
  void whatLiveDeskAloneWritesIsNeverSent() {
    LiveDeskContact contact = contact(CREATE, Map.of("name", "Ann", "email", "ann@x.org"));
    livedesk.requests();
    Map<String, Object> all = new HashMap<>(contact.toMap());
    all.put("name", "Anna");

    contact(UPDATE, all);

    assertThat(livedesk.requests().get(1).text())
        .contains("\"name\":\"Anna\"")
        .doesNotContain("contact_inboxes", "created_at", "\"id\"", "thumbnail");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "livedesk:contacts?op=template|op: found 'template'; it takes create,search,update,ensure",
        "livedesk:contacts?op=create&templateName=x|livedesk:contacts has no option templateName. It takes avatarUrl, contactId, direction, email, identifier, inboxId, labels, name, op, page, phoneNumber, query, sort",
        "livedesk:contacts?op=create&conversationId=141|livedesk:contacts has no option conversationId",
        "livedesk:conversations?op=ensure|op: found 'ensure'; it takes create,status",
        "livedesk:conversations?op=create&email=a@b|livedesk:conversations has no option email. It takes contactId, conversationId, inboxId, op, snoozedUntil, sourceId, status",
        "livedesk:messages?op=create|op: found 'create'; it takes text,attachment,template,retry",
        "livedesk:messages?inboxId=702|livedesk:messages has no option inboxId",
        "livedesk:tickets|resource: found 'tickets'; it takes messages, contacts or conversations",
        "livedesk:contacts?op=create&inboxId=0|inboxId: found 0",
        "livedesk:contacts?op=create&inboxId=x|inboxId: found 'x'",
        "livedesk:contacts?op=search&page=0|page: found 0",
        "livedesk:contacts?op=ensure&inboxId=1&phoneNumber=+6581234567|phoneNumber: found a text that begins with a blank",
        "livedesk:contacts?op=ensure&inboxId=1&email=x|email: found a text without @"
      })
  void theStartFails(String row) {
    String[] parts = row.split("\\|", -1);

    assertThatThrownBy(() -> context().getEndpoint(parts[0]).start())
        .rootCause()
        .hasMessageContaining(parts[1]);
  }

  @Test
  void aMillionContactsAreNotRead() {
    for (int i = 0; i < 15; i++) {
      livedesk.contact().identifier("c" + i).customAttribute("a", "x".repeat(10_000)).create();
    }

    var failure =
        failure(LiveDeskOutcomeUnknownException.class, SEARCH + "&maxResponseSize=50000", "c");

    assertThat(failure).hasMessageContaining("longer than maxResponseSize=50000");
  }

  @Test
  void aPageOfLargeContactsIsReadWhole() {
    for (int i = 0; i < 15; i++) {
      livedesk.contact().identifier("c" + i).customAttribute("a", "x".repeat(10_000)).create();
    }

    assertThat(contact(ENSURE, Map.of("identifier", "c7")).identifier()).isEqualTo("c7");
    assertThat(livedesk.contacts()).hasSize(15);
  }

  @Test
  void theExceptionSaysWhatItIsAbout() {
    LiveDeskException failure = failure(LiveDeskRequestException.class, ENSURE, null);

    assertThat(failure.getOperation()).isEqualTo("ensure");
    assertThat(failure).hasMessageStartingWith("op=ensure of livedesk:contacts: ");
  }
}
