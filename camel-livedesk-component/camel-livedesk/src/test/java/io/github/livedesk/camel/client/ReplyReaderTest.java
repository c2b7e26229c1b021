// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.camel.model.LiveDeskResponseException;
import io.github.livedesk.camel.model.ReplyJson;
import io.github.livedesk.camel.model.SendContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyReaderTest {

  private static final ClientSettings SETTINGS =
      new ClientSettings(
          URI.create("http://127.0.0.1"),
          new Credentials("key", "secret"),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          1000,
          true,
          new RetrySettings(
              RetryMode.none, 1, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(60), 0),
          null);

  /** They may be long. */
  @ParameterizedTest
  @CsvSource({"'', 0", "{}, 0", "'{\"error\":\" \"}', 0", "'{\"error\":\"wrong\"}', 1"})
  void collectsHiddenTextsOnlyWhereTheServerSaysSomething(String body, int times) {
    var asked = new AtomicInteger();
    var reader =
        new ReplyReader(
            new SendContext("text", "141", 1),
            SETTINGS,
            false,
            0,
            () -> {
              asked.incrementAndGet();
              return new Sent(List.of(), List.of("hidden"), List.of(), true);
            });

    byte[] text = body.getBytes(UTF_8);
    var json = ReplyJson.readObject(text).orElse(null);

    assertThatThrownBy(() -> reader.read(new WireReply(404, null, text, false, json, null)))
        .isInstanceOf(LiveDeskResponseException.class);
    assertThat(asked).hasValue(times);
  }
}
