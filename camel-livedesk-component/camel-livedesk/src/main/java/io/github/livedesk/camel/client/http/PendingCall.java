// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import io.github.livedesk.camel.client.api.SendBounds;
import io.github.livedesk.camel.client.http.HttpTransport.TotalTimeoutException;
import io.github.livedesk.camel.client.source.SourceTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.core5.concurrent.FutureCallback;

/**
 * One HTTP request under way. Several events may end it concurrently (a response, a lost
 * connection, the total time-out, the component's stop); only the first is reported.
 */
final class PendingCall implements FutureCallback<RawResponse> {

  private final RequestProducer request;
  private final SendBounds bounds;
  private final long longestSilence;
  private final BiConsumer<RawResponse, Exception> handler;
  private final Consumer<PendingCall> onEnd;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicBoolean handedOver = new AtomicBoolean();
  private volatile Runnable result;
  private volatile Future<?> exchange;
  private volatile AsyncExecRuntime connection;
  private volatile RawResponse reply;
  private volatile RawResponse refusal;

  /**
   * @param request what is being written
   * @param bounds when it is given up, and where the handler runs
   * @param longestSilence of the server, in nanoseconds
   * @param handler takes a reply or, where there is none, the reason
   * @param onEnd runs when the end was handed over, on the thread that did so; must not wait
   */
  PendingCall(
      RequestProducer request,
      SendBounds bounds,
      long longestSilence,
      BiConsumer<RawResponse, Exception> handler,
      Consumer<PendingCall> onEnd) {
    this.request = request;
    this.bounds = bounds;
    this.longestSilence = longestSilence;
    this.handler = handler;
    this.onEnd = onEnd;
  }

  RequestProducer request() {
    return request;
  }

  /** Takes what has the exchange's connection, as soon as there is one. */
  void setExecRuntime(AsyncExecRuntime runtime) {
    this.connection = runtime;
  }

  boolean isOverdue(long now) {
    return now - bounds.deadline() >= 0;
  }

  boolean isSilent(long now) {
    return request.silence(now) >= longestSilence;
  }

  boolean isDone() {
    return ended.get();
  }

  /** Takes what cancels the exchange; cancels at once when the end was quicker. */
  void started(Future<?> exchange) {
    this.exchange = exchange;
    if (ended.get()) {
      cancel();
    }
  }

  /**
   * Ends it with a reason of our own, unless there is a reply already. The exchange goes on until
   * it is cancelled.
   */
  void abort(Exception reason) {
    RawResponse there = reply == null ? refusal : reply;
    end(there, there == null ? reason : null);
  }

  /** The total time-out has run out: for what reason depends on who was waited for. */
  void abortOverdue(long now) {
    SourceTimeoutException late = request.late(now);
    abort(late == null ? new TotalTimeoutException() : late);
  }

  /**
   * Closes the connection, or stops waiting for one. Cancelling the future is not enough: with a
   * pooled connection at hand HttpClient registers the cancellable too late.
   */
  void cancel() {
    AsyncExecRuntime runtime = connection;
    if (runtime != null && runtime.isEndpointAcquired() && !runtime.isEndpointConnected()) {
      // HttpClient loses track of a connection whose TLS handshake completes after cancellation;
      // it fails within connectTimeout with nothing to send.
      return;
    }
    Future<?> running = exchange;
    if (running != null) {
      running.cancel(true);
    }
    closeConnection();
  }

  /** Closes the connection, if there is one. */
  void closeConnection() {
    AsyncExecRuntime runtime = connection;
    if (runtime != null) {
      runtime.discardEndpoint();
    }
  }

  /**
   * The head of a refusal is there: that is the result, whatever becomes of its words or of the
   * rest of the request.
   */
  void refused(RawResponse head) {
    refusal = head;
  }

  @Override
  public void completed(RawResponse reply) {
    this.reply = reply;
  }

  /** The connection is free for the next request: only now, so that the next one finds it. */
  void connectionReleased() {
    if (reply != null) {
      end(reply, null);
    }
  }

  @Override
  public void failed(Exception cause) {
    abort(MalformedResponseException.withoutQuotes(cause));
  }

  @Override
  public void cancelled() {
    abort(new CancellationException("The HTTP client was closed"));
  }

  private void end(RawResponse reply, Exception cause) {
    if (ended.compareAndSet(false, true)) {
      result = () -> handler.accept(reply, cause);
      request.abort();
      handOver();
    }
  }

  /**
   * Hands the end over to the pool, once. Where that fails, for memory perhaps, the clock tries
   * again: a call that has ended and is not handed over is an exchange that never ends.
   */
  void handOver() {
    Runnable end = result;
    if (end == null || !handedOver.compareAndSet(false, true)) {
      return;
    }
    try {
      request.close();
      bounds.pool().execute(end);
    } catch (RuntimeException | Error e) {
      handedOver.set(false);
      throw e;
    }
    onEnd.accept(this);
  }
}
