// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.ordernotifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.camel.model.failure.LiveDeskAuthenticationException;
import io.github.livedesk.camel.simulator.DropMoment;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.github.livedesk.camel.simulator.SimulatedConversation;
import io.github.livedesk.camel.simulator.StoredMessage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LiveDeskSimulatorExtension.class)
class OrderNotificationsTest {

  private static final String ORDER =
      """
      {"id":"4711","conversation":141,"customer":"Ann","state":"on its way"}""";

  private final LiveDeskSimulator livedesk;
  private final SimulatedConversation conversation;

  OrderNotificationsTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.conversation = livedesk.conversation(141);
  }

  @Test
  void theCustomerGetsTheTemplate() throws Exception {
    OrderNotificationsMain.run(livedesk, ORDER);

    assertThat(conversation.messages()).hasSize(1);
    StoredMessage message = conversation.lastMessage();
    assertThat(message.templateName()).isEqualTo("order_update");
    assertThat(message.templateParameters()).isEqualTo(Map.of("1", "Ann", "2", "on its way"));
    assertThat(message.content()).isEqualTo("Your order 4711 is on its way.");
  }

  @Test
  void whatFailsForAWhileGetsThroughWithoutANote() throws Exception {
    conversation.failNext(2, "130429: Rate limit hit");

    OrderNotificationsMain.run(livedesk, ORDER);

    assertThat(conversation.messages()).hasSize(1);
    assertThat(conversation.lastMessage().isFailed()).isFalse();
  }

  @Test
  void whatFailsForGoodBecomesANoteForTheAgents() throws Exception {
    conversation.failNext(1, "131026: Message undeliverable");

    OrderNotificationsMain.run(livedesk, ORDER);

    assertThat(conversation.messages()).hasSize(2);
    StoredMessage note = conversation.lastMessage();
    assertThat(note.privateNote()).isTrue();
    assertThat(note.content())
        .isEqualTo(
            "Order 4711: WhatsApp did not take the news of it (131026: Message undeliverable)."
                + " Please write or call.");
  }

  @Test
  void whatMayHaveBeenSentIsNotSentAgain() throws Exception {
    conversation.dropConnection(DropMoment.AFTER_STORING);

    OrderNotificationsMain.run(livedesk, ORDER);

    assertThat(conversation.messages()).hasSize(2);
    assertThat(conversation.lastMessage().privateNote()).isTrue();
    assertThat(conversation.lastMessage().content()).contains("please look");
  }

  @Test
  void anyOtherFailureGoesToWhereTheOrderCameFrom() {
    conversation.answer(401);

    assertThatThrownBy(() -> OrderNotificationsMain.run(livedesk, ORDER))
        .hasCauseInstanceOf(LiveDeskAuthenticationException.class);
    assertThat(conversation.messages()).isEmpty();
  }
}
