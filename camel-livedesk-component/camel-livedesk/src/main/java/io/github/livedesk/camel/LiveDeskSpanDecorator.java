// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.binding.LiveDeskMessageOptions;
import io.github.livedesk.camel.binding.SendTags;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.TagConstants;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/**
 * Says on the span of a send what became of it. Found by camel-telemetry, where that is on the
 * class path; nothing else of the component knows this class.
 */
public class LiveDeskSpanDecorator extends AbstractSpanDecorator {

  private static final String SCHEME = "livedesk";

  @Override
  public String getComponent() {
    return SCHEME;
  }

  @Override
  public String getComponentClassName() {
    return LiveDeskComponent.class.getName();
  }

  /** Not what Camel puts there by default: the endpoint's whole URI can have a text in it. */
  @Override
  public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
    span.setComponent("camel-" + SCHEME);
    span.setTag(TagConstants.URL_SCHEME, SCHEME);
    span.setTag(TagConstants.EXCHANGE_ID, exchange.getExchangeId());
    if (endpoint instanceof LiveDeskEndpoint livedesk) {
      span.setTag(TagConstants.URL_PATH, livedesk.getResource());
      span.setTag(TagConstants.SERVER_ADDRESS, livedesk.getConfiguration().getBaseUrl());
      before(exchange, livedesk).forEach(span::setTag);
    }
  }

  @Override
  public void afterTracingEvent(Span span, Exchange exchange) {
    super.afterTracingEvent(span, exchange);
    SendTags.after(exchange, isMessage(exchange)).forEach(span::setTag);
  }

  private static Map<String, String> before(Exchange exchange, LiveDeskEndpoint endpoint) {
    LiveDeskMessageOptions options = endpoint.getMessageOptions();
    return LiveDeskResource.MESSAGES.uriName().equals(endpoint.getResource())
        ? SendTags.before(exchange, options)
        : SendTags.before(exchange, endpoint.getResource(), options.getOp());
  }

  /** The headers of a message stay where another resource is asked after it. */
  private static boolean isMessage(Exchange exchange) {
    String uri = exchange.getProperty(ExchangePropertyKey.TO_ENDPOINT, String.class);
    return uri == null
        || !(exchange.getContext().hasEndpoint(uri) instanceof LiveDeskEndpoint endpoint)
        || LiveDeskResource.MESSAGES.uriName().equals(endpoint.getResource());
  }
}
