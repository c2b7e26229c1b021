// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.ExternalErrorCodes;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import io.github.livedesk.camel.model.failure.SendContext;

/** What one call of LiveDesk's API came to. */
public sealed interface CallResult {

  /** HTTP requests that were made for it: 1, or 0 where not even one could be. */
  default int requests() {
    return 1;
  }

  /** Hands this to the method for its kind. */
  void accept(Visitor visitor);

  /** One method for each kind of result. */
  interface Visitor {

    void stored(Stored result);

    void undelivered(Undelivered result);

    void failed(Failed result);
  }

  /**
   * LiveDesk did what was asked for.
   *
   * @param status HTTP status, 200 to 299
   * @param body the message as LiveDesk stored it, or what else the call gives back; null where a
   *     retry was taken with an empty response
   */
  record Stored(int status, Object body) implements CallResult {

    @Override
    public void accept(Visitor visitor) {
      visitor.stored(this);
    }
  }

  /**
   * LiveDesk stored the message with the status {@code failed}.
   *
   * @param status HTTP status, 200 to 599
   * @param message as LiveDesk stored it
   * @param error why the channel did not take it
   */
  record Undelivered(int status, LiveDeskMessage message, ExternalError error)
      implements CallResult {

    @Override
    public void accept(Visitor visitor) {
      visitor.undelivered(this);
    }

    /** Whether the channel may take it later. */
    public boolean isTransient() {
      return ExternalErrorCodes.categoryOf(error.code()).isTransient();
    }

    /** The exception of a send that ends with this. */
    public LiveDeskException toException(SendContext context) {
      return new LiveDeskMessageFailedException(
          context, status, message.id(), error.words(), error.code());
    }
  }

  /**
   * It failed.
   *
   * @param failure how
   * @param requests 1, or 0 where no request could be made
   * @param isConsumed whether its body was a stream that has been read, and can't be read again
   */
  record Failed(Failure failure, int requests, boolean isConsumed) implements CallResult {

    @Override
    public void accept(Visitor visitor) {
      visitor.failed(this);
    }
  }
}
