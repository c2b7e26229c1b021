// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.quickstart;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Where the messages go.
 *
 * @param title said to whoever runs the example
 * @param conversationId the conversation
 * @param options of the component
 * @param trouble lets the next message fail once, where that can be arranged
 */
record LiveDeskAccount(String title, String conversationId, Properties options, Runnable trouble) {

  private static final String KEY = "LIVEDESK_API_KEY";
  private static final String SECRET = "LIVEDESK_SECRET_KEY";
  private static final String CONVERSATION_OF_SIMULATOR = "141";
  private static final String CONVERSATION = "LIVEDESK_CONVERSATION_ID";

  static LiveDeskAccount simulated(LiveDeskSimulator simulator) {
    return new LiveDeskAccount(
        "a simulated LiveDesk at " + simulator.url(),
        CONVERSATION_OF_SIMULATOR,
        simulator.properties(),
        () ->
            simulator
                .conversation(CONVERSATION_OF_SIMULATOR)
                .failNext(1, "130429: Rate limit hit"));
  }

  /**
   * The real LiveDesk, where the environment has an account. A blank value is none.
   *
   * @throws IllegalArgumentException when the environment has only a part of one
   */
  static Optional<LiveDeskAccount> real(Map<String, String> environment) {
    long set =
        Stream.of(KEY, SECRET, CONVERSATION)
            .filter(name -> !environment.getOrDefault(name, "").isBlank())
            .count();
    if (set == 0) {
      return Optional.empty();
    }
    if (set < 3) {
      throw new IllegalArgumentException(
          "For the real LiveDesk set all of " + KEY + ", " + SECRET + " and " + CONVERSATION);
    }
    return Optional.of(
        new LiveDeskAccount(
            "the real LiveDesk",
            environment.get(CONVERSATION),
            options(environment.get(KEY), environment.get(SECRET)),
            () -> {}));
  }

  /** Never the options: the secret is one of them. */
  @Override
  public String toString() {
    return title;
  }

  private static Properties options(String apiKey, String secretKey) {
    var options = new Properties();
    options.setProperty("camel.component.livedesk.api-key", apiKey);
    options.setProperty("camel.component.livedesk.secret-key", secretKey);
    return options;
  }
}
