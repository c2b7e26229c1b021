// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A start that fails says which property to look at, and never shows a secret. */
@ExtendWith(OutputCaptureExtension.class)
class FailedStartTest {

  private static final String PREFIX = "camel.component.livedesk.";
  private static final String CANARY = "canary-secret";
  private static final String ELSEWHERE = PREFIX + "max-attemts";

  @AfterEach
  void clear() {
    System.clearProperty(ELSEWHERE);
  }

  private static void fails(String... args) {
    assertThatThrownBy(() -> SenderApplication.with(Tls.class).run(args).close()).isNotNull();
  }

  private static void failsWithCredentials(String... args) {
    var all = new ArrayList<>(List.of(args));
    all.add("--" + PREFIX + "api-key=key");
    all.add("--" + PREFIX + "secret-key=" + CANARY);
    fails(all.toArray(String[]::new));
  }

  @Test
  void missingApiKey(CapturedOutput output) {
    fails("--" + PREFIX + "secret-key=" + CANARY);

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("The endpoint livedesk in the route 'sender'")
        .contains("can't start. apiKey is missing. Set camel.component.livedesk.api-key,")
        .contains("Set camel.component.livedesk.api-key and camel.component.livedesk.secret-key.")
        .contains("LiveDesk's console, Project Settings, API Management")
        .doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--camel.component.livedesk.secret-key="})
  void missingSecretKey(String setting, CapturedOutput output) {
    fails("--" + PREFIX + "api-key=key", setting);

    assertThat(output)
        .contains("can't start. secretKey is missing. Set camel.component.livedesk.secret-key")
        .contains("Set camel.component.livedesk.api-key and camel.component.livedesk.secret-key.");
  }

  @Test
  void twoValuesByTheOldAndTheNewName(CapturedOutput output) {
    failsWithCredentials("--" + PREFIX + "api-secret=canary-secret-too");

    assertThat(output)
        .contains("can't start. secretKey and apiSecret have different values.")
        .contains("remove camel.component.livedesk.api-secret")
        .doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api-secert",
        "apiSecert",
        "apikeys",
        "api.secret",
        "proxy-password.canary",
        "customizer.enable"
      })
  void aNameThatIsNoOption(String name, CapturedOutput output) {
    failsWithCredentials("--" + PREFIX + name + "=" + CANARY);

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .containsPattern("(?i)no such option:\\s+camel.component.livedesk." + name + ", set in .*")
        .contains("\"" + PREFIX + name + "\" from property source \"commandLineArgs\"")
        .containsPattern("There are:\\s+camel.component.livedesk.allow-insecure-http\n")
        .contains(PREFIX + "secret-key\n")
        .contains(PREFIX + "total-timeout\n")
        .doesNotContain(CANARY);
  }

  @Test
  void theNearestNameIsNamed(CapturedOutput output) {
    failsWithCredentials(
        "--" + PREFIX + "max-attemts=5",
        "--" + PREFIX + "colour=red",
        "--" + PREFIX + "api-secert=x");

    assertThat(output)
        .containsPattern(PREFIX + "api-secert, set in .*; the nearest is secret-key\n")
        .containsPattern(PREFIX + "max-attemts, set in .*; the nearest is max-attempts\n")
        .containsPattern(PREFIX + "colour, set in .*\"\n");
  }

  @Test
  void aNameThatIsNoOptionInASystemProperty(CapturedOutput output) {
    System.setProperty(ELSEWHERE, "5");

    failsWithCredentials();

    assertThat(output).containsPattern("no such option:\\s+" + ELSEWHERE + ", set in .*system");
  }

  @Test
  void allNamesThatAreNoOptions(CapturedOutput output) {
    failsWithCredentials("--" + PREFIX + "one=1", "--" + PREFIX + "two=2");

    assertThat(output).contains(PREFIX + "one, set in").contains(PREFIX + "two, set in");
  }

  @ParameterizedTest
  @CsvSource({
    "connect-timeout, soon, java.time.Duration",
    "max-attempts, several, Integer",
    "max-attempts, 1m, Integer",
    "max-connections, 10MB, Integer",
    "proxy-port, 5s, Integer",
    "total-timeout, 5 minutes, java.time.Duration",
    "retry-mode, sometimes, RetryMode",
    "max-attachment-size, 10XB, 'maxAttachmentSize: found ''10XB''; it takes 0 or more bytes, such as'",
    "max-response-size, 1m, 'maxResponseSize: found ''1m''; it takes 1 or more bytes, such as'",
    "max-response-size, 2GiB, maxResponseSize: found",
    "max-attachment-size, {{size:ten}}, maxAttachmentSize: found",
    "allow-insecure-http, perhaps, Boolean",
    "ssl-context-parameters, tls, 'it takes the name of a bean, as #name'",
    "ssl-context-parameters, #ssl, there is no bean ssl of the type org.apache.camel.support.jsse.SSLContextParameters",
    "http-client-customizer, #sender, there is no bean sender of the type",
    "ssl-bundle, tls, There is no SSL bundle of this name under spring.ssl.bundle."
  })
  void aValueThatIsNone(String name, String value, String reason, CapturedOutput output) {
    failsWithCredentials("--" + PREFIX + name + "=" + value);

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains(PREFIX + name)
        .contains(value)
        .contains(reason)
        .doesNotContain(CANARY);
  }

  @ParameterizedTest
  @CsvSource({
    "max-attempts, 0, maxAttempts: found 0; it takes 1 or more",
    "connect-timeout, 0s, connectTimeout: found 0ms",
    "max-connections, 0, maxConnections: found 0; it takes 1 or more",
    "base-url, http://livedesk.example, baseUrl: found plain http to livedesk.example",
    "proxy-port, 3128, 'proxyHost: found nothing'"
  })
  void aValueThatTheComponentRefuses(
      String name, String value, String reason, CapturedOutput output) {
    failsWithCredentials("--" + PREFIX + name + "=" + value);

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("can't start. " + reason)
        .contains(
            "or the option " + reason.substring(0, reason.indexOf(":")) + " of the endpoint's URI.")
        .doesNotContain(CANARY);
  }

  @Test
  void anOptionOfTheUriAlone(CapturedOutput output) {
    failsWithCredentials("--sender.options=conversationId=a b");

    assertThat(output)
        .contains("can't start. conversationId: found")
        .contains("Correct the option conversationId of the endpoint's URI.");
  }

  @Test
  void aNameInTheUriThatIsNoOption(CapturedOutput output) {
    failsWithCredentials("--sender.options=converstaionId=141");

    assertThat(output)
        .contains("The endpoint livedesk in the route 'sender'")
        .contains("There is no option 'converstaionId'. The nearest is conversationId.")
        .doesNotContain(CANARY);
  }

  @Test
  void tlsThatIsSetTwice(CapturedOutput output) {
    failsWithCredentials(
        "--" + PREFIX + "ssl-bundle=a", "--" + PREFIX + "ssl-context-parameters=#tls");

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("mutually exclusive")
        .contains(PREFIX + "ssl-bundle")
        .contains(PREFIX + "ssl-context-parameters");
  }

  @Configuration(proxyBeanMethods = false)
  static class Tls {

    @Bean
    SSLContextParameters tls() {
      return new SSLContextParameters();
    }
  }
}
