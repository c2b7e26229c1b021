package io.github.livedesk.camel.client;

import io.github.livedesk.camel.model.LiveDeskAuthenticationException;
import io.github.livedesk.camel.model.LiveDeskException;
import io.github.livedesk.camel.model.LiveDeskMessageFailedException;

/** Takes note of the end of a send, and hands it on. */
final class CountedSend implements ReplyCallback {

  private final ReplyCallback callback;
  private final SendCounters counters;
  private final AccountState account;

  CountedSend(ReplyCallback callback, SendCounters counters, AccountState account) {
    this.callback = callback;
    this.counters = counters;
    this.account = account;
  }

  @Override
  public void onReply(ApiReply reply) {
    counters.worked(reply);
    account.accepted();
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
    callback.onFailure(failure);
  }
}
