package io.github.livedesk.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

  private final RetryBudget budget = new RetryBudget();

  @Test
  void paysForTwentyRetries() {
    assertThat(IntStream.range(0, 20).allMatch(i -> budget.take())).isTrue();
    assertThat(budget.take()).isFalse();
    assertThat(budget.left()).isZero();
  }

  @Test
  void paysForOneMoreAfterFiveSuccesses() {
    while (budget.take()) {
      // until it is empty
    }
    IntStream.range(0, 4).forEach(i -> budget.succeededAtOnce());
    assertThat(budget.take()).isFalse();

    budget.succeededAtOnce();

    assertThat(budget.take()).isTrue();
  }

  @Test
  void isNeverMoreThanFull() {
    IntStream.range(0, 1000).forEach(i -> budget.succeededAtOnce());

    assertThat(budget.left()).isEqualTo(RetryBudget.CAPACITY);
  }

  @Test
  void isSharedByManyThreads() {
    long paid = IntStream.range(0, 10_000).parallel().filter(i -> budget.take()).count();

    assertThat(paid).isEqualTo(20);
  }
}
