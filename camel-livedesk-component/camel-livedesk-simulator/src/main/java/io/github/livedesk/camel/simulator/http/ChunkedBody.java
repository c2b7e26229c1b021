// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.http;

import io.undertow.conduits.ReadDataStreamSourceConduit;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.StreamSourceConduit;

/**
 * The body of a request that comes in chunks. Undertow's own closes the connection where one is
 * wrong; here there is an answer.
 */
final class ChunkedBody extends AbstractStreamSourceConduit<StreamSourceConduit> {

  private final HttpServerExchange exchange;
  private final HttpServerConnection connection;
  private final ChunkParser chunks = new ChunkParser();
  private boolean broken;
  private boolean terminated;

  private ChunkedBody(
      HttpServerExchange exchange, HttpServerConnection connection, boolean broken) {
    super(
        new ReadDataStreamSourceConduit(
            ((AbstractServerConnection) connection).getOriginalSourceConduit(), connection));
    this.exchange = exchange;
    this.connection = connection;
    this.broken = broken;
  }

  /** From now on the body of this request is read so. */
  static void use(HttpServerExchange exchange) {
    use(exchange, false);
  }

  /**
   * Nobody knows where the body ends: all that comes is read, so that an answer is, and dropped.
   */
  static void drop(HttpServerExchange exchange) {
    exchange.setPersistent(false);
    use(exchange, true);
  }

  private static void use(HttpServerExchange exchange, boolean broken) {
    var connection = (HttpServerConnection) exchange.getConnection();
    connection
        .getChannel()
        .getSourceChannel()
        .setConduit(new ChunkedBody(exchange, connection, broken));
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    if (chunks.hasEnded()) {
      return end();
    }
    int start = to.position();
    PooledByteBuffer pooled = connection.getByteBufferPool().allocate();
    ByteBuffer from = pooled.getBuffer();
    try {
      int read = next.read(from);
      from.flip();
      if (read < 0) {
        exchange.setPersistent(false);
        end();
        throw new ClosedChannelException();
      }
      take(from, to);
    } finally {
      if (from.hasRemaining()) {
        connection.ungetRequestBytes(pooled);
      } else {
        pooled.close();
      }
    }
    int taken = to.position() - start;
    return taken == 0 && chunks.hasEnded() ? end() : taken;
  }

  private void take(ByteBuffer from, ByteBuffer to) throws IOException {
    if (broken) {
      // Where the next request begins is not known.
      from.position(from.limit());
      return;
    }
    try {
      chunks.parse(from, to);
    } catch (IOException e) {
      broken = true;
      exchange.setPersistent(false);
      throw e;
    }
  }

  private int end() {
    if (!terminated) {
      terminated = true;
      Connectors.terminateRequest(exchange);
    }
    return -1;
  }

  @Override
  public long read(ByteBuffer[] to, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      if (to[i].hasRemaining()) {
        return read(to[i]);
      }
    }
    return 0;
  }

  @Override
  public long transferTo(long position, long count, FileChannel target) throws IOException {
    return target.transferFrom(new ConduitReadableByteChannel(this), position, count);
  }

  @Override
  public long transferTo(long count, ByteBuffer through, StreamSinkChannel target)
      throws IOException {
    return IoUtils.transfer(new ConduitReadableByteChannel(this), count, through, target);
  }

  /** What is dropped is read on: the client may lose the answer if it is not. */
  @Override
  public void terminateReads() throws IOException {
    if (!broken && !chunks.hasEnded()) {
      exchange.setPersistent(false);
      super.terminateReads();
    }
  }
}
