// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.camel.simulator.store.Attachment;
import io.github.livedesk.camel.simulator.store.CallLog;
import io.github.livedesk.camel.simulator.store.IncomingMessage;
import io.github.livedesk.camel.simulator.store.MessageStore;
import io.github.livedesk.camel.simulator.store.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where bodies are, and how long. */
class SpoolTest {

  private static final int ROOM = 1_000_000;

  private final Spool spool = new Spool(ROOM);
  private Path folder;

  @BeforeEach
  void findTheFolder() throws IOException {
    Path file = spool.newFile();
    folder = file.getParent();
    Files.delete(file);
  }

  @AfterEach
  void close() {
    spool.close();
  }

  private Content content(int size) throws IOException {
    Upload upload = spool.begin();
    for (int left = size; left > 0; left -= 10_000) {
      var piece = new byte[Math.min(10_000, left)];
      Arrays.fill(piece, (byte) left);
      upload.append(piece);
    }
    return upload.complete();
  }

  private long files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }

  @Test
  void aShortBodyIsInMemory() throws IOException {
    Content body = content(Spool.LONGEST_IN_MEMORY);

    assertThat(body.size()).isEqualTo(Spool.LONGEST_IN_MEMORY);
    assertThat(body.bytes()).hasSize(Spool.LONGEST_IN_MEMORY);
    assertThat(files()).isZero();
  }

  @Test
  void aLongBodyIsOnDisk() throws IOException {
    Content body = content(3_000_000);

    assertThat(files()).isOne();
    assertThat(body.bytes()).hasSize(3_000_000).endsWith((byte) 10_000);
    assertThat(body.bytes(1)).containsExactly((byte) 3_000_000);
    assertThat(body.slice(9_999, 10_001).bytes())
        .containsExactly((byte) 3_000_000, (byte) 2_990_000);
    assertThat(body.slice(10, 20).slice(2, 5).open().readAllBytes()).hasSize(3);
    assertThat(body.open().readAllBytes()).isEqualTo(body.bytes());
  }

  @Test
  void aShortBodyIsOnDiskWhereTooManyAreUnderWay() throws IOException {
    Upload[] others = new Upload[5];
    for (int i = 0; i < others.length; i++) {
      others[i] = spool.begin();
      others[i].append(new byte[200_000]);
    }
    Upload another = spool.begin();
    another.append(new byte[1]);

    assertThat(files()).isOne();
    for (Upload other : others) {
      other.discard();
    }
    assertThat(content(200_000).file()).isNull();
    assertThat(another.complete().bytes()).containsExactly(0);
  }

  @Test
  void aFileGoesWhenNobodyKeepsIt() throws IOException {
    Content body = content(3_000_000);
    Content piece = body.slice(1, 2);
    piece.keep();

    body.release();
    assertThat(piece.bytes()).hasSize(1);
    piece.release();

    assertThat(files()).isZero();
    assertThatThrownBy(body::bytes)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("These 3000000 bytes were on disk, and are gone");
  }

  @Test
  void aBodyThatDoesNotEndLeavesNothing() throws IOException {
    Upload upload = spool.begin();
    upload.append(new byte[3_000_000]);

    upload.discard();

    assertThat(files()).isZero();
  }

  @Test
  void theFolderGoesWhenItIsClosed() throws IOException {
    content(3_000_000);
    spool.begin().append(new byte[3_000_000]);

    spool.close();
    spool.close();

    assertThat(folder).doesNotExist();
    assertThatThrownBy(() -> content(3_000_000)).hasMessage("The simulator was closed");
  }

  @Test
  void whatACallLogAndADeskForgetLeavesNothing() throws IOException {
    var calls = new CallLog(4_000_000);
    var store = new MessageStore(4_000_000, 10, () -> {});
    for (int i = 0; i < 5; i++) {
      Content body = content(3_000_000);
      calls.add(new Request("POST", "/", Map.of(), body, List.of()));
      var file = new Attachment(0, "a", null, body.slice(10, 20));
      store.store("a", new IncomingMessage("x", false, null, List.of(file), Map.of()), null, 1);
      body.release();
    }

    // The newest of both is the same one; a piece keeps the whole, and counts as it.
    assertThat(files()).isOne();
    assertThat(calls.requests()).hasSize(1);
    assertThat(store.messages("a")).hasSize(1);
    calls.clear();
    assertThat(files()).isOne();
    store.clear();
    assertThat(files()).isZero();
  }
}
