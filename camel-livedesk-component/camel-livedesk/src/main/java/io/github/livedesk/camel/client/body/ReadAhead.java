// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.body;

import io.github.livedesk.camel.client.source.InMemory;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.client.source.UnreadableFileException;
import io.github.livedesk.camel.model.FileContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Reads a file on a reading thread, for an I/O thread that must not wait: two pieces ahead, no
 * more. A source that is slow, or that never comes back, holds that thread and nothing else. What
 * is in memory is read where it is asked for: that is quicker than any change of threads.
 */
final class ReadAhead {

  /** Bytes at a time, at most: each piece costs a change of threads, whatever its size. */
  private static final int PIECE = 256 * 1024;

  /** Bytes of the first piece where nobody knows the length: most streams are short. */
  private static final int FIRST_PIECE = 32 * 1024;

  private static final int AHEAD = 2;

  private final FileContent content;
  private final long length;
  private final SourceWatch watch;
  private final long limit;
  private final int waitFor;
  private final Executor executor;

  /** Read so far; the reading thread's alone. */
  private long total;

  // All below is guarded by this object; nothing slow is done while it is held.
  private final Queue<ByteBuffer> ready = new ArrayDeque<>(AHEAD);
  private final Queue<ByteBuffer> free = new ArrayDeque<>(AHEAD + 1);
  private ByteBuffer current;
  private Runnable wake;
  private InputStream stream;
  private boolean reading;
  private long readingSince;
  private boolean ended;
  private boolean closed;
  private IOException failure;

  /**
   * @param content the file
   * @param length bytes it must have, or {@link FileContent#UNKNOWN}
   * @param limit bytes it may have, or 0 for any number
   * @param waitFor bytes that the first piece has at least, unless the file is shorter; 1 or more
   * @param watch for streams that give nothing
   * @param executor where it is read and closed, unless it is in memory
   */
  ReadAhead(
      FileContent content,
      long length,
      long limit,
      int waitFor,
      SourceWatch watch,
      Executor executor) {
    this.content = content;
    this.watch = watch;
    this.length = length;
    this.limit = limit;
    this.waitFor = waitFor;
    this.executor = InMemory.is(content) ? Runnable::run : executor;
  }

  /**
   * Starts to read; the action runs on a reading thread whenever there is something after there was
   * nothing.
   */
  synchronized void start(Runnable wake) {
    if (this.wake == null && !closed) {
      this.wake = wake;
      readOn();
    }
  }

  /**
   * The piece to write next, or what is left of it; null when there is none, now or any more.
   *
   * @throws IOException when the file can't be read to its right end
   */
  synchronized ByteBuffer peek() throws IOException {
    if (current != null && current.hasRemaining()) {
      return current;
    }
    if (current != null) {
      free.add(current);
    }
    current = ready.poll();
    readOn();
    if (current == null && failure != null) {
      throw failure;
    }
    return current;
  }

  /** Whether {@link #peek()} would give a piece or throw, or the end was reached. */
  synchronized boolean isReady() {
    return (current != null && current.hasRemaining())
        || !ready.isEmpty()
        || ended
        || failure != null;
  }

  /** Whether the whole file, of the right length, was handed out. */
  synchronized boolean isAtEnd() {
    return ended && ready.isEmpty() && (current == null || !current.hasRemaining());
  }

  /**
   * How long its source has been asked for the next bytes, in nanoseconds; empty where it isn't.
   */
  synchronized OptionalLong readingFor(long now) {
    return reading ? OptionalLong.of(now - readingSince) : OptionalLong.empty();
  }

  /** Whether it has begun to read. Once it is closed, it does not begin any more. */
  synchronized boolean isStarted() {
    return wake != null;
  }

  /** Closes the file, on a reading thread: to close may take as long as to read. */
  void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    executor.execute(this::closeSource);
  }

  private void readOn() {
    if (!reading && wantsMore()) {
      reading = true;
      readingSince = System.nanoTime();
      executor.execute(this::read);
    }
  }

  private boolean wantsMore() {
    // Not for one piece: to start a thread costs as much as to read a piece.
    boolean room = reading ? ready.size() < AHEAD : ready.isEmpty();
    return room && !ended && !closed && failure == null;
  }

  /** On a reading thread: fills pieces until two are ahead. */
  private void read() {
    for (ByteBuffer piece = nextToFill(); piece != null; piece = nextToFill()) {
      boolean end = false;
      UnreadableFileException problem = null;
      try {
        end = fill(piece);
      } catch (UnreadableFileException e) {
        problem = e;
      } catch (IOException | RuntimeException | Error e) {
        problem = UnreadableFileException.unreadable(e);
      }
      handOver(piece, end, problem).run();
    }
  }

  private synchronized ByteBuffer nextToFill() {
    reading = wantsMore();
    readingSince = System.nanoTime();
    ByteBuffer used = reading ? free.poll() : null;
    return reading && used == null ? newPiece() : used;
  }

  private ByteBuffer newPiece() {
    if (length < 0) {
      return ByteBuffer.allocate(total == 0 ? FIRST_PIECE : PIECE);
    }
    // One byte more than the file has: where that is filled, it has grown.
    return ByteBuffer.allocate((int) Math.min(PIECE, length + 1));
  }

  /** Hands a piece to the I/O thread, and returns what wakes it. */
  private synchronized Runnable handOver(
      ByteBuffer piece, boolean end, UnreadableFileException problem) {
    failure = problem;
    ended = end && problem == null;
    if (piece.hasRemaining() && problem == null) {
      ready.add(piece);
    } else {
      free.add(piece);
    }
    return wake;
  }

  /**
   * Fills a piece with what there is without waiting twice, but for the first; true at the end of
   * the file.
   */
  @SuppressWarnings("ByteBufferBackingArray") // pieces are allocated here, with arrays
  private boolean fill(ByteBuffer piece) throws IOException {
    InputStream in = open();
    piece.clear();
    byte[] bytes = piece.array();
    int needed = total == 0 ? waitFor : 1;
    int count = 0;
    int got;
    do {
      got = in.read(bytes, count, bytes.length - count);
      count += Math.max(got, 0);
    } while (got > 0 && count < bytes.length && (count < needed || in.available() > 0));
    piece.limit(count);
    total += count;
    check(got < 0);
    return got < 0;
  }

  private InputStream open() throws IOException {
    if (stream == null) {
      InputStream opened = watch.steady(content.open());
      boolean late;
      synchronized (this) {
        stream = opened;
        late = closed;
      }
      if (late) {
        closeSource();
      }
    }
    return stream;
  }

  private void check(boolean end) throws UnreadableFileException {
    if (limit > 0 && total > limit) {
      throw new UnreadableFileException(
          "a file of more than " + limit + " bytes", "files up to maxAttachmentSize=" + limit);
    }
    if (length >= 0 && (total > length || (end && total < length))) {
      throw new UnreadableFileException(
          "a file that changed while it was sent: it had " + length + " bytes",
          "files that stay as they are");
    }
  }

  private void closeSource() {
    InputStream open;
    synchronized (this) {
      open = stream;
    }
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException | RuntimeException | Error nothingLeftToDo) {
      // whether the message was sent is decided elsewhere
    }
  }
}
