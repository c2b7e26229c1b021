// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.testing;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** A Camel context whose LiveDesk is a simulator, empty before each test. */
@ExtendWith(LiveDeskSimulatorExtension.class)
public abstract class SimulatorTestSupport extends LiveDeskTestSupport {

  protected final LiveDeskSimulator livedesk;

  public SimulatorTestSupport(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
  }

  @Override
  protected String baseUrl() {
    return livedesk.url();
  }
}
