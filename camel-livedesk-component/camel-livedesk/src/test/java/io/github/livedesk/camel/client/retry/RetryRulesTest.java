// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.client.RetryMode;
import io.github.livedesk.camel.model.failure.LiveDeskAuthenticationException;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import io.github.livedesk.camel.model.failure.LiveDeskOutcomeUnknownException;
import io.github.livedesk.camel.model.failure.LiveDeskRateLimitException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.model.failure.SendContext;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of what is tried again, row by row. */
class RetryRulesTest {

  private static final SendContext SEND = new SendContext("text", "141", 1);
  private static final Duration WAIT = Duration.ofSeconds(1);

  /** What happened, and whether it is tried again. */
  record Row(String name, LiveDeskException failure, boolean whenSafe, boolean whenAll) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        new Row(
            "bad input",
            new LiveDeskRequestException(SEND, "body", "nothing", "text"),
            false,
            false),
        new Row("network", new LiveDeskConnectionException(SEND, "refused", null), true, true),
        new Row("401", new LiveDeskAuthenticationException(SEND, 401, ""), false, false),
        new Row("403", new LiveDeskAuthenticationException(SEND, 403, ""), false, false),
        new Row("429", new LiveDeskRateLimitException(SEND, 429, null, ""), true, true),
        new Row(
            "429 with retry after",
            new LiveDeskRateLimitException(SEND, 429, WAIT, ""),
            true,
            true),
        new Row(
            "too many messages", new LiveDeskRateLimitException(SEND, 422, null, ""), false, false),
        new Row("redirect", response(307, null), false, false),
        new Row("400", response(400, null), false, false),
        new Row("404", response(404, null), false, false),
        new Row("408", response(408, null), false, true),
        new Row("413", response(413, null), false, false),
        new Row("500", response(500, null), false, true),
        new Row("500 with retry after", response(500, WAIT), false, true),
        new Row("502", response(502, null), false, true),
        new Row("503", response(503, null), false, true),
        new Row("503 with retry after", response(503, WAIT), true, true),
        new Row("504", response(504, null), false, true),
        new Row(
            "no reply",
            LiveDeskOutcomeUnknownException.noReply(SEND, "silence", null),
            false,
            true),
        new Row(
            "unreadable",
            LiveDeskOutcomeUnknownException.unreadableReply(SEND, 200, ""),
            false,
            false),
        new Row(
            "failed for now",
            new LiveDeskMessageFailedException(SEND, 200, 1, "130429: Rate limit hit", "130429"),
            false,
            false),
        new Row(
            "failed for good",
            new LiveDeskMessageFailedException(SEND, 200, 1, "131047: too late", "131047"),
            false,
            false));
  }

  private static LiveDeskException response(int status, Duration retryAfter) {
    return new LiveDeskResponseException(SEND, status, retryAfter, "");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isTriedAgain(Row row) {
    assertThat(RetryRules.mayRepeat(row.failure(), RetryMode.safe)).isEqualTo(row.whenSafe());
    assertThat(RetryRules.mayRepeat(row.failure(), RetryMode.all)).isEqualTo(row.whenAll());
    assertThat(RetryRules.mayRepeat(row.failure(), RetryMode.none)).isFalse();
  }
}
