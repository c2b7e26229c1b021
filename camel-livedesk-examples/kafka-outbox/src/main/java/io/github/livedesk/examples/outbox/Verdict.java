// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.outbox;

import io.github.livedesk.camel.model.failure.LiveDeskAuthenticationException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/** What becomes of an order that could not be sent. */
final class Verdict {

  private Verdict() {}

  /** The customer may have got it, or never will by waiting: a person decides. */
  static boolean isSettled(Exchange exchange) {
    return !isPassing(exchange);
  }

  /** The customer has not got it, and the next order would fare the same: it waits its turn. */
  static boolean isPassing(Exchange exchange) {
    LiveDeskException failure = failure(exchange);
    boolean sendable =
        failure.getOutcome() == Outcome.NOT_SENT || failure.getOutcome() == Outcome.REJECTED;
    // Wrong credentials are no fault of the order.
    return sendable
        && (failure.isTransient() || failure instanceof LiveDeskAuthenticationException);
  }

  private static LiveDeskException failure(Exchange exchange) {
    return exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, LiveDeskException.class);
  }
}
