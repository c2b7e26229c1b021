package io.github.livedesk.camel.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalErrorCodesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "131047: Re-engagement message is not allowed|131047|NEEDS_TEMPLATE",
        "(#132000) Number of parameters does not match|132000|TEMPLATE",
        "63016 - Failed to send freeform message|63016|NEEDS_TEMPLATE",
        "403, Forbidden: bot was blocked|403|UNKNOWN",
        "130429: Rate limit hit|130429|TRANSIENT",
        "131056: Pair rate limit|131056|RECIPIENT_RATE",
        "131049: Not delivered|131049|LATER",
        "131026: Undeliverable|131026|RECIPIENT",
        "100: Invalid parameter|100|REQUEST",
        "0: AuthException|0|ACCOUNT",
        "(#200) Permissions error|200|ACCOUNT",
        "299: Permission|299|ACCOUNT",
        "300: other|300|UNKNOWN"
      })
  void readsEveryKnownFormat(String error, String code, ExternalErrorCategory category) {
    assertThat(ExternalErrorCodes.codeOf(error)).isEqualTo(code);
    assertThat(ExternalErrorCodes.categoryOf(code)).isEqualTo(category);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Template not found or invalid template name",
        "500 Internal Server Error",
        "Timed out: 131047",
        "1310471: seven digits",
        "131047"
      })
  void findsNoCodeInOtherTexts(String error) {
    assertThat(ExternalErrorCodes.codeOf(error)).isNull();
  }

  @Test
  void knowsNothingOfNothing() {
    assertThat(ExternalErrorCodes.codeOf(null)).isNull();
    assertThat(ExternalErrorCodes.categoryOf(null)).isEqualTo(ExternalErrorCategory.UNKNOWN);
  }

  @Test
  void onlyPassingTroubleIsWorthTheSameMessageSoon() {
    assertThat(ExternalErrorCategory.values())
        .filteredOn(ExternalErrorCategory::isTransient)
        .containsExactly(ExternalErrorCategory.TRANSIENT, ExternalErrorCategory.RECIPIENT_RATE);
  }
}
