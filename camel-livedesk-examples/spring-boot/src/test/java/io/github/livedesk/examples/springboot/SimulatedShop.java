// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.springboot;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.util.stream.Stream;

/** The shop with a simulated LiveDesk, for whoever wants to try it. */
final class SimulatedShop {

  private SimulatedShop() {}

  public static void main(String[] args) {
    var livedesk = LiveDeskSimulator.start();
    ShopApplication.main(Stream.concat(options(livedesk), Stream.of(args)).toArray(String[]::new));
    System.out.println("The conversations are shown at " + livedesk.url());
  }

  /** As on a command line. */
  static Stream<String> options(LiveDeskSimulator livedesk) {
    return Stream.of(
        "--camel.component.livedesk.base-url=" + livedesk.url(),
        "--camel.component.livedesk.api-key=" + livedesk.apiKey(),
        "--camel.component.livedesk.secret-key=" + livedesk.secretKey());
  }
}
