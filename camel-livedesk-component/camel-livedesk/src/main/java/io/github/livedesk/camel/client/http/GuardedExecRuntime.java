// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import org.apache.hc.client5.http.EndpointInfo;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.util.TimeValue;

/**
 * Runs an exchange whose errors end nothing else, and tells it of failures without what the parser
 * quotes: HttpClient logs the words of a failure at DEBUG, in two classes.
 */
final class GuardedExecRuntime implements AsyncExecRuntime {

  private final AsyncExecRuntime runtime;

  private GuardedExecRuntime(AsyncExecRuntime runtime) {
    this.runtime = runtime;
  }

  /** The same scope, with a runtime that guards. */
  static AsyncExecChain.Scope in(AsyncExecChain.Scope scope) {
    return new AsyncExecChain.Scope(
        scope.exchangeId,
        scope.route,
        scope.originalRequest,
        scope.cancellableDependency,
        scope.clientContext,
        new GuardedExecRuntime(scope.execRuntime),
        scope.scheduler,
        scope.execCount);
  }

  @Override
  public Cancellable execute(
      String id, AsyncClientExchangeHandler handler, HttpClientContext context) {
    return runtime.execute(id, new GuardedExchangeHandler(handler), context);
  }

  @Override
  public boolean isEndpointAcquired() {
    return runtime.isEndpointAcquired();
  }

  @Override
  public Cancellable acquireEndpoint(
      String id,
      HttpRoute route,
      Object state,
      HttpClientContext context,
      FutureCallback<AsyncExecRuntime> callback) {
    return runtime.acquireEndpoint(id, route, state, context, callback);
  }

  @Override
  public void releaseEndpoint() {
    runtime.releaseEndpoint();
  }

  @Override
  public void discardEndpoint() {
    runtime.discardEndpoint();
  }

  @Override
  public boolean isEndpointConnected() {
    return runtime.isEndpointConnected();
  }

  @Override
  public Cancellable connectEndpoint(
      HttpClientContext context, FutureCallback<AsyncExecRuntime> callback) {
    return runtime.connectEndpoint(context, callback);
  }

  @Override
  public void disconnectEndpoint() {
    runtime.disconnectEndpoint();
  }

  @Override
  public void upgradeTls(HttpClientContext context) {
    runtime.upgradeTls(context);
  }

  @Override
  public void upgradeTls(HttpClientContext context, FutureCallback<AsyncExecRuntime> callback) {
    runtime.upgradeTls(context, callback);
  }

  @Override
  public EndpointInfo getEndpointInfo() {
    return runtime.getEndpointInfo();
  }

  @Override
  public boolean validateConnection() {
    return runtime.validateConnection();
  }

  @Override
  public void markConnectionReusable(Object state, TimeValue validity) {
    runtime.markConnectionReusable(state, validity);
  }

  @Override
  public void markConnectionNonReusable() {
    runtime.markConnectionNonReusable();
  }

  @Override
  public AsyncExecRuntime fork() {
    return new GuardedExecRuntime(runtime.fork());
  }
}
