// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import io.github.livedesk.camel.simulator.Behaviour.Answer;
import io.github.livedesk.camel.simulator.Behaviour.Delay;
import io.github.livedesk.camel.simulator.Behaviour.DropConnection;
import io.github.livedesk.camel.simulator.Behaviour.FailMessage;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * One conversation: what arrived in it, and what the simulator is to do with its next requests.
 *
 * <pre>{@code
 * var conversation = livedesk.conversation(141);
 * conversation.failNext(2, "130429: Rate limit hit");
 * // a route sends
 * assertThat(conversation.texts()).containsExactly("Hello");
 * assertThat(conversation.lastMessage().isFailed()).isFalse();
 * }</pre>
 *
 * <p>Each order is for one request that the simulator would otherwise take; requests that it
 * refuses leave orders as they are. Orders are carried out in the order they were given; a delay
 * goes along with the order after it.
 */
public final class SimulatedConversation {

  private final String id;
  private final Desk desk;
  private final Orders orders;
  private final Runnable onChange;

  SimulatedConversation(String id, Desk desk, Orders orders, Runnable onChange) {
    this.id = id;
    this.desk = desk;
    this.orders = orders;
    this.onChange = onChange;
  }

  /** As a route names it: {@code 141}. */
  public String id() {
    return id;
  }

  /** Its messages, oldest first; empty when there are none. */
  public List<StoredMessage> messages() {
    return desk.messages(id);
  }

  /**
   * The newest message.
   *
   * @throws NoSuchElementException when there is none; it names the conversations that have some
   */
  public StoredMessage lastMessage() {
    List<StoredMessage> all = messages();
    if (all.isEmpty()) {
      throw new NoSuchElementException(
          "Conversation %s has no messages; these have: %s".formatted(id, desk.conversationIds()));
    }
    return all.get(all.size() - 1);
  }

  /** The texts of its messages, oldest first; null for a message that has files only. */
  public List<String> texts() {
    return messages().stream().map(StoredMessage::content).toList();
  }

  /** The files of its messages, oldest first. */
  public List<StoredAttachment> attachments() {
    return messages().stream().flatMap(message -> message.attachments().stream()).toList();
  }

  /**
   * Lets the next messages fail, new ones and retried ones alike; so with 2, a message gets through
   * at its second retry.
   *
   * @param times 1 or more
   * @param externalError such as {@code 130429: Rate limit hit}, not blank
   */
  public SimulatedConversation failNext(int times, String externalError) {
    if (times < 1) {
      throw new IllegalArgumentException("times: 1 or more, not " + times);
    }
    return order(times, new FailMessage(externalError));
  }

  /**
   * Answers the next request with a status, and stores nothing.
   *
   * @param status 300 to 599
   */
  public SimulatedConversation answer(int status) {
    return order(1, new Answer(status, null));
  }

  /**
   * Answers the next request with a status and a Retry-After, and stores nothing.
   *
   * @param status 300 to 599
   * @param retryAfter in whole seconds, not negative
   */
  public SimulatedConversation answer(int status, Duration retryAfter) {
    return order(1, Answer.of(status, retryAfter));
  }

  /** Lets the next request wait before it is looked at. */
  public SimulatedConversation delay(Duration time) {
    return order(1, new Delay(time));
  }

  /** Drops the connection of the next request without an answer. */
  public SimulatedConversation dropConnection(DropMoment moment) {
    return order(1, new DropConnection(moment));
  }

  /**
   * Marks a message as failed, as LiveDesk does when a channel reports it later.
   *
   * @param messageId of a message of this conversation
   * @param externalError such as {@code 131026: Message undeliverable}, not blank
   * @throws NoSuchElementException when there is no such message
   */
  public void fail(long messageId, String externalError) {
    try {
      desk.change(
          id, String.valueOf(messageId), new FailMessage(externalError).externalError(), List.of());
    } catch (Refusal notThere) {
      throw new NoSuchElementException(
          "Conversation %s has no message %d".formatted(id, messageId), notThere);
    }
  }

  private SimulatedConversation order(int times, Behaviour behaviour) {
    orders.add(id, times, behaviour);
    onChange.run();
    return this;
  }
}
