// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultPooledExchange;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.ResetableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LineageTest {

  private final CamelContext context = new DefaultCamelContext();

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void hasCopiesOfCopiesAndOfTheirOriginal() {
    var original = new DefaultExchange(context);
    Exchange copy = ExchangeHelper.createCorrelatedCopy(original, false);
    Exchange copyOfCopy = ExchangeHelper.createCorrelatedCopy(copy, false);
    Exchange sibling = original.copy();

    for (Exchange member : new Exchange[] {original, copy, copyOfCopy, sibling}) {
      assertThat(Lineage.of(copyOfCopy).has(member)).isTrue();
      assertThat(Lineage.of(member).has(copyOfCopy)).isTrue();
    }
  }

  @Test
  void hasNoOtherExchange() {
    var exchange = new DefaultExchange(context);

    assertThat(Lineage.of(exchange).has(new DefaultExchange(context))).isFalse();
    assertThat(Lineage.of(exchange).isOver()).isFalse();
  }

  @Test
  void hasACopyWithAClockOfItsOwn() {
    var original = new DefaultExchange(context);
    var copy = new DefaultExchange(context);
    copy.setProperty(Exchange.CORRELATION_ID, original.getExchangeId());

    assertThat(Lineage.of(original).has(copy)).isTrue();
    assertThat(Lineage.of(copy).has(original)).isTrue();
  }

  @Test
  void isOverWhereAPoolUsesItsClockAgain() {
    var pooled = new DefaultPooledExchange(context);
    Lineage lineage = Lineage.of(pooled);
    String id = pooled.getExchangeId();

    pooled.done();

    assertThat(lineage.isOver()).isTrue();
    assertThat(pooled.getExchangeId()).isNotEqualTo(id);
    assertThat(pooled.getClock()).isInstanceOf(ResetableClock.class);
    assertThat(lineage.has(pooled)).isFalse();
  }
}
