// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.reactor.IOSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found on a connection at the moment when a request is about to be written to it. */
class KeptConnectionsTest {

  private static final SocketAddress HERE = InetSocketAddress.createUnresolved("here", 1);
  private static final SocketAddress THERE = InetSocketAddress.createUnresolved("there", 2);

  private final KeptConnections kept = new KeptConnections();
  private final Counts connection = new Counts();
  private int readable;
  private int closes;

  /** As the reactor knows it: a read gives what is readable, or -1 at the end. */
  private final IOSession session =
      (IOSession)
          Proxy.newProxyInstance(
              IOSession.class.getClassLoader(),
              new Class<?>[] {IOSession.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "getLocalAddress" -> HERE;
                    case "getRemoteAddress" -> THERE;
                    case "read" -> readable;
                    case "close" -> {
                      closes++;
                      yield null;
                    }
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> null;
                  });

  KeptConnectionsTest() {
    kept.opened(session);
  }

  @Test
  void nothingIsReadFromANewConnection() {
    readable = 1;

    assertThatCode(() -> kept.begin(connection)).doesNotThrowAnyException();
  }

  @Test
  void aUsedConnectionThatIsSilentIsUsedAgain() throws Exception {
    use();

    assertThatCode(() -> kept.begin(connection)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void nothingIsWrittenWhereBytesOrTheEndAreThereAlready(int found) throws Exception {
    use();
    readable = found;

    assertThatThrownBy(() -> kept.begin(connection)).isInstanceOf(UnaskedBytesException.class);
  }

  @Test
  void countsWhatWasSentOfTheRequestThatIsOut() throws Exception {
    use();
    connection.sent = 700;
    kept.begin(connection);
    connection.sent = 930;

    assertThat(kept.sent(connection)).isEqualTo(230);
  }

  @Test
  void noticesWhatCameBehindTheReply() throws Exception {
    connection.received = 700;
    kept.begin(connection);
    connection.received = 930;

    assertThat(kept.end(connection, 230)).isTrue();
    assertThat(kept.end(connection, 0)).isFalse();
    assertThat(kept.end(connection, 229)).as("one byte more than the reply has").isFalse();
    assertThat(kept.end(connection, -1)).as("nobody knows").isTrue();
    assertThat(new KeptConnections().end(connection, 229)).as("on no connection").isTrue();
  }

  @Test
  void closesAConnectionOnWhichSomethingComesUnasked() throws Exception {
    kept.input(session);
    kept.begin(connection);
    kept.input(session);
    assertThat(closes).as("it may be the reply").isZero();

    kept.end(connection, -1);
    kept.input(session);

    assertThat(closes).isEqualTo(1);
  }

  @Test
  void forgetsAConnectionThatHasEnded() {
    kept.closed(session);
    kept.saw(connection, 1, null);

    assertThat(kept.hasSeen(connection, 1, null)).isFalse();
    kept.closed(session);
  }

  @Test
  void remembersTheMessagesOfTheLastReplies() throws Exception {
    use();
    assertThat(kept.hasSeen(connection, 1, null)).isFalse();

    for (int message = 1; message <= 65; message++) {
      kept.saw(connection, message, null);
    }

    assertThat(kept.hasSeen(connection, 1, null)).as("so long ago").isFalse();
    assertThat(kept.hasSeen(connection, 2, null)).isTrue();
    assertThat(kept.hasSeen(connection, 65, null)).isTrue();
    assertThat(new KeptConnections().hasSeen(connection, 65, null))
        .as("on no connection")
        .isFalse();
  }

  @Test
  void anIdOfAnotherReplyByItsRequestIdIsAnother() throws Exception {
    use();
    kept.saw(connection, 1, "a");

    assertThat(kept.hasSeen(connection, 1, "a")).isTrue();
    assertThat(kept.hasSeen(connection, 1, null)).isTrue();
    assertThat(kept.hasSeen(connection, 1, "b")).isFalse();
    kept.saw(connection, 1, null);
    assertThat(kept.hasSeen(connection, 1, "b")).isTrue();
  }

  private void use() throws Exception {
    kept.begin(connection);
    kept.end(connection, -1);
  }

  /** As the client knows it. */
  private static final class Counts extends EndpointDetails {

    private long sent;
    private long received;

    Counts() {
      super(THERE, HERE, null);
    }

    @Override
    public long getRequestCount() {
      return 0;
    }

    @Override
    public long getResponseCount() {
      return 0;
    }

    @Override
    public long getSentBytesCount() {
      return sent;
    }

    @Override
    public long getReceivedBytesCount() {
      return received;
    }
  }
}
