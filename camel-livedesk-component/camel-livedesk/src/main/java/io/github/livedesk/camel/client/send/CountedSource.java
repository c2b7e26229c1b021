// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.send;

import io.github.livedesk.camel.client.api.Operation;
import io.github.livedesk.camel.client.api.StoppedException;
import io.github.livedesk.camel.client.metrics.SendCounters;
import io.github.livedesk.camel.client.source.SourceReads;
import io.github.livedesk.camel.client.source.SourceTimeoutException;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.model.failure.SendContext;

/**
 * Counts a send while what it sends is being read, and says what it means that it was not.
 *
 * @param <O> the operations
 */
final class CountedSource<O extends Operation> implements SourceReads.Source<O> {

  private final SourceReads.Source<O> source;
  private final SendCounters counters;
  private final HttpCalls calls;

  CountedSource(SourceReads.Source<O> source, SendCounters counters, HttpCalls calls) {
    this.source = source;
    this.counters = counters;
    this.calls = calls;
  }

  @Override
  public O read(SourceWatch watch) throws Exception {
    return source.read(watch);
  }

  @Override
  public void succeed(O request) {
    counters.readEnded();
    source.succeed(request);
  }

  @Override
  public void fail(Throwable cause) {
    counters.readEnded();
    boolean isOurs = cause instanceof SourceTimeoutException || cause instanceof StoppedException;
    source.fail(
        isOurs
            ? calls.notMade((Exception) cause).toException(new SendContext(null, null, 0))
            : cause);
  }

  @Override
  public void discard(O request) {
    calls.release(request);
    source.discard(request);
  }
}
