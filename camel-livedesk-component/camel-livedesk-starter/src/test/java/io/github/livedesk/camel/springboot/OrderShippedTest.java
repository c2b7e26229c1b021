// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskTest;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the guide shows. */
@SpringBootTest
@LiveDeskTest
class OrderShippedTest {

  @Test
  void theCustomerIsTold(@Autowired ProducerTemplate camel, LiveDeskSimulator livedesk) {
    camel.sendBody("direct:order-shipped", "Your order was shipped");

    assertThat(livedesk.conversation(141).texts()).containsExactly("Your order was shipped");
  }
}
