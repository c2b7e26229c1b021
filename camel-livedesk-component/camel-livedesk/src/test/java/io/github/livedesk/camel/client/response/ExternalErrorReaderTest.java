// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.client.api.ExternalError;
import io.github.livedesk.camel.model.LiveDeskMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of the channel's words shows, and what of its code. */
class ExternalErrorReaderTest {

  private static ExternalError of(String error, String content, boolean complete, String... texts) {
    Map<String, Object> json = new HashMap<>();
    json.put("id", 7);
    json.put("status", "failed");
    json.put("content", content);
    json.put("content_attributes", error == null ? Map.of() : Map.of("external_error", error));
    var sent = new Sent(List.of(), List.of(texts), List.of("141"), complete);
    return ExternalErrorReader.read(LiveDeskMessage.of(json), sent);
  }

  @Test
  void thereMayBeNone() {
    assertThat(of(null, "hello", true)).isEqualTo(ExternalError.NONE);
  }

  @Test
  void wordsAndCodeAreShown() {
    assertThat(of("131047: Rate limit hit", "hello", true))
        .isEqualTo(new ExternalError("131047: Rate limit hit", "131047"));
    assertThat(of("Rate limit hit", "hello", true))
        .isEqualTo(new ExternalError("Rate limit hit", null));
  }

  @Test
  void theCodeIsShownWhereTheWordsQuote() {
    assertThat(of("131047: bad canary", null, true, "my canary"))
        .isEqualTo(new ExternalError("131047: " + ErrorText.LEFT_OUT, "131047"));
    assertThat(of("bad canary", null, true, "my canary"))
        .isEqualTo(new ExternalError(ErrorText.LEFT_OUT, null));
  }

  @Test
  void aKnownCodeStaysOneThoughTheTextHasIt() {
    assertThat(of("131047: Rate limit hit", "order 131047", true).code()).isEqualTo("131047");
    assertThat(of("131047: bad canary", null, true, "canary 131047").code()).isEqualTo("131047");
  }

  @Test
  void anUnknownCodeThatTheTextHasIsNone() {
    assertThat(of("998877: Rate limit hit", "order 998877", true))
        .isEqualTo(new ExternalError(ErrorText.LEFT_OUT, null));
    assertThat(of("998877: bad canary", "the canary", true))
        .isEqualTo(new ExternalError("998877: " + ErrorText.LEFT_OUT, "998877"));
  }

  @Test
  void theIdOfTheMessageMayShow() {
    assertThat(of("Message 7 failed", null, false).words()).isEqualTo("Message 7 failed");
    assertThat(of("Message 8 failed", null, false).words()).isEqualTo(ErrorText.LEFT_OUT);
  }

  /** A retry by its id alone knows the text from the reply, or not at all. */
  @Test
  void theTextOfARetryIsKnownFromItsReply() {
    assertThat(of("bad zebra", null, false).words()).isEqualTo(ErrorText.LEFT_OUT);
    assertThat(of("bad zebra", "hello", false).words()).isEqualTo("bad zebra");
    assertThat(of("bad zebra", "my zebra", false).words()).isEqualTo(ErrorText.LEFT_OUT);
  }
}
