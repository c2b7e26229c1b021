// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.binding.ResourceBinding;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailureHandledEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;

/**
 * Takes the wait that LiveDesk asked for off an exchange when its failure has been handled. Camel's
 * error handler obeys that header whatever step fails next: it would delay one that has nothing to
 * do with LiveDesk.
 */
final class HandledWaits extends SimpleEventNotifierSupport {

  HandledWaits() {
    setIgnoreExchangeEvents(false);
    setIgnoreExchangeFailedEvents(false);
  }

  @Override
  public boolean isEnabled(CamelEvent event) {
    return event instanceof ExchangeFailureHandledEvent;
  }

  @Override
  public void notify(CamelEvent event) {
    ResourceBinding.failureHandled(((ExchangeFailureHandledEvent) event).getExchange());
  }
}
