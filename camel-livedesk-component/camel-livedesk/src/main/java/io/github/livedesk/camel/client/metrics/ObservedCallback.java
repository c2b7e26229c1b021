// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.metrics;

import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.api.Operation;
import io.github.livedesk.camel.client.api.ResponseCallback;
import io.github.livedesk.camel.model.failure.LiveDeskAuthenticationException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes note of the end of a send, and hands it on. */
public final class ObservedCallback implements ResponseCallback {

  private final ResponseCallback callback;
  private final SendCounters counters;
  private final CredentialStatus account;
  private final AtomicBoolean holds = new AtomicBoolean(true);
  private final Runnable letGo;

  /** Null where nobody wants it. */
  private final SendLog log;

  /**
   * @param letGo gives back what the send needs, once
   */
  public ObservedCallback(
      Operation request,
      ResponseCallback callback,
      SendCounters counters,
      CredentialStatus account,
      Runnable letGo) {
    this.callback = callback;
    this.counters = counters;
    this.account = account;
    this.letGo = letGo;
    this.log = SendLog.begin(request);
  }

  /** It needs nothing any more: it has ended, or did not begin. */
  public void letGo() {
    if (holds.compareAndSet(true, false)) {
      letGo.run();
    }
  }

  @Override
  public void onReply(ApiResponse reply) {
    letGo();
    counters.worked(reply);
    account.accepted();
    if (log != null) {
      log.worked(reply);
    }
    callback.onReply(reply);
  }

  @Override
  public void onFailure(LiveDeskException failure) {
    letGo();
    counters.failed(failure);
    if (failure instanceof LiveDeskAuthenticationException refusal) {
      account.refused(refusal.getHttpResponseCode());
    } else if (failure instanceof LiveDeskMessageFailedException) {
      account.accepted();
    }
    if (log != null) {
      log.failed(failure);
    }
    callback.onFailure(failure);
  }
}
