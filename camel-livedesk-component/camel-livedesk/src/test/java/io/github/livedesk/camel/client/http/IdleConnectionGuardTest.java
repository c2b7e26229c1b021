// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found on a connection at the moment when a request is about to be written to it. */
class IdleConnectionGuardTest {

  private final IdleConnectionGuard kept = new IdleConnectionGuard();
  private final TestConnection connection = new TestConnection();

  private GuardedConnection begin(TestConnection onto) throws IOException {
    IoTurn.begin(onto.session(), true);
    return kept.begin(onto);
  }

  private GuardedConnection use() throws IOException {
    GuardedConnection used = begin(connection);
    used.end(connection, -1);
    return used;
  }

  @Test
  void nothingIsReadFromANewConnection() {
    connection.readable = 1;

    assertThatCode(() -> begin(connection)).doesNotThrowAnyException();
  }

  @Test
  void aUsedConnectionThatIsSilentIsUsedAgain() throws Exception {
    GuardedConnection used = use();

    assertThat(begin(connection)).isSameAs(used);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void nothingIsWrittenWhereBytesOrTheEndAreThereAlready(int found) throws Exception {
    use();
    connection.readable = found;

    assertThatThrownBy(() -> begin(connection)).isInstanceOf(UnsolicitedBytesException.class);
  }

  @Test
  void countsWhatWasSentOfTheRequestThatIsOut() throws Exception {
    use();
    connection.sent = 700;
    GuardedConnection known = begin(connection);
    connection.sent = 930;

    assertThat(known.sent(connection)).isEqualTo(230);
  }

  @Test
  void noticesWhatCameBehindTheReply() throws Exception {
    connection.received = 700;
    GuardedConnection known = begin(connection);
    connection.received = 930;

    assertThat(known.end(connection, 230)).isTrue();
    assertThat(known.end(connection, 0)).isFalse();
    assertThat(known.end(connection, 229)).as("one byte more than the reply has").isFalse();
    assertThat(known.end(connection, -1)).as("nobody knows").isTrue();
  }

  @Test
  void closesAConnectionOnWhichSomethingComesUnasked() throws Exception {
    kept.input(connection.session());
    GuardedConnection known = begin(connection);
    kept.input(connection.session());
    assertThat(connection.closes).as("it may be the reply").isZero();

    known.end(connection, -1);
    kept.input(connection.session());

    assertThat(connection.closes).isEqualTo(1);
  }

  @Test
  void doesNotMixConnectionsUp() throws Exception {
    GuardedConnection used = use();
    used.saw(1, null);
    var another = new TestConnection();
    another.readable = 1;

    assertThat(begin(another).hasSeen(1, null)).isFalse();
    kept.input(another.session());
    assertThat(another.closes).isZero();
    assertThat(begin(connection).hasSeen(1, null)).isTrue();
  }

  /** The reactor may never say that they have ended. */
  @Test
  void forgetsConnectionsThatNobodyHasAnyMore() throws Exception {
    List<WeakReference<GuardedConnection>> known = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      known.add(new WeakReference<>(begin(new TestConnection())));
    }

    begin(connection);

    await()
        .until(
            () -> {
              System.gc();
              kept.input(connection.session());
              return known.stream().allMatch(it -> it.refersTo(null));
            });
  }

  @Test
  void remembersTheMessagesOfTheLastReplies() throws Exception {
    GuardedConnection known = use();
    assertThat(known.hasSeen(1, null)).isFalse();

    for (int message = 1; message <= 65; message++) {
      known.saw(message, null);
    }

    assertThat(known.hasSeen(1, null)).as("so long ago").isFalse();
    assertThat(known.hasSeen(2, null)).isTrue();
    assertThat(known.hasSeen(65, null)).isTrue();
  }

  @Test
  void anIdOfAnotherReplyByItsRequestIdIsAnother() throws Exception {
    GuardedConnection known = use();
    known.saw(1, "a");

    assertThat(known.hasSeen(1, "a")).isTrue();
    assertThat(known.hasSeen(1, null)).isTrue();
    assertThat(known.hasSeen(1, "b")).isFalse();
    known.saw(1, null);
    assertThat(known.hasSeen(1, "b")).isTrue();
  }
}
