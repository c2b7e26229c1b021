// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contacts and conversations as a test sets them up and looks at them. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class StoredContactTest {

  private final LiveDeskSimulator livedesk;
  private final ApiClient client;

  StoredContactTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.client = new ApiClient(livedesk);
  }

  @Test
  void isAsItWasSetUp() {
    StoredContact ann =
        livedesk
            .contact()
            .name("Ann")
            .email("Ann@X.org")
            .phoneNumber("+6581234567")
            .identifier("crm-1")
            .blocked(true)
            .customAttribute("tier", "gold")
            .additionalAttribute("city", "Taipei")
            .inbox(702)
            .inbox(703)
            .inbox(702)
            .create();

    assertThat(ann.id()).isEqualTo(42_000_001);
    assertThat(ann.name()).isEqualTo("Ann");
    assertThat(ann.email()).isEqualTo("ann@x.org");
    assertThat(ann.phoneNumber()).isEqualTo("+6581234567");
    assertThat(ann.identifier()).isEqualTo("crm-1");
    assertThat(ann.blocked()).isTrue();
    assertThat(ann.customAttributes()).isEqualTo(Map.of("tier", "gold"));
    assertThat(ann.additionalAttributes()).isEqualTo(Map.of("city", "Taipei"));
    assertThat(ann.sourceIds()).containsOnlyKeys(702L, 703L);
    assertThat(ann.sourceIds().get(702L)).hasSize(2).startsWith(ann.sourceId(702));
    assertThat(ann.sourceId(704)).isNull();
    assertThat(livedesk.contact(ann.id())).isEqualTo(ann);
    assertThat(client.searchContacts("?q=crm-1").json().at("/payload/0/contact_inboxes"))
        .hasSize(3);
  }

  @Test
  void isAsARequestMadeIt() {
    client.createContact("\"name\": \"Ann\", \"avatar_url\": \"https://x.org/a.png\"");

    StoredContact ann = livedesk.contacts().get(0);
    assertThat(ann.name()).isEqualTo("Ann");
    assertThat(ann.avatarUrl()).isEqualTo("https://x.org/a.png");
    assertThat(ann.email()).isNull();
    assertThat(ann.sourceId(702)).isNotBlank();
    client.call("PATCH", "contacts/" + ann.id(), "{\"name\": \"Bea\"}");
    assertThat(ann.name()).isEqualTo("Ann");
    assertThat(livedesk.contact(ann.id()).name()).isEqualTo("Bea");
  }

  /** As where two requests met. */
  @Test
  void twoMayHaveOnePhoneButNoOtherKey() {
    livedesk.contact().phoneNumber("+6581234567").email("a@x.org").identifier("1").create();
    livedesk.contact().phoneNumber("+6581234567").create();

    assertThat(livedesk.contacts()).hasSize(2);
    for (ContactSetup clash :
        List.of(livedesk.contact().email("A@x.org"), livedesk.contact().identifier("1"))) {
      assertThatThrownBy(clash::create)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Another contact has this e-mail or this identifier");
    }
  }

  @Test
  void labelsNarrowASearch() {
    livedesk.contact().identifier("1").label("vip").label("new").create();
    livedesk.contact().identifier("2").label("old").create();
    livedesk.contact().identifier("3").create();

    assertThat(client.searchContacts("?labels=vip").json().at("/payload/0/identifier").textValue())
        .isEqualTo("1");
    assertThat(
            client.searchContacts("?labels[]=vip&labels[]=old").json().at("/meta/count").intValue())
        .isEqualTo(2);
  }

  @Test
  void aContactThatIsNotThereSaysWhichAre() {
    livedesk.contact().create();

    assertThatThrownBy(() -> livedesk.contact(1))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("There is no contact 1; there are: [42000001]");
  }

  @Test
  void aConversationKnowsItsContact() {
    StoredContact ann = livedesk.contact().name("Ann").inbox(702).create();

    SimulatedConversation conversation = livedesk.conversationWith(ann, 702);

    assertThat(conversation.contact()).isEqualTo(ann);
    assertThat(conversation.inboxId()).isEqualTo(702);
    assertThat(conversation.sourceId()).isEqualTo(ann.sourceId(702));
    assertThat(conversation.status()).isEqualTo("open");
    assertThat(livedesk.conversationsWith(ann))
        .singleElement()
        .satisfies(it -> assertThat(it.id()).isEqualTo(conversation.id()));
    SimulatedConversation elsewhere = livedesk.conversationWith(ann, 703);
    assertThat(elsewhere.sourceId()).isEqualTo(livedesk.contact(ann.id()).sourceId(703));
  }

  @Test
  void aConversationThatNobodyMadeHasNone() {
    SimulatedConversation conversation = livedesk.conversation(141);

    assertThat(conversation.contact()).isNull();
    assertThat(conversation.inboxId()).isNull();
    assertThat(conversation.sourceId()).isNull();
    assertThat(conversation.status()).isEqualTo("open");
  }

  @ParameterizedTest
  @CsvSource({
    "resolved, open",
    "snoozed, open",
    "open, open",
    "pending, pending",
    "closed, closed"
  })
  void theCustomersMessageOpensWhatIsResolvedOrSnoozedAndOursDoesNot(String before, String after) {
    SimulatedConversation conversation = livedesk.conversation(141).setStatus(before);

    client.sendText("141", "Hello");
    assertThat(conversation.status()).isEqualTo(before);

    conversation.customerWrites("Hi");
    assertThat(conversation.status()).isEqualTo(after);
    assertThat(conversation.texts()).containsExactly("Hello", "Hi");
    assertThat(conversation.messages())
        .extracting(StoredMessage::fromCustomer)
        .containsExactly(false, true);
  }

  @Test
  void thereIsNoSuchStatus() {
    assertThatThrownBy(() -> livedesk.conversation(141).setStatus("done"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("status: none is done");
  }

  @Test
  void eachCallOfTheDeskCanBePlanned() {
    for (DeskCall call : DeskCall.values()) {
      assertThat(livedesk.next(call).answer(409)).isNotNull();
    }
  }
}
