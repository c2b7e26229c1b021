// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the simulator does with every n-th request. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class EveryNthRequestTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private final LiveDeskSimulator livedesk;
  private final ApiClient client;

  EveryNthRequestTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.client = new ApiClient(livedesk);
  }

  private int status(String conversation) throws IOException, InterruptedException {
    return http.send(
            client
                .request(ApiClient.messagesOf(conversation))
                .POST(ApiClient.body("{\"content\":\"hello\"}"))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  /** Of requests to two conversations in turn. */
  private List<Integer> statuses(int requests) throws IOException, InterruptedException {
    var statuses = new ArrayList<Integer>();
    for (int i = 0; i < requests; i++) {
      statuses.add(status("14" + i % 2));
    }
    return statuses;
  }

  @Test
  void oneInThreeIsRefusedWhateverItsConversation() throws Exception {
    livedesk.every(3).answer(429, Duration.ofSeconds(7));

    assertThat(statuses(9)).containsExactly(200, 200, 429, 200, 200, 429, 200, 200, 429);
    assertThat(livedesk.messages("140")).hasSize(3);
    assertThat(livedesk.messages("141")).hasSize(3);
  }

  @Test
  void whatIsGivenFirstIsCarriedOutAndTheOtherDoesNotCountIt() throws Exception {
    livedesk.every(4).answer(503);
    livedesk.every(2).answer(500);

    assertThat(statuses(8)).containsExactly(200, 500, 200, 503, 500, 200, 500, 503);
  }

  @Test
  void anOrderForAConversationComesFirstAndIsNotCounted() throws Exception {
    livedesk.every(2).answer(500);
    livedesk.conversation(140).answer(404);

    assertThat(statuses(4)).containsExactly(404, 200, 500, 200);
  }

  @Test
  void messagesFailAndAnswersAreLost() throws Exception {
    livedesk.every(2).fail("131026: Undeliverable");
    livedesk.every(2).dropConnection(DropMoment.AFTER_STORING);

    assertThat(status("140")).isEqualTo(200);
    assertThat(status("140")).isEqualTo(200);
    assertThatThrownBy(() -> status("140")).isInstanceOf(IOException.class);
    assertThat(livedesk.messages("140").stream().map(StoredMessage::isFailed))
        .containsExactly(false, true, false);
  }

  @Test
  void aDelayGoesAlongWithTheOrderAfterIt() throws Exception {
    livedesk.every(1).delay(Duration.ofMillis(150));
    livedesk.every(1).answer(500);
    long began = System.nanoTime();

    assertThat(statuses(2)).containsExactly(500, 500);

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void resetEndsIt() throws Exception {
    livedesk.every(1).answer(500);
    livedesk.reset();

    assertThat(statuses(3)).isEqualTo(Collections.nCopies(3, 200));
  }

  @Test
  void badOrdersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> livedesk.every(0))
        .withMessage("every: 1 or more, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> livedesk.every(1).answer(200))
        .withMessage("status: 300 to 599, not 200");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> livedesk.every(1).delay(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> livedesk.every(1).fail(" "));
  }
}
