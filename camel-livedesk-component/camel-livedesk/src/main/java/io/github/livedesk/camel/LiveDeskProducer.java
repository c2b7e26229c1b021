// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.binding.ExchangeBinding;
import io.github.livedesk.camel.client.ApiReply;
import io.github.livedesk.camel.client.ApiRequest;
import io.github.livedesk.camel.client.ClientSettings;
import io.github.livedesk.camel.client.LiveDeskClient;
import io.github.livedesk.camel.client.ReplyCallback;
import io.github.livedesk.camel.client.SendLog;
import io.github.livedesk.camel.model.LiveDeskException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/** Sends, and goes on when LiveDesk has answered; holds no thread in between. */
class LiveDeskProducer extends DefaultAsyncProducer {

  private final LiveDeskEndpoint endpoint;
  private final ExchangeBinding binding;
  private volatile LiveDeskConfiguration basis;
  private volatile LiveDeskClient client;
  private Runnable leaveHealthCheck = () -> {};

  LiveDeskProducer(LiveDeskEndpoint endpoint, ExchangeBinding binding) {
    super(endpoint);
    this.endpoint = endpoint;
    this.binding = binding;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    renew();
  }

  @Override
  protected void doStop() throws Exception {
    // Also called where the start has failed, or there was none.
    leaveHealthCheck();
    super.doStop();
  }

  private synchronized void leaveHealthCheck() {
    leaveHealthCheck.run();
    leaveHealthCheck = () -> {};
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    LiveDeskClient open;
    ApiRequest request;
    try {
      // First: what it throws must not leave the files of a request open.
      open = client();
      request = binding.toRequest(exchange);
    } catch (LiveDeskException failure) {
      endpoint.component().counters().failedBefore(failure);
      SendLog.failedBefore(failure);
      ExchangeBinding.fail(exchange, failure);
      callback.done(true);
      return true;
    } catch (RuntimeException | Error e) {
      // Errors of the JVM too: thrown on, they would leave an exchange that never ends. Camel's
      // error handler gets them all the same.
      exchange.setException(e);
      callback.done(true);
      return true;
    }
    var end = new ExchangeEnd(exchange, request, callback);
    try {
      open.send(request, end);
    } catch (RuntimeException | Error e) {
      end.end(() -> ExchangeBinding.abandon(exchange, request, e));
    }
    return false;
  }

  /**
   * The component can be stopped and started again, and get new credentials, while its producers
   * live: those of a template outlive every reload of routes.
   */
  private LiveDeskClient client() {
    LiveDeskClient current = client;
    return current.isClosed() || basis != endpoint.component().getConfiguration()
        ? renew()
        : current;
  }

  private synchronized LiveDeskClient renew() {
    LiveDeskComponent component = endpoint.component();
    LiveDeskConfiguration current = component.getConfiguration();
    ClientSettings settings = endpoint.settings();
    LiveDeskClient renewed = component.client(settings);
    Runnable leave = component.healthChecks().join(settings);
    leaveHealthCheck();
    leaveHealthCheck = leave;
    client = renewed;
    basis = current;
    return renewed;
  }

  /**
   * Ends the exchange, whatever comes, and once: an exchange that never ends is the worst of
   * failures.
   */
  private final class ExchangeEnd implements ReplyCallback {

    private final Exchange exchange;
    private final ApiRequest request;
    private final AsyncCallback callback;
    private final AtomicBoolean ended = new AtomicBoolean();

    ExchangeEnd(Exchange exchange, ApiRequest request, AsyncCallback callback) {
      this.exchange = exchange;
      this.request = request;
      this.callback = callback;
    }

    @Override
    public void onReply(ApiReply reply) {
      end(() -> binding.succeed(exchange, request, reply));
    }

    @Override
    public void onFailure(LiveDeskException failure) {
      end(() -> ExchangeBinding.fail(exchange, request, failure));
    }

    private void end(Runnable change) {
      if (!ended.compareAndSet(false, true)) {
        return;
      }
      try {
        change.run();
      } catch (RuntimeException | Error e) {
        exchange.setException(e);
      } finally {
        callback.done(false);
      }
    }
  }
}
