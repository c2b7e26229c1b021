package io.github.livedesk.camel.client;

/** Sends messages to LiveDesk. Has no state: any number of threads may use it at once. */
public final class LiveDeskClient {

  private final ClientSettings settings;
  private final HttpCalls calls;
  private final RetryPolicy policy;
  private final RetryTimer timer;

  LiveDeskClient(ClientSettings settings, HttpCalls calls, RetryPolicy policy, RetryTimer timer) {
    this.settings = settings;
    this.calls = calls;
    this.policy = policy;
    this.timer = timer;
  }

  /** Sends, and returns at once; the callback gets the end of it. */
  public void send(ApiRequest request, ReplyCallback callback) {
    new Send(request, callback, calls, policy, timer, System::nanoTime, settings).start();
  }

  /** Whether it can't send any more, for its component was stopped. */
  public boolean isClosed() {
    return calls.isClosed();
  }
}
