// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.github.livedesk.camel.testing.ComponentLog;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

  private final RetryBudget budget = new RetryBudget();

  @Test
  void paysForTwentyRetries() {
    assertThat(IntStream.range(0, 20).allMatch(i -> budget.tryAcquire())).isTrue();
    assertThat(budget.tryAcquire()).isFalse();
    assertThat(budget.available()).isZero();
  }

  @Test
  void paysForOneMoreAfterFiveSuccesses() {
    while (budget.tryAcquire()) {
      // until it is empty
    }
    IntStream.range(0, 4).forEach(i -> budget.onFirstAttemptSuccess());
    assertThat(budget.tryAcquire()).isFalse();

    budget.onFirstAttemptSuccess();

    assertThat(budget.tryAcquire()).isTrue();
  }

  @Test
  void isNeverMoreThanFull() {
    IntStream.range(0, 1000).forEach(i -> budget.onFirstAttemptSuccess());

    assertThat(budget.available()).isEqualTo(RetryBudget.CAPACITY);
  }

  @Test
  void isSharedByManyThreads() {
    long paid = IntStream.range(0, 10_000).parallel().filter(i -> budget.tryAcquire()).count();

    assertThat(paid).isEqualTo(20);
  }

  private void empty() {
    while (budget.tryAcquire()) {
      // until it is empty
    }
  }

  private void succeed(int times) {
    IntStream.range(0, times).forEach(i -> budget.onFirstAttemptSuccess());
  }

  @Test
  void warnsOnceWhenItIsEmpty() {
    try (var log = new ComponentLog(Level.INFO)) {
      empty();
      IntStream.range(0, 100).forEach(i -> budget.tryAcquire());

      assertThat(log.lines()).singleElement().asString().startsWith("WARN: Too many sends");
    }
  }

  @Test
  void warnsOnceWhereManyThreadsFindItEmpty() {
    try (var log = new ComponentLog(Level.INFO)) {
      IntStream.range(0, 10_000).parallel().forEach(i -> budget.tryAcquire());

      assertThat(log.lines()).hasSize(1);
    }
  }

  @Test
  void doesNotWarnAgainAfterASuccessNowAndThen() {
    try (var log = new ComponentLog(Level.INFO)) {
      for (int i = 0; i < 10; i++) {
        empty();
        succeed(RetryBudget.RECOVERED - RetryBudget.RETRY_COST);
      }

      assertThat(log.lines()).hasSize(1);
    }
  }

  @Test
  void warnsAgainOnceItHasRecoveredAndSaysThatItHas() {
    try (var log = new ComponentLog(Level.INFO)) {
      empty();
      succeed(RetryBudget.CAPACITY);
      empty();

      assertThat(log.lines()).hasSize(3);
      assertThat(log.lines().get(1))
          .isEqualTo(
              "INFO: Sends to LiveDesk work again: the budget for retries has recovered to 50");
      assertThat(log.lines().get(2)).startsWith("WARN: Too many sends");
    }
  }

  @Test
  void saysNothingWhileItIsEnough() {
    try (var log = new ComponentLog(Level.INFO)) {
      IntStream.range(0, 20).forEach(i -> budget.tryAcquire());
      succeed(RetryBudget.CAPACITY);

      assertThat(log.lines()).isEmpty();
    }
  }
}
