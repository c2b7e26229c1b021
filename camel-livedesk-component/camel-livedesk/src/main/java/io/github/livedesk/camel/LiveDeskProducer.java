// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.binding.ResourceBinding;
import io.github.livedesk.camel.client.api.Operation;
import io.github.livedesk.camel.client.api.SendBounds;
import io.github.livedesk.camel.client.send.LiveDeskClient;
import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.client.source.SourceReads;
import io.github.livedesk.camel.client.source.SourceWatch;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * Sends, and goes on when LiveDesk has answered; holds no thread in between.
 *
 * @param <O> the operations
 */
class LiveDeskProducer<O extends Operation> extends DefaultAsyncProducer {

  private final LiveDeskEndpoint endpoint;
  private final ResourceBinding<O> binding;
  private volatile LiveDeskConfiguration basis;
  private volatile LiveDeskClient client;

  /** Guarded by this, as what follows. */
  private boolean started;

  private Runnable leaveHealthCheck = () -> {};

  LiveDeskProducer(LiveDeskEndpoint endpoint, ResourceBinding<O> binding) {
    super(endpoint);
    this.endpoint = endpoint;
    this.binding = binding;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    begin();
  }

  private synchronized void begin() {
    renew(true);
    started = true;
  }

  @Override
  protected void doStop() throws Exception {
    // Also called where the start has failed, or there was none.
    end();
    super.doStop();
  }

  private synchronized void end() {
    started = false;
    leaveHealthCheck.run();
    leaveHealthCheck = () -> {};
    closeClient();
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    var end = new ExchangeEnd<>(exchange, binding, callback);
    try {
      // First: what it throws must not leave the files of a request open.
      LiveDeskClient open = client();
      SendBounds bounds = open.bounds();
      if (binding.mayWait(exchange)) {
        open.read(new ExchangeSource(exchange, open, bounds, end), bounds);
      } else {
        send(open, binding.toOperation(exchange, SourceWatch.NONE), bounds, end);
      }
      return false;
    } catch (RuntimeException | Error e) {
      return end.refuse(true, e, endpoint.component().counters());
    }
  }

  private void send(LiveDeskClient open, O request, SendBounds bounds, ExchangeEnd<O> end) {
    end.sends(request);
    try {
      LiveDeskClient current = open;
      while (!current.send(request, bounds, end)) {
        current = renewed(current);
      }
    } catch (RuntimeException | Error e) {
      end.abandon(e);
    }
  }

  /**
   * Producers cached by a ProducerTemplate survive reloads: they get a new client after a restart
   * or a change of credentials.
   */
  private LiveDeskClient client() {
    LiveDeskClient current = client;
    return isUsable(current) ? current : renewed(current);
  }

  private boolean isUsable(LiveDeskClient current) {
    return current != null
        && !current.hasEnded()
        && basis == endpoint.component().getConfiguration();
  }

  /**
   * @param before the client that can't be used any more; another thread may have replaced it
   */
  private synchronized LiveDeskClient renewed(LiveDeskClient before) {
    if (client == before || !isUsable(client)) {
      renew(started);
    }
    return client;
  }

  /**
   * @param keeps false where nobody will stop this any more: then it holds nothing, and what it
   *     sends still comes to its end
   */
  private void renew(boolean keeps) {
    LiveDeskComponent component = endpoint.component();
    LiveDeskConfiguration current = component.getConfiguration();
    ClientSettings settings = endpoint.settings();
    LiveDeskClient renewed = component.client(settings);
    closeClient();
    client = renewed;
    basis = current;
    if (keeps) {
      Runnable leave = component.healthChecks().join(settings);
      leaveHealthCheck.run();
      leaveHealthCheck = leave;
    } else {
      closeClient();
    }
  }

  private void closeClient() {
    if (client != null) {
      client.close();
    }
  }

  /** An exchange that is read on another thread, for that may take long. */
  private final class ExchangeSource implements SourceReads.Source<O> {

    private final Exchange exchange;
    private final LiveDeskClient client;
    private final SendBounds bounds;
    private final ExchangeEnd<O> end;

    ExchangeSource(
        Exchange exchange, LiveDeskClient client, SendBounds bounds, ExchangeEnd<O> end) {
      this.exchange = exchange;
      this.client = client;
      this.bounds = bounds;
      this.end = end;
    }

    @Override
    public O read(SourceWatch watch) {
      return binding.toOperation(exchange, watch);
    }

    @Override
    public void succeed(O request) {
      send(client, request, bounds, end);
    }

    @Override
    public void fail(Throwable cause) {
      end.refuse(false, cause, endpoint.component().counters());
    }

    @Override
    public void discard(O request) {
      binding.discard(request);
    }
  }
}
