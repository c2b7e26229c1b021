// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import io.github.livedesk.camel.model.LiveDeskAuthenticationException;
import io.github.livedesk.camel.model.LiveDeskException;
import io.github.livedesk.camel.model.LiveDeskMessageFailedException;

/** Takes note of the end of a send, and hands it on. */
final class CountedSend implements ReplyCallback {

  private final ReplyCallback callback;
  private final SendCounters counters;
  private final AccountState account;

  /** Null where nobody wants it. */
  private final SendLog log;

  CountedSend(
      ApiRequest request, ReplyCallback callback, SendCounters counters, AccountState account) {
    this.callback = callback;
    this.counters = counters;
    this.account = account;
    this.log = SendLog.begin(request);
  }

  @Override
  public void onReply(ApiReply reply) {
    counters.worked(reply);
    account.accepted();
    if (log != null) {
      log.worked(reply);
    }
    callback.onReply(reply);
  }

  @Override
  public void onFailure(LiveDeskException failure) {
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
