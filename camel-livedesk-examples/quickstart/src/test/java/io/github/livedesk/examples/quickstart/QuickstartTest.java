// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.livedesk.camel.model.failure.LiveDeskAuthenticationException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.github.livedesk.camel.simulator.RecordedRequest;
import io.github.livedesk.camel.simulator.StoredAttachment;
import io.github.livedesk.camel.simulator.StoredMessage;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example, with its Java routes (yaml = false) and with its YAML routes. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class QuickstartTest {

  private static final String TO_CUSTOMER = "Your parcel left our warehouse this morning.";
  private static final String NEWS = "Your order has news.";
  private static final String TO_AGENTS = "The customer asked twice: please call back.";

  private final LiveDeskSimulator livedesk;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  QuickstartTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
  }

  @ParameterizedTest(name = "yaml = {0}")
  @ValueSource(booleans = {false, true})
  void printsTheConversation(boolean yaml) throws Exception {
    run(LiveDeskAccount.simulated(livedesk), yaml);

    assertThat(printed.toString(UTF_8).lines())
        .containsExactly(
            "Conversation 141 of a simulated LiveDesk at " + livedesk.url(),
            "  #1  sent       to customer   " + TO_CUSTOMER,
            "  #2  sent       to customer   Packed and sealed. [image, 1437 bytes]",
            "  #3  sent       to customer   " + NEWS,
            "  #4  sent       to customer   " + NEWS + " [at attempt 2]",
            "  #5  sent       agents only   " + TO_AGENTS);
  }

  @ParameterizedTest(name = "yaml = {0}")
  @ValueSource(booleans = {false, true})
  void sendsAMessageAPictureTwoTemplatesAndAPrivateNote(boolean yaml) throws Exception {
    run(LiveDeskAccount.simulated(livedesk), yaml);

    assertThat(livedesk.messages("141"))
        .extracting(StoredMessage::content, StoredMessage::privateNote)
        .containsExactly(
            tuple(TO_CUSTOMER, false),
            tuple("Packed and sealed.", false),
            tuple(NEWS, false),
            tuple(NEWS, false),
            tuple(TO_AGENTS, true));
    try (InputStream picture = Quickstart.class.getResourceAsStream("/pictures/parcel.png")) {
      assertThat(livedesk.messages("141").get(1).attachments())
          .singleElement()
          .satisfies(file -> assertThat(file.fileName()).isEqualTo("parcel.png"))
          .satisfies(file -> assertThat(file.fileType()).isEqualTo("image"))
          .extracting(StoredAttachment::bytes)
          .isEqualTo(picture.readAllBytes());
    }
  }

  @ParameterizedTest(name = "yaml = {0}")
  @ValueSource(booleans = {false, true})
  void writesToTheConversationOfTheAccountOnly(boolean yaml) throws Exception {
    var simulated = LiveDeskAccount.simulated(livedesk);

    run(new LiveDeskAccount("another conversation", "815", simulated.options(), () -> {}), yaml);

    assertThat(livedesk.conversationIds()).containsExactly("815");
    assertThat(printed.toString(UTF_8)).startsWith("Conversation 815 of another conversation");
  }

  @ParameterizedTest(name = "yaml = {0}")
  @ValueSource(booleans = {false, true})
  void fillsTheTemplateWithItsValues(boolean yaml) throws Exception {
    run(LiveDeskAccount.simulated(livedesk), yaml);

    assertThat(livedesk.messages("141").subList(2, 4))
        .extracting(message -> message.templateParams().get("processed_params"))
        .containsExactly(
            Map.of("1", "John", "2", "on its way"), Map.of("1", "John", "2", "at your door"));
  }

  @ParameterizedTest(name = "yaml = {0}")
  @ValueSource(booleans = {false, true})
  void sendsEachMessageOnceAndTheOneThatFailedByTheRetryCall(boolean yaml) throws Exception {
    run(LiveDeskAccount.simulated(livedesk), yaml);

    assertThat(livedesk.requests())
        .extracting(RecordedRequest::toString)
        .containsExactly(
            "POST /api/v2/accounts/conversations/141/messages",
            "POST /api/v2/accounts/conversations/141/messages",
            "POST /api/v2/accounts/conversations/141/messages",
            "POST /api/v2/accounts/conversations/141/messages",
            "POST /api/v2/accounts/conversations/141/messages/4/retry",
            "POST /api/v2/accounts/conversations/141/messages");
  }

  @ParameterizedTest(name = "yaml = {0}")
  @ValueSource(booleans = {false, true})
  void failsWhereTheCredentialsAreWrong(boolean yaml) {
    assertThatThrownBy(() -> run(strangersAccount(), yaml))
        .isInstanceOf(LiveDeskAuthenticationException.class);

    assertThat(livedesk.conversationIds()).isEmpty();
  }

  @ParameterizedTest(name = "yaml = {0}")
  @ValueSource(booleans = {false, true})
  void leavesNoThreadsBehind(boolean yaml) throws Exception {
    Set<Thread> before = threads();

    run(LiveDeskAccount.simulated(livedesk), yaml);

    assertEnded(before);
  }

  @ParameterizedTest(name = "yaml = {0}")
  @ValueSource(booleans = {false, true})
  void leavesNoThreadsBehindWhenItFails(boolean yaml) throws Exception {
    Set<Thread> before = threads();

    assertThatThrownBy(() -> run(strangersAccount(), yaml)).isInstanceOf(Exception.class);

    assertEnded(before);
  }

  @ParameterizedTest(name = "yaml = {0}")
  @ValueSource(booleans = {false, true})
  void readsTheYamlRoutesOnlyWhereItIsToldTo(boolean yaml) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    var listening = new Listening(usual);
    thread.setContextClassLoader(listening);
    try {
      run(LiveDeskAccount.simulated(livedesk), yaml);
    } finally {
      thread.setContextClassLoader(usual);
    }

    assertThat(listening.names.contains("routes/quickstart.camel.yaml")).isEqualTo(yaml);
  }

  private void run(LiveDeskAccount account, boolean yaml) throws Exception {
    try (var out = new PrintStream(printed, true, UTF_8)) {
      Quickstart.run(account, yaml, out);
    }
  }

  private LiveDeskAccount strangersAccount() {
    var simulated = LiveDeskAccount.simulated(livedesk);
    var options = new Properties();
    options.putAll(simulated.options());
    options.setProperty("camel.component.livedesk.secret-key", "wrong");
    return new LiveDeskAccount("a stranger's", simulated.conversationId(), options, () -> {});
  }

  /** Camel's and the component's; the simulator and the JVM have others, which may stay. */
  private static Set<Thread> threads() {
    var threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(
        thread -> !thread.getName().contains("Camel") && !thread.getName().contains("LiveDesk"));
    return threads;
  }

  private static void assertEnded(Set<Thread> before) throws InterruptedException {
    Set<Thread> left = threads();
    left.removeAll(before);
    for (Thread thread : left) {
      thread.join(Duration.ofMinutes(1).toMillis());
      assertThat(thread.isAlive()).as(thread.getName() + " lives").isFalse();
    }
  }

  /** Passes all on, and remembers which resources it was asked for. */
  private static final class Listening extends ClassLoader {

    private final Set<String> names = ConcurrentHashMap.newKeySet();

    Listening(ClassLoader parent) {
      super(parent);
    }

    @Override
    public URL getResource(String name) {
      names.add(name);
      return super.getResource(name);
    }
  }
}
