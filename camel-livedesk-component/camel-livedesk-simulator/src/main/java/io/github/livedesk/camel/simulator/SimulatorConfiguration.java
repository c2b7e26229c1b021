// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;

/** Lets a Camel context of camel-main send to a simulator. */
final class SimulatorConfiguration implements CamelConfiguration {

  private final LiveDeskSimulator simulator;

  private SimulatorConfiguration(LiveDeskSimulator simulator) {
    this.simulator = simulator;
  }

  /** The constructor would not do: where there is no Camel, no class that calls it is loaded. */
  static CamelConfiguration of(LiveDeskSimulator simulator) {
    return new SimulatorConfiguration(simulator);
  }

  @Override
  public void configure(CamelContext context) {
    simulator.configure(context);
  }
}
