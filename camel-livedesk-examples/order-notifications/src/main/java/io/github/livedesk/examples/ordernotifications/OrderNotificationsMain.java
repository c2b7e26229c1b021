// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.ordernotifications;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.io.PrintStream;
import org.apache.camel.main.Main;

/** Sends the news of two orders to a simulated LiveDesk, and prints what arrived. */
public final class OrderNotificationsMain {

  private OrderNotificationsMain() {}

  public static void main(String[] args) throws Exception {
    try (var livedesk = LiveDeskSimulator.start()) {
      livedesk.conversation(142).failNext(1, "131026: Message undeliverable");
      run(
          livedesk,
          """
          {"id":"4711","conversation":141,"customer":"Ann","state":"on its way"}""",
          """
          {"id":"4712","conversation":142,"customer":"Bob","state":"at your door"}""");
      print(livedesk, System.out);
    }
  }

  static void run(LiveDeskSimulator livedesk, String... orders) throws Exception {
    var main = new Main();
    main.configure().addRoutesBuilder(new OrderNotifications());
    main.setOverrideProperties(livedesk.properties());
    main.start();
    try {
      for (String order : orders) {
        main.getCamelTemplate().sendBody("direct:orders", order);
      }
    } finally {
      main.stop();
    }
  }

  private static void print(LiveDeskSimulator livedesk, PrintStream out) {
    for (String conversation : livedesk.conversationIds()) {
      out.println("Conversation " + conversation);
      livedesk
          .messages(conversation)
          .forEach(
              message ->
                  out.printf(
                      "  %-6s  %-11s  %s%n",
                      message.status(),
                      message.privateNote() ? "agents only" : "to customer",
                      message.content()));
    }
  }
}
