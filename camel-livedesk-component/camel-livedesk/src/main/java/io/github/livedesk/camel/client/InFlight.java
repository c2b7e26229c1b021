package io.github.livedesk.camel.client;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.hc.core5.concurrent.FutureCallback;

/**
 * One HTTP request on its way. However many ends it comes to at once (a reply, a lost connection,
 * the total time-out, the component's stop), one is reported.
 */
final class InFlight implements FutureCallback<WireReply> {

  private final RequestProducer request;
  private final long deadline;
  private final Executor executor;
  private final BiConsumer<WireReply, Exception> handler;
  private final Consumer<InFlight> onEnd;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile Future<?> exchange;

  /**
   * @param request what is being written
   * @param deadline {@link System#nanoTime} at which it is given up
   * @param executor where the handler runs
   * @param handler takes a reply or, where there is none, the reason
   * @param onEnd runs first, on the thread that ended it; must not wait
   */
  InFlight(
      RequestProducer request,
      long deadline,
      Executor executor,
      BiConsumer<WireReply, Exception> handler,
      Consumer<InFlight> onEnd) {
    this.request = request;
    this.deadline = deadline;
    this.executor = executor;
    this.handler = handler;
    this.onEnd = onEnd;
  }

  RequestProducer request() {
    return request;
  }

  boolean isOverdue(long now) {
    return now - deadline >= 0;
  }

  boolean hasEnded() {
    return ended.get();
  }

  /** Takes what cancels the exchange; cancels at once when the end was quicker. */
  void started(Future<?> exchange) {
    this.exchange = exchange;
    if (ended.get() && !exchange.isDone()) {
      exchange.cancel(true);
    }
  }

  /** Ends it with a reason of our own, and closes its connection. */
  void abort(Exception reason) {
    end(null, reason);
    Future<?> running = exchange;
    if (running != null) {
      running.cancel(true);
    }
  }

  @Override
  public void completed(WireReply reply) {
    end(reply, null);
  }

  @Override
  public void failed(Exception cause) {
    end(null, cause);
  }

  @Override
  public void cancelled() {
    end(null, new CancellationException("The HTTP client was closed"));
  }

  private void end(WireReply reply, Exception cause) {
    if (ended.compareAndSet(false, true)) {
      onEnd.accept(this);
      executor.execute(() -> handler.accept(reply, cause));
    }
  }
}
