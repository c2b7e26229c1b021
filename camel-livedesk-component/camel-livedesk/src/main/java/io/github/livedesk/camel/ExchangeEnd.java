// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.binding.ExchangeBinding;
import io.github.livedesk.camel.client.SendCounters;
import io.github.livedesk.camel.client.SendLog;
import io.github.livedesk.camel.model.LiveDeskException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/**
 * Ends an exchange, whatever comes, and once: an exchange that never ends is the worst of failures.
 */
final class ExchangeEnd {

  private final Exchange exchange;
  private final AsyncCallback callback;
  private final AtomicBoolean ended = new AtomicBoolean();

  ExchangeEnd(Exchange exchange, AsyncCallback callback) {
    this.exchange = exchange;
    this.callback = callback;
  }

  /**
   * Ends it where it has not ended.
   *
   * @param here whether the caller's thread does so, before it got back what it called
   * @param change what it ends with; what that throws is what it ends with instead
   * @return whether it ended by this
   */
  boolean end(boolean here, Runnable change) {
    if (!ended.compareAndSet(false, true)) {
      return false;
    }
    try {
      change.run();
    } catch (RuntimeException | Error e) {
      exchange.setException(e);
    } finally {
      callback.done(here);
    }
    return true;
  }

  /** Ends it without a send. Errors of the JVM too: thrown on, they would end nothing. */
  boolean refuse(boolean here, Throwable cause, SendCounters counters) {
    return end(
        here,
        () -> {
          if (cause instanceof LiveDeskException failure) {
            counters.failedBefore(failure);
            SendLog.failedBefore(failure);
            ExchangeBinding.fail(exchange, failure);
          } else {
            exchange.setException(cause);
          }
        });
  }
}
