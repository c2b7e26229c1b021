// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.client.RetryMode;
import io.github.livedesk.camel.client.api.Failure;
import io.github.livedesk.camel.model.failure.FieldError;
import io.github.livedesk.camel.model.failure.Outcome;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of what is tried again, row by row. */
class RetryRulesTest {

  private static final Duration WAIT = Duration.ofSeconds(1);

  /** What happened, and whether it is tried again. */
  record Row(String name, Failure failure, boolean whenSafe, boolean whenAll) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        new Row(
            "bad input", Failure.request(new FieldError("body", "nothing", "text")), false, false),
        new Row("network", Failure.connection("refused", null), true, true),
        new Row("401", Failure.authentication(401, ""), false, false),
        new Row("403", Failure.authentication(403, ""), false, false),
        new Row("429", Failure.rateLimit(429, null, ""), true, true),
        new Row("429 with retry after", Failure.rateLimit(429, WAIT, ""), true, true),
        new Row("too many messages", Failure.rateLimit(422, null, ""), false, false),
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
        new Row("no reply", Failure.noResponse("silence", null), false, true),
        new Row("unreadable", Failure.unreadableResponse(200, "", null), false, false));
  }

  private static Failure response(int status, Duration retryAfter) {
    return Failure.response(status, retryAfter, "");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isTriedAgain(Row row) {
    assertThat(RetryRules.mayRepeat(row.failure(), false, RetryMode.safe))
        .isEqualTo(row.whenSafe());
    assertThat(RetryRules.mayRepeat(row.failure(), false, RetryMode.all)).isEqualTo(row.whenAll());
    assertThat(RetryRules.mayRepeat(row.failure(), false, RetryMode.none)).isFalse();
  }

  /** To look twice, or to set the same value twice, does no harm. */
  @ParameterizedTest
  @MethodSource("rows")
  void aCallThatIsSafeToRepeatIsAlsoTriedAgainWhereItsOutcomeIsUnknown(Row row) {
    boolean isUnknown = row.failure().outcome() == Outcome.UNKNOWN;

    assertThat(RetryRules.mayRepeat(row.failure(), true, RetryMode.safe))
        .isEqualTo(isUnknown || row.whenSafe());
    assertThat(RetryRules.mayRepeat(row.failure(), true, RetryMode.none)).isFalse();
  }
}
