// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example as its README says to run it. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class CliExampleIT {

  private static final Path EXAMPLE = Path.of("").toAbsolutePath();

  @TempDir private Path folder;

  private final LiveDeskSimulator livedesk;

  CliExampleIT(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
  }

  @BeforeEach
  void copyTheExample() throws IOException {
    Files.createDirectory(folder.resolve("outbox"));
    for (String file :
        List.of("livedesk.camel.yaml", "application.properties", "outbox/delivery-note.txt")) {
      Files.copy(EXAMPLE.resolve(file), folder.resolve(file));
    }
  }

  @Test
  void sendsATextATemplateAndAFileAndEndsWhenItIsInterrupted() throws Exception {
    try (CliProcess cli = CliProcess.start(folder, command(), account())) {
      await()
          .atMost(Duration.ofMinutes(5))
          .until(() -> livedesk.messages("141").size() == 3 || !cli.isRunning());
      assertThat(cli.isRunning()).as(cli.output()).isTrue();
      cli.interrupt();
      cli.exitCode();
      assertThat(cli.output()).contains("is shutdown");
    }

    var conversation = livedesk.conversation(141);
    assertThat(conversation.texts())
        .containsExactlyInAnyOrder(
            "Your parcel left our warehouse this morning.", "Your order has news.", null);
    assertThat(conversation.messages())
        .filteredOn(message -> "Your order has news.".equals(message.content()))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.templateName()).isEqualTo("order_update");
              assertThat(message.templateParameters())
                  .isEqualTo(Map.of("1", "John", "2", "on its way"));
            });
    assertThat(conversation.attachments())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.fileName()).isEqualTo("delivery-note.txt");
              assertThat(file.text()).startsWith("Delivery note 4711");
            });
  }

  @Test
  void credentialsThatAreWrittenOutAreNotPrinted() throws Exception {
    edit("application.properties", "{{env:LIVEDESK_API_KEY}}", livedesk.apiKey());
    edit("application.properties", "{{env:LIVEDESK_SECRET_KEY}}", livedesk.secretKey());

    try (CliProcess cli = CliProcess.start(folder, command(), account())) {
      await()
          .atMost(Duration.ofMinutes(5))
          .until(() -> livedesk.messages("141").size() == 3 || !cli.isRunning());

      assertThat(cli.output())
          .contains("camel.component.livedesk.secretKey = xxxxxx")
          .doesNotContain(livedesk.apiKey(), livedesk.secretKey());
    }
  }

  @Test
  void withoutCredentialsItEndsAndNamesThem() throws Exception {
    edit(
        "application.properties",
        "camel.component.livedesk.secret-key={{env:LIVEDESK_SECRET_KEY}}",
        "");

    assertThatItEndsWith("secretKey is missing", "camel.component.livedesk.secret-key");
  }

  @Test
  void withoutTheEnvironmentItEndsAndNamesTheVariable() throws Exception {
    try (CliProcess cli = CliProcess.start(folder, command(), Map.of())) {
      assertThat(cli.exitCode()).isPositive();
      assertThat(cli.output()).contains("LIVEDESK_API_KEY");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "livedesk.camel.yaml, templateName:, tempalteName:, tempalteName",
    "livedesk.camel.yaml, op: attachment, op: fax, op: found 'fax'",
    "application.properties, component.livedesk.base-url, component.livedesk.base-ulr, baseUlr"
  })
  void aWrongOptionEndsItWithAnErrorThatNamesIt(
      String file, String right, String wrong, String named) throws Exception {
    edit(file, right, wrong);

    assertThatItEndsWith(named);
  }

  private void assertThatItEndsWith(String... named) throws Exception {
    try (CliProcess cli = CliProcess.start(folder, command(), account())) {
      assertThat(cli.exitCode()).as(cli.output()).isPositive();
      assertThat(cli.output()).contains(named).doesNotContain(livedesk.secretKey());
    }
    assertThat(livedesk.requests()).isEmpty();
  }

  /** The line of the README. */
  private static List<String> command() throws IOException {
    return Files.readAllLines(EXAMPLE.resolve("README.md"), UTF_8).stream()
        .filter(line -> line.startsWith("camel run "))
        .map(line -> List.of(line.split(" ")))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, String> account() {
    var account = new HashMap<String, String>();
    account.put("LIVEDESK_API_KEY", livedesk.apiKey());
    account.put("LIVEDESK_SECRET_KEY", livedesk.secretKey());
    account.put("LIVEDESK_URL", livedesk.url());
    account.put("LIVEDESK_CONVERSATION_ID", "141");
    return account;
  }

  private void edit(String file, String right, String wrong) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(right);
    Files.writeString(path, text.replace(right, wrong));
  }
}
