// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A misspelt option of a URI is an error that names the right one, and never shows its value. */
class UnknownOptionTest {

  private static final String GOOD = "livedesk:messages?apiKey=k&secretKey=s";

  @ParameterizedTest
  @CsvSource({
    "operation, op",
    "Operation, op",
    "opp, op",
    "converstaionId, conversationId",
    "conversation, conversationId",
    "templatname, templateName",
    "template_nam, templateName",
    "apikeys, apiKey",
    "apiScret, secretKey",
    "secret, secretKey",
    "baseUri, baseUrl",
    "maxAttemps, maxAttempts",
    "timeout, totalTimeout",
    "inReplayTo, inReplyTo",
    "proxyPasword, proxyPassword",
    "retrymodus, retryMode"
  })
  void theNearestIsNamed(String wrong, String right) throws Exception {
    try (var context = new DefaultCamelContext()) {
      context.start();

      assertThatThrownBy(() -> context.getEndpoint(GOOD + "&" + wrong + "=canary"))
          .hasMessageContaining("There is no option '" + wrong + "'. The nearest is " + right + ".")
          .hasMessageContaining("The reference of the component has all options")
          .rootCause()
          .isInstanceOfSatisfying(
              InvalidOptionException.class, e -> assertThat(e.getOption()).isEqualTo(wrong))
          .hasMessageNotContaining("canary");
    }
  }

  @Test
  void whereNoneIsNearNoneIsNamed() throws Exception {
    try (var context = new DefaultCamelContext()) {
      context.start();

      assertThatThrownBy(() -> context.getEndpoint(GOOD + "&colour=canary"))
          .rootCause()
          .hasMessage(
              "There is no option 'colour'. The reference of the component has all options");
    }
  }

  @Test
  void allAreNamed() throws Exception {
    try (var context = new DefaultCamelContext()) {
      context.start();

      assertThatThrownBy(
              () -> context.getEndpoint(GOOD + "&operation=text&maxConnections=5&colour=red"))
          .rootCause()
          .hasMessage(
              "There is no option 'colour'. maxConnections is an option of the component, not of an"
                  + " endpoint. Set camel.component.livedesk.max-connections. There is no option"
                  + " 'operation'. The nearest is op. The reference of the component has all"
                  + " options");
    }
  }

  @Test
  void ofMoreThanTenTheNumberIsTold() {
    String name = "x".repeat(1_000);
    List<String> names = IntStream.range(10, 1010).mapToObj(i -> i + name).toList();
    InvalidOptionException wrong = UnknownOptions.of(names);

    assertThat(wrong)
        .hasMessageStartingWith("There is no option '1000xxx")
        .hasMessageEndingWith(
            "…'. 990 more unknown options. The reference of the component has all options");
    assertThat(wrong.getMessage()).hasSizeLessThan(1000);
    assertThat(wrong.getOption()).hasSize(1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conversationID=1",
        "CONVERSATIONID=1",
        "conversation-id=1",
        "templatename=a",
        "template-name=a",
        "MaxAttempts=2"
      })
  void caseAndDashesDoNotMatter(String option) throws Exception {
    try (var context = new DefaultCamelContext()) {
      context.start();

      assertThat(context.getEndpoint(GOOD + "&" + option)).isInstanceOf(LiveDeskEndpoint.class);
    }
  }
}
