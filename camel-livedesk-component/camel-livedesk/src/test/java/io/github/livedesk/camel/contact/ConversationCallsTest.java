// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.conversation.ConversationRequest;
import io.github.livedesk.camel.model.conversation.LiveDeskConversation;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.simulator.DeskCall;
import io.github.livedesk.camel.simulator.DeskRule;
import io.github.livedesk.camel.simulator.DropMoment;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.SimulatedConversation;
import io.github.livedesk.camel.simulator.StoredContact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversations that are made, found again, and given another status; and what is in hand. */
class ConversationCallsTest extends DeskTestSupport {

  private static final String MESSAGES = "livedesk:messages";

  ConversationCallsTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  private StoredContact ann() {
    return livedesk.contact().name("Ann").phoneNumber(PHONE).inbox(702).create();
  }

  private LiveDeskConversation conversation(String uri, Object body, Map<String, Object> headers) {
    return done(uri, body, headers).getMessage().getBody(LiveDeskConversation.class);
  }

  @Test
  void threeStepsReachACustomer() throws Exception {
    context()
        .addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:orders")
                    .setHeader(LiveDeskConstants.CONTACT_PHONE_NUMBER, simple("${body[phone]}"))
                    .to(ENSURE)
                    .to(CONVERSE)
                    .setBody(constant("Your order is on its way"))
                    .to(MESSAGES);
              }
            });

    done("direct:orders", Map.of("phone", PHONE, "sku", "A-7"), Map.of());

    StoredContact contact = livedesk.contacts().get(0);
    SimulatedConversation conversation = livedesk.conversationsWith(contact).get(0);
    assertThat(conversation.texts()).containsExactly("Your order is on its way");
    assertThat(conversation.sourceId()).isEqualTo(contact.sourceId(702));
    assertThat(calls())
        .containsExactly(
            "GET contacts",
            "POST contacts",
            "POST conversations",
            "POST conversations/" + conversation.id() + "/messages");
  }

  /** Field note 16: nothing of the first customer may be left for the second. */
  @Test
  void inALoopOverCustomersNoTextGoesToAnother() throws Exception {
    context()
        .addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:loop")
                    .to("livedesk:contacts?op=ensure&inboxId=702&email=ann@x.org")
                    .to(CONVERSE)
                    .to("livedesk:contacts?op=ensure&inboxId=702&email=bob@x.org")
                    .setBody(constant("for Bob"))
                    .to(MESSAGES);
              }
            });

    var failure = failure(LiveDeskRequestException.class, send("direct:loop", null, Map.of()));

    assertThat(failure.getField()).isEqualTo("conversationId");
    assertThat(livedesk.requests()).noneMatch(it -> it.text().contains("for Bob"));
  }

  @Test
  void theSameContactAgainKeepsItsConversation() {
    StoredContact ann = ann();
    Exchange made = done(CONVERSE + "&contactId=" + ann.id(), null, Map.of());

    Exchange again =
        done(
            ENSURE,
            Map.of("phone_number", PHONE),
            Map.of(
                LiveDeskConstants.CURRENT_CONTACT_ID,
                ann.id(),
                LiveDeskConstants.CURRENT_CONVERSATION_ID,
                made.getMessage().getHeader(LiveDeskConstants.CURRENT_CONVERSATION_ID)));

    assertThat(again.getMessage().getHeader(LiveDeskConstants.CURRENT_CONVERSATION_ID)).isNotNull();
  }

  @Test
  void aFailedContactCallLeavesNothingInHand() {
    Exchange exchange =
        send(
            ENSURE,
            Map.of("phone_number", "no phone"),
            Map.of(
                LiveDeskConstants.CURRENT_CONTACT_ID,
                7L,
                LiveDeskConstants.CURRENT_INBOX_ID,
                702L,
                LiveDeskConstants.CURRENT_SOURCE_ID,
                "s",
                LiveDeskConstants.CURRENT_CONVERSATION_ID,
                "58"));

    assertThat(exchange.getException()).isInstanceOf(LiveDeskRequestException.class);
    assertThat(exchange.getMessage().getHeaders().keySet())
        .noneMatch(header -> header.startsWith("CamelLiveDeskCurrent"));
  }

  @Test
  void aMessageGoesWhereItsOwnTextSays() {
    sent(
        MESSAGES + "?conversationId=141",
        "hello",
        Map.of(LiveDeskConstants.CURRENT_CONVERSATION_ID, "58"));

    assertThat(livedesk.conversation(141).texts()).containsExactly("hello");
  }

  @Test
  void whoseTextIsNotSetReadsNoJson() {
    StoredContact ann = ann();
    livedesk.apply(DeskRule.STRICT_CONVERSATIONS);
    Exchange made = done(CONVERSE + "&contactId=" + ann.id(), null, Map.of());
    var conversation = made.getMessage().getBody(LiveDeskConversation.class);
    var contact = contact(ENSURE, Map.of("phone_number", PHONE));
    var page = done(SEARCH, PHONE, Map.of()).getMessage().getBody();
    String to = MESSAGES + "?conversationId=" + conversation.id();

    for (Object body : List.of(conversation, contact, page)) {
      for (String op : List.of("", "&op=text", "&op=attachment", "&op=template", "&op=retry")) {
        assertThat(failure(LiveDeskRequestException.class, to + op, body))
            .hasMessageContaining("whose JSON has personal data");
      }
    }
    assertThat(calls()).noneMatch(call -> call.endsWith("/messages"));
  }

  @Test
  void aConversationIsMadeOfARequestAMapOrAContact() {
    StoredContact ann = ann();

    conversation(
        "livedesk:conversations?op=create",
        ConversationRequest.builder()
            .inboxId(702)
            .contactId(ann.id())
            .sourceId(ann.sourceId(702))
            .customAttribute("order", "A-7")
            .build(),
        Map.of());
    conversation(
        "livedesk:conversations?op=create",
        Map.of("inbox_id", 702, "contact_id", String.valueOf(ann.id())),
        Map.of());
    conversation(CONVERSE, contact(ENSURE, Map.of("phone_number", PHONE)), Map.of());

    var made = livedesk.conversationsWith(ann);
    assertThat(made).hasSize(3);
    assertThat(made.get(0).sourceId()).isEqualTo(ann.sourceId(702));
    assertThat(made.get(1).sourceId()).isNotEqualTo(ann.sourceId(702));
    assertThat(made.get(2).sourceId()).isEqualTo(ann.sourceId(702));
  }

  @Test
  void aSessionGoesAlongForItsOwnContactAndInboxAlone() {
    StoredContact ann = ann();
    StoredContact bob = livedesk.contact().name("Bob").inbox(702).create();
    Map<String, Object> inHand =
        Map.of(
            LiveDeskConstants.CURRENT_CONTACT_ID,
            ann.id(),
            LiveDeskConstants.CURRENT_INBOX_ID,
            702L,
            LiveDeskConstants.CURRENT_SOURCE_ID,
            ann.sourceId(702));

    conversation(CONVERSE, null, inHand);
    conversation(CONVERSE + "&contactId=" + bob.id(), null, inHand);
    conversation("livedesk:conversations?op=create&inboxId=703", null, inHand);

    assertThat(livedesk.requests().get(0).text()).contains(ann.sourceId(702));
    assertThat(livedesk.requests().get(1).text()).doesNotContain("source_id");
    assertThat(livedesk.requests().get(2).text()).doesNotContain("source_id");
  }

  @Test
  void whoseConversationIsMadeIsInHand() {
    StoredContact bob = livedesk.contact().name("Bob").inbox(702).create();

    Exchange exchange =
        done(
            CONVERSE + "&contactId=" + bob.id(),
            null,
            Map.of(
                LiveDeskConstants.CURRENT_CONTACT_ID,
                5L,
                LiveDeskConstants.CURRENT_SOURCE_ID,
                "s"));

    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.CURRENT_CONTACT_ID))
        .isEqualTo(bob.id());
    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.CURRENT_SOURCE_ID)).isNull();
    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.CURRENT_CONVERSATION_ID))
        .isInstanceOf(String.class);
  }

  /** Field note 20. */
  @Test
  void anInboxWithOneConversationGivesTheLastOneBack() {
    StoredContact ann = ann();
    livedesk.apply(DeskRule.ONE_CONVERSATION_ONLY);
    LiveDeskConversation first = conversation(CONVERSE + "&contactId=" + ann.id(), null, Map.of());
    livedesk.conversation(first.id()).setStatus("resolved");

    LiveDeskConversation second = conversation(CONVERSE + "&contactId=" + ann.id(), null, Map.of());

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.status()).isEqualTo("resolved");
    assertThat(second.canReply()).isTrue();
    assertThat(second.contactId()).isEqualTo(ann.id());
  }

  @Test
  void aLostReplyMakesNoSecondConversation() {
    StoredContact ann = ann();
    livedesk.next(DeskCall.CREATE_CONVERSATION).dropConnection(DropMoment.AFTER_STORING);

    Exchange exchange =
        send(
            CONVERSE + "&contactId=" + ann.id(),
            null,
            Map.of(LiveDeskConstants.CURRENT_CONVERSATION_ID, "58"));

    assertThat(failure(LiveDeskOutcomeUnknownException.class, exchange))
        .hasMessageStartingWith("op=create of livedesk:conversations: ");
    assertThat(livedesk.conversationsWith(ann)).hasSize(1);
    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.CURRENT_CONVERSATION_ID)).isNull();
  }

  @Test
  void aStatusIsChanged() {
    StoredContact ann = ann();
    var conversation = livedesk.conversationWith(ann, 702);

    Exchange exchange =
        done(
            SET_STATUS + "&status=resolved",
            "left aside",
            Map.of(LiveDeskConstants.CURRENT_CONVERSATION_ID, conversation.id()));

    assertThat(conversation.status()).isEqualTo("resolved");
    assertThat(exchange.getMessage().getBody()).isNull();
    assertThat(calls())
        .containsExactly("POST conversations/" + conversation.id() + "/toggle_status");
    assertThat(livedesk.requests().get(0).text()).isEqualTo("{\"status\":\"resolved\"}");
  }

  static Stream<Object> times() {
    long seconds = Instant.parse("2100-01-31T08:00:00Z").getEpochSecond();
    return Stream.of(
        Instant.ofEpochSecond(seconds),
        seconds,
        String.valueOf(seconds),
        "2100-01-31T08:00:00Z",
        "2100-01-31T09:00:00+01:00");
  }

  @ParameterizedTest
  @MethodSource("times")
  void aConversationIsSnoozedUntilATime(Object time) {
    var conversation = livedesk.conversationWith(ann(), 702);

    done(
        SET_STATUS + "&conversationId=" + conversation.id() + "&status=snoozed",
        null,
        Map.of(LiveDeskConstants.SNOOZED_UNTIL, time));

    assertThat(conversation.status()).isEqualTo("snoozed");
    assertThat(livedesk.requests().get(0).text()).contains("\"snoozed_until\":4105065600");
  }

  @Test
  void aStatusThatDoesNotFollowIsRefusedByLiveDesk() {
    var conversation = livedesk.conversationWith(ann(), 702);

    var failure =
        failure(
            LiveDeskResponseException.class,
            SET_STATUS + "&status=closed&conversationId=" + conversation.id(),
            null);

    assertThat(failure.getHttpResponseCode()).isEqualTo(422);
    assertThat(failure)
        .hasMessageStartingWith(
            "op=status of livedesk:conversations for conversation "
                + conversation.id()
                + ": LiveDesk answered 422");
  }

  /** Its list is not documented to its end. */
  @Test
  void aStatusThatNobodyKnowsIsSentAsItIs() {
    send(SET_STATUS + "&status=bot_handoff!&conversationId=141", null);

    assertThat(livedesk.requests().get(0).text()).isEqualTo("{\"status\":\"bot_handoff!\"}");
  }

  /** Field note 21. */
  @Test
  void aMessageDoesNotOpenAResolvedConversation() {
    var conversation = livedesk.conversationWith(ann(), 702).setStatus("resolved");

    sent(MESSAGES + "?conversationId=" + conversation.id(), "hello");
    assertThat(conversation.status()).isEqualTo("resolved");
    done(SET_STATUS + "&status=open&conversationId=" + conversation.id(), null, Map.of());

    assertThat(conversation.status()).isEqualTo("open");
  }

  /** Field note 22. */
  @Test
  void aConversationThatWasDeletedIsA404() {
    livedesk.apply(DeskRule.STRICT_CONVERSATIONS);

    var failure =
        failure(LiveDeskResponseException.class, MESSAGES + "?conversationId=58", "hello");

    assertThat(failure.getHttpResponseCode()).isEqualTo(404);
    assertThat(failure.isTransient()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "livedesk:contacts?op=update&name=Ann",
        "livedesk:conversations?op=create&inboxId=702"
      })
  void whoIsInHandCountsLast(String uri) {
    StoredContact ann = ann();
    StoredContact bob = livedesk.contact().name("Bob").inbox(702).create();

    done(
        uri,
        null,
        Map.of(
            LiveDeskConstants.CURRENT_CONTACT_ID,
            ann.id(),
            LiveDeskConstants.CONTACT_ID,
            String.valueOf(bob.id())));

    assertThat(Objects.toString(paths()) + livedesk.requests().get(0).text())
        .contains(String.valueOf(bob.id()))
        .doesNotContain(String.valueOf(ann.id()));
  }
}
