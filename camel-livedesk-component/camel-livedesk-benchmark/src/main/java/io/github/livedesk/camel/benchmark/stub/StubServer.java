// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.stub;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * A LiveDesk that does next to nothing, so that what is measured is the client: one thread, one
 * selector, canned replies with ids of their own. A program of its own; it ends when its standard
 * input does, so that it never outlives who started it.
 */
public final class StubServer {

  private static final int BACKLOG = 8192;
  private static final int READ_BUFFER = 256 * 1024;

  private final Selector selector;
  private final ServerSocketChannel server;
  private final long delayNanos;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BUFFER);

  /** In the order in which they are due, since all wait equally long. */
  private final Queue<Due> waiting = new ArrayDeque<>();

  private final Replies replies = new Replies();
  private long messages;

  private StubServer(long delayMillis) throws IOException {
    delayNanos = TimeUnit.MILLISECONDS.toNanos(delayMillis);
    selector = Selector.open();
    server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  /**
   * Serves; the first line that it prints is its port.
   *
   * @param args milliseconds before each reply
   */
  public static void main(String[] args) throws IOException {
    var stub = new StubServer(Long.parseLong(args[0]));
    System.out.println(stub.server.socket().getLocalPort());
    var end = new Thread(StubServer::exitWithStandardInput, "end");
    end.setDaemon(true);
    end.start();
    stub.serve();
  }

  private static void exitWithStandardInput() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException gone) {
      // as good as its end
    }
    System.exit(0);
  }

  private void serve() throws IOException {
    while (selector.isOpen()) {
      Due next = waiting.peek();
      if (next == null) {
        selector.select(this::ready);
      } else {
        long millis = TimeUnit.NANOSECONDS.toMillis(next.at - System.nanoTime());
        selector.select(this::ready, Math.max(1, millis));
        replyWhereDue();
      }
    }
  }

  private void replyWhereDue() {
    long now = System.nanoTime();
    for (Due next = waiting.peek(); next != null && next.at - now <= 0; next = waiting.peek()) {
      waiting.remove();
      try {
        write(next.to, next.reply);
      } catch (IOException gone) {
        close(next.to);
      }
    }
  }

  private void ready(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        accept();
      } else {
        read((SocketChannel) key.channel(), (RequestParser) key.attachment());
      }
    } catch (IOException gone) {
      if (key.channel() instanceof SocketChannel channel) {
        close(channel);
      }
    }
  }

  private void accept() throws IOException {
    for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.register(selector, SelectionKey.OP_READ, new RequestParser());
    }
  }

  private void read(SocketChannel channel, RequestParser parser) throws IOException {
    buffer.clear();
    if (channel.read(buffer) < 0) {
      channel.close();
      return;
    }
    buffer.flip();
    while (parser.ends(buffer)) {
      reply(channel, parser);
    }
  }

  private void reply(SocketChannel channel, RequestParser parser) throws IOException {
    if (parser.isGet()) {
      write(channel, Replies.count(messages));
      return;
    }
    messages++;
    ByteBuffer reply = replies.stored(parser.isMultipart(), parser.conversation());
    if (delayNanos == 0) {
      write(channel, reply);
    } else {
      waiting.add(new Due(System.nanoTime() + delayNanos, channel, reply));
    }
  }

  /** A client that waits for its reply has room for it. */
  private static void write(SocketChannel channel, ByteBuffer reply) throws IOException {
    while (reply.hasRemaining()) {
      channel.write(reply);
    }
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException gone) {
      // it is closed
    }
  }

  private record Due(long at, SocketChannel to, ByteBuffer reply) {}
}
