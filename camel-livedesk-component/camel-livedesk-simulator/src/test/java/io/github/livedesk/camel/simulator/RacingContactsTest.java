// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.camel.simulator.ApiClient.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that make a contact and meet. */
@Timeout(300)
@ExtendWith(LiveDeskSimulatorExtension.class)
class RacingContactsTest {

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final LiveDeskSimulator livedesk;
  private final ApiClient client;

  RacingContactsTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.client = new ApiClient(livedesk);
  }

  @AfterEach
  void endCallers() {
    callers.shutdownNow();
  }

  private List<Integer> createAtOnce(int times, String members) throws Exception {
    Callable<Answer> create = () -> client.createContact(members);
    var statuses = new ArrayList<Integer>();
    for (Future<Answer> answer : callers.invokeAll(Collections.nCopies(times, create))) {
      statuses.add(answer.get().status());
    }
    return statuses;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"email\": \"ann@x.org\", \"phone_number\": \"+6581234567\"",
        "\"identifier\": \"crm-1\""
      })
  void ofOneEmailOrIdentifierTheSecondGets500(String members) throws Exception {
    livedesk.raceContacts(2);

    assertThat(createAtOnce(2, members)).containsExactlyInAnyOrder(200, 500);
    assertThat(livedesk.contacts()).hasSize(1);
    assertThat(createAtOnce(1, members)).containsExactly(422);
  }

  @Test
  void ofOnePhoneBothSucceed() throws Exception {
    livedesk.raceContacts(2);

    assertThat(createAtOnce(2, "\"phone_number\": \"+6581234567\"")).containsExactly(200, 200);
    assertThat(livedesk.contacts())
        .extracting(StoredContact::phoneNumber)
        .containsExactly("+6581234567", "+6581234567");
    assertThat(createAtOnce(1, "\"phone_number\": \"+6581234567\"")).containsExactly(422);
  }

  @Test
  void manyMeet() throws Exception {
    livedesk.raceContacts(20);

    assertThat(createAtOnce(20, "\"email\": \"ann@x.org\""))
        .containsOnlyOnce(200)
        .filteredOn(status -> status == 500)
        .hasSize(19);
  }

  @Test
  void unlessTheyMeetTheSecondIsRefused() throws Exception {
    List<Integer> refused = IntStream.range(0, 19).mapToObj(i -> 422).toList();
    var expected = new ArrayList<>(refused);
    expected.add(200);

    assertThat(createAtOnce(20, "\"phone_number\": \"+6581234567\""))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void whatIsRefusedByItselfMeetsNobody() throws Exception {
    livedesk.contact().email("ann@x.org").create();
    livedesk.next(DeskCall.CREATE_CONTACT).answer(409);
    livedesk.raceContacts(2);

    assertThat(client.createContact("\"email\": \"ann@x.org\"").status()).isEqualTo(422);
    assertThat(client.createContact("\"email\": \"bob@x.org\"").status()).isEqualTo(409);
    assertThat(createAtOnce(2, "\"email\": \"bob@x.org\"")).containsExactlyInAnyOrder(200, 500);
  }

  @Test
  void aResetLetsGoWhoWaits() throws Exception {
    livedesk.raceContacts(2);
    Future<Answer> first = callers.submit(() -> client.createContact("\"name\": \"Ann\""));
    while (livedesk.requests().isEmpty()) {
      Thread.onSpinWait();
    }

    livedesk.reset();

    assertThat(first.get().status()).isEqualTo(200);
  }

  @Test
  void oneMeetsNobody() {
    assertThatThrownBy(() -> livedesk.raceContacts(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("requests: 2 or more, not 1");
  }
}
