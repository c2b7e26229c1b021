// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.PredicateValidationException;

/** Takes orders from a topic, one at a time for each consumer, and sends them to LiveDesk. */
final class OutboxRoutes extends RouteBuilder {

  private static final String JSON = "json";
  private static final String ORDER_ID = "orderId";
  private static final String OUTCOME = "outcome";

  /** Milliseconds. Longer waits would not fit into maxPollIntervalMs. */
  private static final long LONGEST_WAIT = 60_000;

  @Override
  public void configure() {
    IdempotentRepository done =
        SentOrders.repository(
            resolve("{{outbox.sent}}"), resolve("{{camel.component.kafka.brokers}}"));

    // While an order waits here, its consumer takes no other: that is how a rate limit pauses it.
    // One that is refused even then is read again.
    onException(LiveDeskException.class)
        .onWhen(Verdict::isPassing)
        .maximumRedeliveries(5)
        .redeliveryDelay("{{outbox.redelivery-delay}}")
        .onExceptionOccurred(OutboxRoutes::boundWait);

    // It is done with, as if it were sent: its id is kept, or it might be sent after all.
    onException(LiveDeskException.class)
        .onWhen(Verdict::isSettled)
        .handled(true)
        .logExhausted(false)
        .to("direct:aside")
        .process(exchange -> done.add(exchange.getVariable(ORDER_ID, String.class)));

    // What is no order would otherwise stop its partition for ever.
    onException(
            JsonProcessingException.class,
            NoTypeConversionAvailableException.class,
            PredicateValidationException.class)
        .handled(true)
        .logExhausted(false)
        .to("direct:aside");

    // A record's offset is committed when it is through; one that fails is read again.
    // maxPollIntervalMs is longer than one order can take: six sends of a minute, five waits.
    from("kafka:{{outbox.orders}}?groupId={{outbox.group}}&consumersCount={{outbox.consumers}}"
            + "&autoOffsetReset=earliest&autoCommitEnable=false&allowManualCommit=true"
            + "&kafkaManualCommitFactory=#class:org.apache.camel.component.kafka.consumer"
            + ".DefaultKafkaManualCommitFactory"
            + "&breakOnFirstError=true&maxPollRecords=1&maxPollIntervalMs=900000"
            + "&sessionTimeoutMs={{outbox.session-timeout}}")
        .routeId("orders")
        .setVariable(JSON, body())
        .unmarshal()
        .json(Order.class)
        .validate(header(KafkaConstants.KEY).isEqualTo(simple("${body.conversationId}")))
        .setVariable(ORDER_ID, simple("${body.orderId}"))
        .idempotentConsumer(variable(ORDER_ID), done)
        // Not before the outcome is known: a crash in between must not lose the order.
        .eager(false)
        .removeOnFailure(false)
        .setHeader(LiveDeskConstants.CONVERSATION_ID, simple("${body.conversationId}"))
        .setBody(simple("${body.message}"))
        .to("livedesk:messages");

    from("direct:aside")
        .routeId("aside")
        .process(OutboxRoutes::explain)
        .choice()
        .when(header(OUTCOME).isEqualTo(Outcome.UNKNOWN.name()))
        .to("kafka:{{outbox.unknown}}")
        .otherwise()
        .to("kafka:{{outbox.failed}}");
  }

  /** The order as it came, with its key, and why it is there. */
  private static void explain(Exchange exchange) {
    Exception failure = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Exception.class);
    Outcome outcome =
        failure instanceof LiveDeskException send ? send.getOutcome() : Outcome.NOT_SENT;
    Message message = exchange.getMessage();
    message.setBody(exchange.getVariable(JSON));
    message.setHeader(OUTCOME, outcome.name());
    message.setHeader("reason", failure.getMessage());
  }

  /** A Retry-After may be longer than this consumer may stay away from Kafka. */
  private static void boundWait(Exchange exchange) {
    Message message = exchange.getMessage();
    Long wait = message.getHeader(Exchange.REDELIVERY_DELAY, Long.class);
    if (wait != null && wait > LONGEST_WAIT) {
      message.setHeader(Exchange.REDELIVERY_DELAY, LONGEST_WAIT);
    }
  }

  private String resolve(String text) {
    return getContext().resolvePropertyPlaceholders(text);
  }
}
