// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.contact.LiveDeskContact;
import io.github.livedesk.camel.model.failure.LiveDeskAuthenticationException;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.LiveDeskRateLimitException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.simulator.DeskCall;
import io.github.livedesk.camel.simulator.DropMoment;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.StoredContact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ensure}: finds a contact by its keys, or makes it, whatever happens on the way. */
class EnsureContactTest extends DeskTestSupport {

  private static final String EMAIL = "ann@x.org";

  EnsureContactTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  private static Map<String, Object> keys(String identifier, String email, String phone) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("identifier", identifier);
    keys.put("email", email);
    keys.put("phone_number", phone);
    keys.values().removeIf(Objects::isNull);
    return keys;
  }

  private LiveDeskRequestException conflict(Map<String, Object> keys) {
    var failure = failure(LiveDeskRequestException.class, ENSURE, keys);
    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
    return failure;
  }

  @Test
  void whoIsNotThereIsMade() {
    Exchange exchange = done(ENSURE, Map.of("phone_number", PHONE, "name", "Ann"), Map.of());

    StoredContact stored = livedesk.contacts().get(0);
    var contact = exchange.getMessage().getBody(LiveDeskContact.class);
    assertThat(contact.id()).isEqualTo(stored.id());
    assertThat(stored.name()).isEqualTo("Ann");
    assertThat(calls()).containsExactly("GET contacts", "POST contacts");
    assertThat(paths().get(0)).endsWith("?q=%2B6581234567");
    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.CONTACT_CREATED)).isEqualTo(true);
    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.CURRENT_SOURCE_ID))
        .isEqualTo(stored.sourceId(702));
    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.ATTEMPTS)).isEqualTo(2);
  }

  /** Field notes 1, 3 and 9. */
  @Test
  void whoIsKnownByAllKeysCostsOneRequestAndIsNotChanged() {
    StoredContact ann =
        livedesk
            .contact()
            .name("Ann")
            .identifier("crm-1")
            .email(EMAIL)
            .phoneNumber(PHONE)
            .inbox(702)
            .create();

    Exchange exchange =
        done(
            ENSURE + "&name=Anna",
            keys("crm-1", "Ann@X.org", PHONE),
            Map.of(LiveDeskConstants.CURRENT_CONTACT_ID, 5L));

    assertThat(exchange.getMessage().getBody(LiveDeskContact.class).id()).isEqualTo(ann.id());
    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.CONTACT_CREATED)).isEqualTo(false);
    assertThat(livedesk.contact(ann.id()).name()).isEqualTo("Ann");
    assertThat(calls()).containsExactly("GET contacts");
  }

  @Test
  void itCountsAsOneSendWithAllItsRequests() {
    done(ENSURE, keys("crm-1", EMAIL, PHONE), Map.of());

    var component = context().getComponent("livedesk", LiveDeskComponent.class);
    assertThat(component.getSent()).isEqualTo(1);
    assertThat(component.getAttempts()).isEqualTo(4);
    assertThat(component.getInFlight()).isZero();
  }

  /** Field note 7. */
  @Test
  void onlyAWholeEqualValueCounts() {
    livedesk.contact().email("joan@x.org").identifier("x" + PHONE).create();

    LiveDeskContact byEmail = contact(ENSURE, Map.of("email", "an@x.org"));
    LiveDeskContact byPhone = contact(ENSURE, Map.of("phone_number", PHONE));

    assertThat(livedesk.contacts()).hasSize(3);
    assertThat(byEmail.id()).isNotEqualTo(byPhone.id());
  }

  @Test
  void eachKeyIsEnoughWithAnyOfTheOthers() {
    StoredContact ann = livedesk.contact().email(EMAIL).create();

    assertThat(contact(ENSURE, keys("crm-1", EMAIL, null)).id()).isEqualTo(ann.id());
    assertThat(contact(ENSURE, keys(null, EMAIL, PHONE)).id()).isEqualTo(ann.id());
    assertThat(livedesk.contacts()).hasSize(1);
  }

  /** Field note 2. */
  @Test
  void whoHasAnotherStrongerKeyIsAnother() {
    StoredContact ann = livedesk.contact().identifier("crm-1").phoneNumber(PHONE).create();

    assertThat(conflict(keys("crm-2", null, PHONE)))
        .hasMessage(
            "op=ensure of livedesk:contacts in 2 attempts: identifier: found contact "
                + ann.id()
                + ", which has this phone_number and another identifier; it takes keys of one"
                + " contact (outcome NOT_SENT)");
    assertThat(livedesk.contacts()).hasSize(1);
  }

  @Test
  void keysOfTwoContactsAreRefused() {
    StoredContact ann = livedesk.contact().identifier("crm-1").create();
    StoredContact bob = livedesk.contact().email("bob@x.org").create();

    assertThat(conflict(keys("crm-1", "bob@x.org", null)))
        .hasMessage(
            "op=ensure of livedesk:contacts in 2 attempts: identifier and email: found the contacts "
                + ann.id()
                + " and "
                + bob.id()
                + "; it takes keys of one contact (outcome NOT_SENT)");
  }

  @Test
  void ofSeveralWithOnePhoneAllTakeTheFirstThatFits() {
    livedesk.contact().phoneNumber(PHONE).identifier("crm-9").create();
    StoredContact second = livedesk.contact().phoneNumber(PHONE).create();
    livedesk.contact().phoneNumber(PHONE).create();

    assertThat(contact(ENSURE, keys("crm-1", null, PHONE)).id()).isEqualTo(second.id());
    assertThat(contact(ENSURE, keys(null, null, PHONE)).id())
        .isEqualTo(livedesk.contacts().get(0).id());
  }

  /** Field note 6: it is in another language, and without an id. */
  @Test
  void whoIsTakenAllTheSameIsSearchedForAgain() {
    StoredContact ann = livedesk.contact().email(EMAIL).create();
    livedesk.hideContacts(2);

    Exchange exchange = done(ENSURE, keys(null, EMAIL, null), Map.of());

    assertThat(exchange.getMessage().getBody(LiveDeskContact.class).id()).isEqualTo(ann.id());
    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.CONTACT_CREATED)).isEqualTo(false);
    assertThat(calls())
        .containsExactly("GET contacts", "POST contacts", "GET contacts", "GET contacts");
  }

  @Test
  void aRefusalThatStaysUnexplainedIsTold() {
    livedesk.contact().email(EMAIL).create();
    livedesk.hideContacts(4);

    var failure = failure(LiveDeskResponseException.class, ENSURE, keys(null, EMAIL, null));

    assertThat(failure.getHttpResponseCode()).isEqualTo(422);
    assertThat(failure.getOutcome()).isEqualTo(Outcome.REJECTED);
    assertThat(failure.getAttempts()).isEqualTo(5);
    assertThat(failure).hasMessageContaining("it names email");
  }

  /** What is documented of refusals is nothing. */
  @Test
  void aRefusalThatNamesNothingMayBeOfAKeyToo() {
    livedesk.next(DeskCall.CREATE_CONTACT).answer(422);

    var failure = failure(LiveDeskResponseException.class, ENSURE, keys(null, EMAIL, null));

    assertThat(failure.getOutcome()).isEqualTo(Outcome.REJECTED);
    assertThat(calls())
        .containsExactly(
            "GET contacts", "POST contacts", "GET contacts", "GET contacts", "GET contacts");
  }

  @Test
  void aRefusalOfAnotherFieldNeedsNoSearch() {
    var failure =
        failure(
            LiveDeskResponseException.class,
            ENSURE,
            Map.of("email", EMAIL, "name", "n".repeat(300)));

    assertThat(failure.getHttpResponseCode()).isEqualTo(422);
    assertThat(calls()).containsExactly("GET contacts", "POST contacts");
  }

  /** Field note 10. */
  @Test
  void aCreateWhoseReplyIsLostIsFoundWithoutAnother() {
    livedesk.next(DeskCall.CREATE_CONTACT).dropConnection(DropMoment.AFTER_STORING);

    Exchange exchange = done(ENSURE, keys("crm-1", EMAIL, PHONE), Map.of());

    assertThat(livedesk.contacts()).hasSize(1);
    assertThat(exchange.getMessage().getBody(LiveDeskContact.class).id())
        .isEqualTo(livedesk.contacts().get(0).id());
    // Nobody knows whose it is.
    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.CONTACT_CREATED)).isEqualTo(false);
    assertThat(calls().stream().filter("POST contacts"::equals)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504})
  void aCreateThatMayHaveWorkedAndIsNotFoundIsUnknown(int status) {
    livedesk.next(DeskCall.CREATE_CONTACT).answer(status);

    var failure = failure(LiveDeskException.class, send(ENSURE, keys(null, EMAIL, null)));

    assertThat(failure.getOutcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(calls())
        .containsExactly(
            "GET contacts", "POST contacts", "GET contacts", "GET contacts", "GET contacts");
  }

  @Test
  void aLostReplyThatIsNeverExplainedIsUnknown() {
    livedesk.next(DeskCall.CREATE_CONTACT).dropConnection(DropMoment.BEFORE_STORING);

    var failure = failure(LiveDeskOutcomeUnknownException.class, ENSURE, keys(null, EMAIL, null));

    assertThat(failure.getAttempts()).isEqualTo(5);
    assertThat(livedesk.contacts()).isEmpty();
  }

  @Test
  void beforeTheCreateNothingWasSent() {
    livedesk.next(DeskCall.SEARCH_CONTACTS).answer(401);
    var refused = failure(LiveDeskAuthenticationException.class, ENSURE, keys(null, EMAIL, null));
    livedesk.next(DeskCall.SEARCH_CONTACTS).answer(429).answer(429).answer(429);
    var busy = failure(LiveDeskRateLimitException.class, ENSURE, keys(null, EMAIL, null));
    livedesk
        .next(DeskCall.SEARCH_CONTACTS)
        .dropConnection(DropMoment.BEFORE_STORING)
        .dropConnection(DropMoment.BEFORE_STORING)
        .dropConnection(DropMoment.BEFORE_STORING);
    var lost = failure(LiveDeskConnectionException.class, ENSURE, keys(null, EMAIL, null));
    livedesk.next(DeskCall.SEARCH_CONTACTS).answer(500).answer(500).answer(500);
    var broken = failure(LiveDeskResponseException.class, ENSURE, keys(null, EMAIL, null));

    assertThat(List.of(refused, busy, lost, broken))
        .extracting(LiveDeskException::getOutcome)
        .containsOnly(Outcome.NOT_SENT);
    assertThat(calls()).doesNotContain("POST contacts");
  }

  /** Field note 4. */
  @ParameterizedTest
  @ValueSource(strings = {"identifier", "email", "phone_number"})
  void fiftyAtOnceMakeOneContact(String key) {
    Map<String, Object> value =
        Map.of(
            key,
            key.equals("email") ? EMAIL : key.equals("identifier") ? "crm-1" : PHONE,
            "name",
            "Ann");

    List<CompletableFuture<Exchange>> sends =
        IntStream.range(0, 50)
            .mapToObj(
                i -> template().asyncSend(ENSURE, exchange -> exchange.getMessage().setBody(value)))
            .toList();
    var ids = new HashSet<Object>();
    int created = 0;
    for (var send : sends) {
      Exchange exchange = send.join();
      assertThat(exchange.getException()).isNull();
      ids.add(exchange.getMessage().getHeader(LiveDeskConstants.CURRENT_CONTACT_ID));
      created +=
          Boolean.TRUE.equals(exchange.getMessage().getHeader(LiveDeskConstants.CONTACT_CREATED))
              ? 1
              : 0;
    }

    assertThat(ids).hasSize(1);
    assertThat(created).isEqualTo(1);
    assertThat(calls().stream().filter("POST contacts"::equals)).hasSize(1);
    assertThat(livedesk.contacts()).hasSize(1);
  }

  /** They share a key in a chain: none may wait for another for ever. */
  @Test
  void whoSharesDifferentKeysWaitsTooAndEnds() {
    List<CompletableFuture<Exchange>> sends = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Map<String, Object> value =
          i % 3 == 0
              ? keys("crm-1", EMAIL, null)
              : i % 3 == 1 ? keys(null, EMAIL, PHONE) : keys("crm-1", null, PHONE);
      sends.add(template().asyncSend(ENSURE, it -> it.getMessage().setBody(value)));
    }

    sends.forEach(send -> assertThat(send.join().isFailed()).isFalse());
  }

  /** Field note 5: in two processes. */
  @Test
  void twoProcessesThatMeetAgreeWhereTheServerRefusesTheSecond() throws Exception {
    livedesk.raceContacts(2);
    try (var other = new DefaultCamelContext()) {
      livedesk.configure(other);
      other.start();
      var theirs =
          CompletableFuture.supplyAsync(
              () ->
                  other
                      .createProducerTemplate()
                      .requestBody(ENSURE, Map.of("email", EMAIL), LiveDeskContact.class));

      LiveDeskContact ours = contact(ENSURE, Map.of("email", EMAIL));

      assertThat(theirs.get().id()).isEqualTo(ours.id());
      assertThat(livedesk.contacts()).hasSize(1);
    }
  }

  @Test
  void whoWaitsForAnotherUsesUpItsTime() {
    livedesk.next(DeskCall.SEARCH_CONTACTS).delay(Duration.ofSeconds(30));
    var first = template().asyncSend(ENSURE, it -> it.getMessage().setBody(Map.of("email", EMAIL)));
    await().until(() -> livedesk.requests().size() == 1);

    var failure =
        failure(
            LiveDeskConnectionException.class,
            ENSURE + "&totalTimeout=300ms",
            Map.of("email", EMAIL));

    assertThat(failure)
        .hasMessage(
            "op=ensure of livedesk:contacts: another op=ensure that has a key in common was under"
                + " way for all of totalTimeout (outcome NOT_SENT)");
    assertThat(first).isNotDone();
  }

  @Test
  void theSearchEndsAfterTwentyPagesAndSaysSo() {
    for (int i = 0; i < 301; i++) {
      livedesk.contact().identifier("9" + i).create();
    }
    livedesk.contact().identifier("9").create();
    for (int i = 301; i < 620; i++) {
      livedesk.contact().identifier("9" + i).create();
    }

    var failure = failure(LiveDeskResponseException.class, ENSURE, Map.of("identifier", "9"));

    assertThat(failure).hasMessageContaining("too short to be searched for");
    assertThat(failure.getAttempts()).isEqualTo(21);
  }

  @Test
  void whoHasNoSessionInTheInboxIsInHandWithoutOne() {
    StoredContact ann = livedesk.contact().email(EMAIL).inbox(9).create();

    Exchange exchange =
        done(
            ENSURE,
            keys(null, EMAIL, null),
            Map.of(LiveDeskConstants.CURRENT_SOURCE_ID, "of another"));

    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.CURRENT_CONTACT_ID))
        .isEqualTo(ann.id());
    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.CURRENT_INBOX_ID)).isEqualTo(702L);
    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.CURRENT_SOURCE_ID)).isNull();
  }

  @Test
  void whoHasSeveralSessionsHasAlwaysTheFirst() {
    StoredContact ann = livedesk.contact().email(EMAIL).inbox(702).inbox(702).inbox(9).create();

    Exchange exchange = done(ENSURE, keys(null, EMAIL, null), Map.of());

    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.CURRENT_SOURCE_ID))
        .isEqualTo(ann.sourceId(702));
  }
}
