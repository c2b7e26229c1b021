// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConfiguration;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.awaitility.Awaitility;

/** A Camel context whose LiveDesk component knows where to send, and with which credentials. */
public abstract class LiveDeskTestSupport extends CamelTestSupport {

  protected static final String API_KEY = "simulator-key";
  protected static final String API_SECRET = "simulator-secret";
  protected static final String TO_141 = "livedesk:messages?conversationId=141";

  /** What the documented reply looks like, shortened: it says nothing of the text that was sent. */
  protected static final String REPLY = "{\"id\":3030,\"conversation_id\":141,\"status\":\"sent\"}";

  static {
    // Only a test that fails waits so long. On a busy machine ten seconds are soon gone.
    Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
  }

  /** Where LiveDesk is. */
  protected abstract String baseUrl();

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    LiveDeskConfiguration options =
        context.getComponent("livedesk", LiveDeskComponent.class).getConfiguration();
    options.setApiKey(API_KEY);
    options.setSecretKey(API_SECRET);
    options.setBaseUrl(baseUrl());
    options.setBackoffDelay(1);
    return context;
  }

  /** Sends, and returns the exchange as it came out, failed or not. */
  protected Exchange send(String uri, Object body, Map<String, Object> headers) {
    return template()
        .request(
            uri,
            exchange -> {
              exchange.getMessage().setBody(body);
              exchange.getMessage().setHeaders(new HashMap<>(headers));
            });
  }

  protected Exchange send(String uri, Object body) {
    return send(uri, body, Map.of());
  }

  /** Sends, and returns the stored message of a send that must work. */
  protected LiveDeskMessage sent(String uri, Object body, Map<String, Object> headers) {
    Exchange exchange = send(uri, body, headers);
    assertThat(exchange.getException()).isNull();
    return exchange.getMessage().getBody(LiveDeskMessage.class);
  }

  protected LiveDeskMessage sent(String uri, Object body) {
    return sent(uri, body, Map.of());
  }

  /** Sends, and returns the failure of a send that must fail. */
  protected <T extends LiveDeskException> T failure(Class<T> type, String uri, Object body) {
    return failure(type, send(uri, body));
  }

  protected static <T extends LiveDeskException> T failure(Class<T> type, Exchange exchange) {
    assertThat(exchange.getException()).isInstanceOf(type);
    return type.cast(exchange.getException());
  }
}
