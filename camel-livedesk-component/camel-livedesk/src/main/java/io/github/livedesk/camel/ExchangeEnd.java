// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.binding.ResourceBinding;
import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.api.Operation;
import io.github.livedesk.camel.client.api.ResponseCallback;
import io.github.livedesk.camel.client.metrics.SendCounters;
import io.github.livedesk.camel.client.metrics.SendLog;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/**
 * Ends an exchange, whatever comes, and once: an exchange that never ends is the worst of failures.
 *
 * @param <O> the operations
 */
final class ExchangeEnd<O extends Operation> implements ResponseCallback {

  private final Exchange exchange;
  private final ResourceBinding<O> binding;
  private final AsyncCallback callback;
  private final AtomicBoolean ended = new AtomicBoolean();

  /** Null until the exchange was read. Set before the client has it, which hands it on safely. */
  private O request;

  ExchangeEnd(Exchange exchange, ResourceBinding<O> binding, AsyncCallback callback) {
    this.exchange = exchange;
    this.binding = binding;
    this.callback = callback;
  }

  /** What the exchange has become. */
  void sends(O read) {
    request = read;
  }

  @Override
  public void onReply(ApiResponse reply) {
    end(false, () -> binding.succeed(exchange, request, reply));
  }

  @Override
  public void onFailure(LiveDeskException failure) {
    end(false, () -> binding.fail(exchange, request, failure));
  }

  /** The client did not take the request. */
  void abandon(Throwable cause) {
    end(false, () -> binding.abandon(exchange, request, cause));
  }

  /**
   * Ends it without a send. Errors of the JVM too: thrown on, they would end nothing.
   *
   * @param here whether the caller's thread does so, before it got back what it called
   * @return whether it ended by this
   */
  boolean refuse(boolean here, Throwable cause, SendCounters counters) {
    return end(
        here,
        () -> {
          if (cause instanceof LiveDeskException failure) {
            counters.failedBefore(failure);
            SendLog.failedBefore(binding.resource(), failure);
            binding.fail(exchange, failure);
          } else {
            exchange.setException(cause);
          }
        });
  }

  /**
   * @param change what it ends with; what that throws is what it ends with instead
   */
  private boolean end(boolean here, Runnable change) {
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
}
