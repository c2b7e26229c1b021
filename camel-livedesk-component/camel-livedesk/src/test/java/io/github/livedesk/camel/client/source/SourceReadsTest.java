// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.camel.client.api.SendBounds;
import io.github.livedesk.camel.client.api.StoppedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SourceReadsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** What the reading threads and the pool were given and have not done yet. */
  private final Queue<Runnable> onReader = new ArrayDeque<>();

  private final Queue<Runnable> onPool = new ArrayDeque<>();
  private final List<Object> ends = new ArrayList<>();
  private final SourceReads reads = new SourceReads(onReader::add);
  private final long now = System.nanoTime();
  private Exception thrown;
  private Error thrownBySuccess;
  private boolean poolIsFull;

  /** A source that gives a text. */
  private final class Text implements SourceReads.Source<String> {

    @Override
    public String read(SourceWatch watch) throws Exception {
      watch.at("'a.txt'");
      if (thrown != null) {
        throw thrown;
      }
      return "text";
    }

    @Override
    public void succeed(String read) {
      if (thrownBySuccess != null) {
        throw thrownBySuccess;
      }
      ends.add(read);
    }

    @Override
    public void fail(Throwable cause) {
      ends.add(cause);
    }

    @Override
    public void discard(String read) {
      ends.add("discarded " + read);
    }
  }

  private void begin() {
    reads.read(new Text(), new SendBounds(now + 1_000, this::onPool), PATIENCE);
  }

  private void onPool(Runnable task) {
    if (poolIsFull) {
      throw new OutOfMemoryError("thrown by the pool of this test");
    }
    onPool.add(task);
  }

  private void runAll() {
    while (!onReader.isEmpty()) {
      onReader.remove().run();
    }
    while (!onPool.isEmpty()) {
      onPool.remove().run();
    }
  }

  @Test
  void readsOnAReadingThreadAndGoesOnThere() {
    begin();
    assertThat(ends).isEmpty();

    onReader.remove().run();

    assertThat(ends).containsExactly("text");
    assertThat(onPool).isEmpty();
  }

  @Test
  void tellsOnThePoolWhatWasThrown() {
    thrown = new IOException("thrown by a source of this test");
    begin();
    onReader.remove().run();
    assertThat(ends).isEmpty();

    runAll();

    assertThat(ends).containsExactly(thrown);
  }

  @Test
  void tellsWhatWasThrownByWhatCameAfterIt() {
    thrownBySuccess = new NoSuchMethodError("thrown by this test");
    begin();

    runAll();

    assertThat(ends).containsExactly(thrownBySuccess);
  }

  @Test
  void givesUpAtTheDeadlineAndDiscardsWhatComesLater() {
    begin();
    reads.tick(now + 999);
    assertThat(onPool).isEmpty();

    reads.tick(now + 1_000);
    reads.tick(now + 2_000);
    onPool.remove().run();

    assertThat(onPool).isEmpty();
    assertThat(ends).singleElement().isInstanceOf(SourceTimeoutException.class);
  }

  @Test
  void discardsWhatIsReadTooLate() {
    var source =
        new SourceReads.Source<String>() {
          @Override
          public String read(SourceWatch watch) {
            reads.tick(now + 1_000);
            return "text";
          }

          @Override
          public void succeed(String read) {
            ends.add(read);
          }

          @Override
          public void fail(Throwable cause) {
            ends.add(((SourceTimeoutException) cause).what());
          }

          @Override
          public void discard(String read) {
            ends.add("discarded " + read);
          }
        };
    reads.read(source, new SendBounds(now + 1_000, this::onPool), PATIENCE);

    runAll();

    assertThat(ends).containsExactly("discarded text", "the body");
  }

  @Test
  void doesNotBeginToReadWhatWasGivenUp() {
    begin();
    reads.tick(now + 1_000);

    runAll();

    assertThat(ends).singleElement().isInstanceOf(SourceTimeoutException.class);
  }

  @Test
  void givesUpAllWhenItIsClosedAndWhatComesAfterwards() {
    begin();
    reads.close();
    begin();

    runAll();

    assertThat(ends).hasSize(2).allMatch(StoppedException.class::isInstance);
  }

  @Test
  void tellsAgainWhereThePoolHadNoRoom() {
    begin();
    poolIsFull = true;
    assertThatThrownBy(() -> reads.tick(now + 1_000)).isInstanceOf(OutOfMemoryError.class);
    poolIsFull = false;

    reads.tick(now + 1_000);
    reads.tick(now + 1_000);
    runAll();

    assertThat(ends).singleElement().isInstanceOf(SourceTimeoutException.class);
  }

  @Test
  void saysWhatIsReadAndForHowLong() {
    var watch = new SourceWatch(PATIENCE);
    assertThat(watch.late(System.nanoTime()).what()).isEqualTo("the body");
    watch.at("");
    assertThat(watch.late(System.nanoTime()).what()).isEqualTo("the file");
    watch.at("'a.txt'");
    assertThat(watch.late(System.nanoTime()).what()).isEqualTo("the file 'a.txt'");
    watch.at("file 2 of 3");
    SourceTimeoutException late = watch.late(System.nanoTime() + 5_000_000_000L);
    assertThat(late.what()).isEqualTo("the file (file 2 of 3)");
    assertThat(late.millis()).isBetween(5_000L, 65_000L);
  }
}
