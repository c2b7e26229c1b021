// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.contender;

import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.support.DefaultExchange;

/** A Camel route, in a context of its own, that starts at {@code direct:send}. */
final class CamelContender implements Contender {

  static final String START = "direct:send";

  /** The header that says where to, for routes that don't use the component's own. */
  static final String CONVERSATION = "conversation";

  /** How a route gets its exchanges. */
  enum Feed {
    /** As an asynchronous consumer does it: who feeds does not wait. */
    ASYNCHRONOUS,
    /** Through a ProducerTemplate, whose caller waits. */
    PRODUCER_TEMPLATE
  }

  /** Says in a new exchange what to send where. */
  interface Filling {

    void fill(org.apache.camel.Message message, String conversationId);
  }

  private final CamelContext context;
  private final Filling filling;
  private final Feed feed;
  private final AsyncProducer producer;
  private final ProducerTemplate template;

  /**
   * @param context not started yet
   * @param route starts at {@link #START}; its last body is the reply
   */
  CamelContender(CamelContext context, RoutesBuilder route, Filling filling, Feed feed)
      throws Exception {
    this.context = context;
    this.filling = filling;
    this.feed = feed;
    context.addRoutes(route);
    context.start();
    producer = context.getEndpoint(START).createAsyncProducer();
    producer.start();
    template = context.createProducerTemplate();
  }

  @Override
  public void send(String conversationId, Done done) {
    if (feed == Feed.PRODUCER_TEMPLATE) {
      Processor filled = exchange -> filling.fill(exchange.getMessage(), conversationId);
      end(template.send(START, filled), done);
    } else {
      var exchange = new DefaultExchange(context);
      filling.fill(exchange.getMessage(), conversationId);
      producer.process(exchange, doneSync -> end(exchange, done));
    }
  }

  private static void end(Exchange exchange, Done done) {
    Throwable failure = exchange.getException();
    done.ended(failure == null ? exchange.getMessage().getBody() : null, failure);
  }

  @Override
  public long endpoints() {
    return context.getEndpoints().stream()
        .filter(endpoint -> endpoint.getEndpointUri().startsWith("livedesk:"))
        .count();
  }

  @Override
  public void close() {
    template.stop();
    producer.stop();
    context.stop();
  }
}
