// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

import io.github.livedesk.camel.benchmark.contender.Messages;
import io.github.livedesk.camel.benchmark.load.ChildJvm;
import io.github.livedesk.camel.benchmark.stub.Stub;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** The quickstart's text message, sent by camel-main; a program of its own. */
final class ColdStart {

  private ColdStart() {}

  /**
   * Prints a line when the message is stored.
   *
   * @param args base URL
   */
  public static void main(String[] args) throws Exception {
    var main = new Main();
    main.configure()
        .addRoutesBuilder(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:customer").to("livedesk:messages?conversationId=141");
              }
            });
    main.addInitialProperty("camel.component.livedesk.api-key", Messages.KEY);
    main.addInitialProperty("camel.component.livedesk.secret-key", Messages.SECRET);
    main.addInitialProperty("camel.component.livedesk.base-url", args[0]);
    main.start();
    try {
      main.getCamelTemplate().requestBody("direct:customer", Messages.TEXT);
      System.out.println("sent");
    } finally {
      main.stop();
    }
  }

  /** Seconds from the start of the JVM to the end of the first send, several times. */
  static List<Double> run(Plan plan, Stub stub) throws IOException {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < plan.coldStarts(); i++) {
      long begun = System.nanoTime();
      try (var jvm = ChildJvm.start(ColdStart.class, List.of(), List.of(stub.url()))) {
        jvm.readLine();
        seconds.add((System.nanoTime() - begun) / 1e9);
      }
    }
    return seconds;
  }
}
