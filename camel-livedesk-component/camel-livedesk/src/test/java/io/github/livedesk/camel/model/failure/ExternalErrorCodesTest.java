// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

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
        "429, Too Many Requests: retry after 5|429|TRANSIENT",
        "429 - Too Many Requests|429|TRANSIENT",
        "63018 - Rate limit exceeded for Channel|63018|TRANSIENT",
        "63018: Rate limit exceeded for Channel|63018|TRANSIENT",
        "20429 - Too many requests|20429|TRANSIENT",
        "30022 - US A2P 10DLC - Rate Limits Exceeded|30022|TRANSIENT",
        "14107 - SMS send rate limit exceeded|14107|RECIPIENT_RATE",
        "30023 - US A2P 10DLC - Daily Message Cap Reached|30023|LATER",
        "63038 - Account exceeded the daily messages limit|63038|LATER",
        "(#132018) There is an issue with the parameters|132018|TEMPLATE",
        "#132018: There is an issue with the parameters|132018|TEMPLATE",
        "#130429 - Rate limit hit|130429|TRANSIENT",
        "(#131056): Pair rate limit|131056|RECIPIENT_RATE",
        "63018 \u2013 Rate limit exceeded for Channel|63018|TRANSIENT",
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
        "#: no digits",
        "##132018: twice",
        "#bot 429: too many",
        "429-1: no code",
        "\u0664\u0662\u0669: other digits",
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
