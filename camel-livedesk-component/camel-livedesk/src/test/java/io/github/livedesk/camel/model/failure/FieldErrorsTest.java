// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong may be any number of things of any length; what is said of it is neither. */
class FieldErrorsTest {

  private static final SendContext CONTEXT = new SendContext("text", "141", 0);

  private static FieldErrors faults(int count, AtomicInteger asked) {
    var faults = new FieldErrors();
    for (int i = 0; i < count; i++) {
      String field = "f" + i;
      faults.add(
          () -> {
            asked.incrementAndGet();
            return new FieldError(field, "a", "b");
          });
    }
    return faults;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|f0: found a; it takes b",
        "2|f0: found a; it takes b; and f1: found a; it takes b",
        "10|; and f9: found a; it takes b",
        "11|; and f9: found a; it takes b; and 1 more fault",
        "1000000|; and f9: found a; it takes b; and 999,990 more faults",
      })
  void theFirstTenAreToldAndHowManyMore(int count, String end) {
    var failure = new LiveDeskRequestException(CONTEXT, faults(count, new AtomicInteger()));

    assertThat(failure)
        .hasMessageStartingWith("op=text to conversation 141: f0: found a; it takes b")
        .hasMessageEndingWith(end + " (outcome NOT_SENT)");
  }

  @Test
  void aHundredAreKeptAndNoneIsMadeForNothing() {
    var asked = new AtomicInteger();
    var failure = new LiveDeskRequestException(CONTEXT, faults(1_000_000, asked));

    assertThat(asked).hasValue(100);
    assertThat(failure.getFaults()).hasSize(100);
    assertThat(failure.getField()).isEqualTo("f0");
    assertThat(failure.getFaults().get(99).field()).isEqualTo("f99");
  }

  @Test
  void eachTextIsCut() {
    String text = "x".repeat(1_000_000);
    var fault = new FieldError(text, text, text);

    assertThat(fault.toString()).hasSize(3 * 1000 + ": found ; it takes ".length());
    assertThat(fault.field()).endsWith("x…");
    assertThat(new FieldError("f", "x".repeat(1000), "t").found()).isEqualTo("x".repeat(1000));
  }

  @Test
  void noCharacterIsCutInTwo() {
    String cut = Listing.cut("x".repeat(998) + "\uD83D\uDE00".repeat(10));

    assertThat(cut).isEqualTo("x".repeat(998) + "…");
    assertThat(Listing.cut("x".repeat(997) + "\uD83D\uDE00".repeat(10))).endsWith("\uDE00…");
  }

  @Test
  void otherListsEndInTheSameWay() {
    List<Integer> numbers = IntStream.range(0, 12).boxed().toList();

    assertThat(Listing.of(numbers, 12, String::valueOf, ", ", "files"))
        .isEqualTo("0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2 more files");
    assertThat(Listing.of(numbers.subList(0, 3), 3, String::valueOf, ", ", "files"))
        .isEqualTo("0, 1, 2");
    assertThat(Listing.of(List.of(), 0, String::valueOf, ", ", "files")).isEmpty();
  }
}
