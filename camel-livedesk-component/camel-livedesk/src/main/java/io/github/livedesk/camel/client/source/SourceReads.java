// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.source;

import io.github.livedesk.camel.client.api.SendBounds;
import io.github.livedesk.camel.client.api.StoppedException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads what a send needs before there can be a request: files, streams, values of the route's own.
 * That may take as long as somebody else likes, or never end. So it has threads of its own, it is
 * given up at the send's deadline and when the component stops, and whatever happens one end is
 * told.
 */
public final class SourceReads {

  /** What is read, in time or too late: one of the last three methods is called once. */
  public interface Source<T> {

    /**
     * Reads it; may take long, and throws whatever code of others throws.
     *
     * @param watch is told what is being read
     */
    T read(SourceWatch watch) throws Exception;

    /** It was read in time; on the reading thread, must not wait. */
    void succeed(T read);

    /**
     * It could not be read, or not in time; on the pool. After {@link #succeed} only where that
     * threw.
     *
     * @param cause what it threw, or what became of it
     */
    void fail(Throwable cause);

    /** It was read when it had been given up already. */
    void discard(T read);
  }

  private final Executor readers;
  private final Set<Read<?>> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param readers threads that may be held for ever
   */
  public SourceReads(Executor readers) {
    this.readers = readers;
  }

  /**
   * Begins to read, and returns at once.
   *
   * @param bounds when it is given up, and where that is told
   * @param patience for streams that give nothing and do not end
   */
  public <T> void read(Source<T> source, SendBounds bounds, Duration patience) {
    var read = new Read<>(source, bounds, new SourceWatch(patience));
    open.add(read);
    readers.execute(read);
    if (closed) {
      read.end(new StoppedException());
    }
  }

  /** Gives up what is overdue. Called at regular times. */
  public void tick(long now) {
    open.forEach(read -> read.tick(now));
  }

  /** Gives up all. */
  public void close() {
    closed = true;
    List.copyOf(open).forEach(read -> read.end(new StoppedException()));
  }

  private final class Read<T> implements Runnable {

    private final Source<T> source;
    private final SendBounds bounds;
    private final SourceWatch watch;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile Throwable failure;

    Read(Source<T> source, SendBounds bounds, SourceWatch watch) {
      this.source = source;
      this.bounds = bounds;
      this.watch = watch;
    }

    @Override
    public void run() {
      if (ended.get()) {
        return;
      }
      T read;
      try {
        read = source.read(watch);
      } catch (Throwable thrown) {
        end(thrown);
        return;
      }
      if (ended.compareAndSet(false, true)) {
        open.remove(this);
        succeed(read);
      } else {
        source.discard(read);
      }
    }

    private void succeed(T read) {
      try {
        source.succeed(read);
      } catch (RuntimeException | Error e) {
        failure = e;
        tell();
      }
    }

    void tick(long now) {
      if (now - bounds.deadline() >= 0) {
        end(watch.late(now));
      }
      // Where the pool had no memory for it, perhaps: an end that is not told is a send without
      // one.
      tell();
    }

    void end(Throwable cause) {
      if (ended.compareAndSet(false, true)) {
        failure = cause;
        tell();
      }
    }

    private void tell() {
      Throwable cause = failure;
      if (cause == null || !told.compareAndSet(false, true)) {
        return;
      }
      try {
        bounds.pool().execute(() -> source.fail(cause));
      } catch (RuntimeException | Error e) {
        told.set(false);
        throw e;
      }
      open.remove(this);
    }
  }
}
