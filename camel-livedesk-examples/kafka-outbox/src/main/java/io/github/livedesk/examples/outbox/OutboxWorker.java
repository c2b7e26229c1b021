// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.outbox;

import org.apache.camel.main.Main;

/** One process of the outbox; start as many as it takes. Options are application.properties. */
public final class OutboxWorker {

  private OutboxWorker() {}

  public static void main(String[] args) throws Exception {
    var main = new Main();
    main.configure().addRoutesBuilder(new OutboxRoutes());
    main.run(args);
  }
}
