// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import io.github.livedesk.camel.simulator.behaviour.Behaviour;
import io.github.livedesk.camel.simulator.behaviour.Behaviour.Answer;
import io.github.livedesk.camel.simulator.behaviour.Behaviour.Delay;
import io.github.livedesk.camel.simulator.behaviour.Behaviour.DropConnection;
import io.github.livedesk.camel.simulator.behaviour.Behaviour.FailMessage;
import io.github.livedesk.camel.simulator.behaviour.PlannedBehaviours;
import io.github.livedesk.camel.simulator.desk.Desk;
import io.github.livedesk.camel.simulator.desk.DeskConversation;
import io.github.livedesk.camel.simulator.desk.DeskConversation.Origin;
import io.github.livedesk.camel.simulator.desk.Status;
import io.github.livedesk.camel.simulator.store.ApiError;
import io.github.livedesk.camel.simulator.store.IncomingMessage;
import io.github.livedesk.camel.simulator.store.MessageStore;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

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
 * <p>Each behaviour is for one request that the simulator would otherwise take; requests that it
 * refuses leave the planned behaviours as they are. They happen in the sequence in which they were
 * planned; a delay goes along with the behaviour after it.
 */
public final class SimulatedConversation {

  private final String id;
  private final MessageStore store;
  private final Desk desk;
  private final PlannedBehaviours planned;

  SimulatedConversation(String id, MessageStore store, Desk desk, PlannedBehaviours planned) {
    this.id = id;
    this.store = store;
    this.desk = desk;
    this.planned = planned;
  }

  /** As a route names it: {@code 141}. */
  public String id() {
    return id;
  }

  /** {@code open}, {@code pending}, {@code snoozed}, {@code resolved} or {@code closed}. */
  public String status() {
    return now().status().toString();
  }

  /** With whom it is; null where it was not made for anybody. */
  public StoredContact contact() {
    return origin()
        .flatMap(it -> desk.contacts().get(it.contactId()))
        .map(StoredContact::of)
        .orElse(null);
  }

  /** Where it is; null where it was not made. */
  public Long inboxId() {
    return origin().map(Origin::inboxId).orElse(null);
  }

  /** The session of its contact; null where it was not made. */
  public String sourceId() {
    return origin().map(Origin::sourceId).orElse(null);
  }

  private DeskConversation now() {
    return desk.conversations().getOrUsual(id);
  }

  private Optional<Origin> origin() {
    return Optional.ofNullable(now().origin());
  }

  /**
   * Gives it a status, whichever it has.
   *
   * @param status as {@link #status} gives it
   */
  public SimulatedConversation setStatus(String status) {
    Status next =
        Status.named(status)
            .orElseThrow(() -> new IllegalArgumentException("status: none is " + status));
    desk.conversations().set(id, next);
    return this;
  }

  /**
   * Deletes it, as somebody may do at the desk: with {@link DeskRule#STRICT_CONVERSATIONS} requests
   * for it are answered 404 then. Its messages can still be looked at.
   */
  public void delete() {
    desk.conversations().delete(id);
  }

  /** Lets the customer write: a resolved or snoozed conversation is open then. */
  public SimulatedConversation customerWrites(String text) {
    desk.conversations().customerWrote(id);
    store.store(id, IncomingMessage.ofCustomer(text), null, MessageStore.NO_CALL);
    return this;
  }

  /** Its messages, oldest first; empty when there are none. */
  public List<StoredMessage> messages() {
    return store.messages(id).stream().map(StoredMessage::of).toList();
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
          "Conversation %s has no messages; these have: %s".formatted(id, store.conversationIds()));
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
    return plan(times, new FailMessage(externalError));
  }

  /**
   * Answers the next request with a status, and stores nothing.
   *
   * @param status 300 to 599
   */
  public SimulatedConversation answer(int status) {
    return plan(1, new Answer(status, null));
  }

  /**
   * Answers the next request with a status and a Retry-After, and stores nothing.
   *
   * @param status 300 to 599
   * @param retryAfter in whole seconds, not negative
   */
  public SimulatedConversation answer(int status, Duration retryAfter) {
    return plan(1, Answer.of(status, retryAfter));
  }

  /** Lets the next request wait before it is looked at. */
  public SimulatedConversation delay(Duration time) {
    return plan(1, new Delay(time));
  }

  /** Drops the connection of the next request without an answer. */
  public SimulatedConversation dropConnection(DropMoment moment) {
    return plan(1, new DropConnection(moment == DropMoment.AFTER_STORING));
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
      store.change(
          id, String.valueOf(messageId), new FailMessage(externalError).externalError(), List.of());
    } catch (ApiError notThere) {
      throw new NoSuchElementException(
          "Conversation %s has no message %d".formatted(id, messageId), notThere);
    }
  }

  private SimulatedConversation plan(int times, Behaviour behaviour) {
    planned.add(id, times, behaviour);
    return this;
  }
}
