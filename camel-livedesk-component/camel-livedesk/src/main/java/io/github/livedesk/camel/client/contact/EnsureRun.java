// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.contact;

import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.api.CallEnd;
import io.github.livedesk.camel.client.api.CallResult;
import io.github.livedesk.camel.client.api.CallResult.Failed;
import io.github.livedesk.camel.client.api.CallResult.Stored;
import io.github.livedesk.camel.client.api.CallResult.Undelivered;
import io.github.livedesk.camel.client.api.Failure;
import io.github.livedesk.camel.client.api.OperationCalls;
import io.github.livedesk.camel.client.api.ResponseCallback;
import io.github.livedesk.camel.model.contact.LiveDeskContact;
import io.github.livedesk.camel.model.failure.FieldError;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Outcome;
import java.util.List;

/**
 * One {@code op=ensure}: search, then create, then search again where somebody else has the key, or
 * nobody knows what became of the create. What was just made may not be found for a moment.
 */
final class EnsureRun {

  private static final int SEARCHES_AFTER_CREATE = 3;

  private static final String TOO_SHORT =
      "; the search for who has it ended after 20 pages: the value is a part of too many others,"
          + " too short to be searched for";

  private final EnsureContact operation;
  private final OperationCalls calls;
  private final ResponseCallback callback;
  private final List<ContactKey> keys;
  private boolean isCut;

  EnsureRun(EnsureContact operation, OperationCalls calls, ResponseCallback callback) {
    this.operation = operation;
    this.calls = calls;
    this.callback = callback;
    this.keys = operation.keys();
  }

  void start() {
    search(new BeforeCreate());
  }

  private void search(ContactSearch.Listener listener) {
    new ContactSearch(keys, calls, listener).start();
  }

  private void create() {
    calls.call(operation.create(), end -> end.result().accept(new Created(end)));
  }

  private void succeed(int status, LiveDeskContact contact, boolean created) {
    callback.onReply(
        new ApiResponse(status, new ContactResult(contact, created), calls.requests()));
  }

  private LiveDeskException refusal(FieldError error) {
    return new LiveDeskRequestException(
        calls.context(null), error.field(), error.found(), error.takes());
  }

  /** Nothing was sent yet. */
  private final class BeforeCreate implements ContactSearch.Listener {

    @Override
    public void found(int status, LiveDeskContact contact) {
      succeed(status, contact, false);
    }

    @Override
    public void none(boolean wasCut) {
      isCut = wasCut;
      create();
    }

    @Override
    public void conflict(FieldError error) {
      callback.onFailure(refusal(error));
    }

    @Override
    public void failed(CallEnd end, Failure failure) {
      callback.onFailure(end.toException(failure.beforeAnythingWasSent(), calls::context));
    }
  }

  /** What became of the create. */
  private final class Created implements CallResult.Visitor {

    private final CallEnd end;

    Created(CallEnd end) {
      this.end = end;
    }

    @Override
    public void stored(Stored result) {
      succeed(result.status(), ((ContactResult) result.body()).contact(), true);
    }

    /** Only a message is. */
    @Override
    public void undelivered(Undelivered result) {
      throw new IllegalStateException("A contact is no message");
    }

    @Override
    public void failed(Failed result) {
      Failure failure = result.failure();
      if (isCut) {
        Failure told = mayBeTaken(failure) ? failure.with(TOO_SHORT) : failure;
        callback.onFailure(end.toException(told, calls::context));
      } else if (mayBeTaken(failure) || failure.outcome() == Outcome.UNKNOWN) {
        new AfterCreate(end, failure).search();
      } else {
        callback.onFailure(end.toException(failure, calls::context));
      }
    }
  }

  /** A refusal that names a key, or nothing at all. Its words may be in any language. */
  private boolean mayBeTaken(Failure failure) {
    List<String> named = failure.fields();
    return failure.status() == 422
        && (named.isEmpty() || keys.stream().map(ContactKey::field).anyMatch(named::contains));
  }

  /** Looks for the contact that the create has made all the same, or that was there before it. */
  private final class AfterCreate implements ContactSearch.Listener {

    private final CallEnd end;
    private final Failure failure;
    private int searches;

    AfterCreate(CallEnd end, Failure failure) {
      this.end = end;
      this.failure = failure;
    }

    void search() {
      searches++;
      EnsureRun.this.search(this);
    }

    @Override
    public void found(int status, LiveDeskContact contact) {
      succeed(status, contact, false);
    }

    @Override
    public void none(boolean wasCut) {
      again(null);
    }

    /** Where the create may have worked, that is what has to be told. */
    @Override
    public void conflict(FieldError error) {
      if (failure.outcome() == Outcome.UNKNOWN) {
        giveUp(refusal(error));
      } else {
        callback.onFailure(refusal(error));
      }
    }

    @Override
    public void failed(CallEnd searchEnd, Failure searchFailure) {
      again(searchEnd.toException(searchFailure.beforeAnythingWasSent(), calls::context));
    }

    private void again(LiveDeskException trouble) {
      if (searches == SEARCHES_AFTER_CREATE || !calls.pause(searches, this::search)) {
        giveUp(trouble);
      }
    }

    private void giveUp(LiveDeskException trouble) {
      LiveDeskException exception = end.toException(failure, calls::context);
      if (trouble != null) {
        exception.addSuppressed(trouble);
      }
      callback.onFailure(exception);
    }
  }
}
