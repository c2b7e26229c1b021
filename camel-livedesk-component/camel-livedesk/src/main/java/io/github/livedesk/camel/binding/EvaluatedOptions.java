// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/**
 * What {@code toD} has evaluated for one send. It goes with the exchange from {@code toD} to the
 * endpoint, and no further: not as headers, which would stay and steer later sends.
 */
public final class EvaluatedOptions {

  private static final String PROPERTY = "CamelLiveDeskEvaluatedOptions";

  private final String endpointUri;
  private final Map<String, String> values;
  private final Object ofOuterSend;

  private EvaluatedOptions(String endpointUri, Map<String, String> values, Object ofOuterSend) {
    this.endpointUri = endpointUri;
    this.values = values;
    this.ofOuterSend = ofOuterSend;
  }

  /**
   * Before a send; Camel has said in the exchange to which endpoint.
   *
   * @param values by names of options
   */
  public static void put(Exchange exchange, Map<String, String> values) {
    String endpointUri = exchange.getProperty(ExchangePropertyKey.TO_ENDPOINT, String.class);
    Object ofOuterSend = exchange.getProperty(PROPERTY);
    exchange.setProperty(PROPERTY, new EvaluatedOptions(endpointUri, values, ofOuterSend));
  }

  /** After the send, whether it worked or not. */
  public static void remove(Exchange exchange) {
    if (exchange.removeProperty(PROPERTY) instanceof EvaluatedOptions ended
        && ended.ofOuterSend != null) {
      exchange.setProperty(PROPERTY, ended.ofOuterSend);
    }
  }

  /** The values for a send to this endpoint: what intercepts a send may itself send elsewhere. */
  public static Map<String, String> of(Exchange exchange, String endpointUri) {
    return exchange.getProperty(PROPERTY) instanceof EvaluatedOptions options
            && endpointUri.equals(options.endpointUri)
        ? options.values
        : Map.of();
  }

  /** Names alone: a value may be a message's text, and properties are logged. */
  @Override
  public String toString() {
    return "options of toD " + values.keySet();
  }
}
