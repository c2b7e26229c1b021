// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.quickstart;

import static java.util.stream.Collectors.joining;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/**
 * Sends a text message, a picture, two templates and a note for the agents, and prints the
 * conversation. To a simulated LiveDesk, where the second template fails at first, or to the real
 * one where the environment has an account. With {@code -Dquickstart.routes=yaml} the routes are
 * those of the YAML file; with {@code --stay} the simulator's inbox stays open.
 */
public final class Quickstart {

  private Quickstart() {}

  public static void main(String[] args) throws Exception {
    boolean stay = stays(args);
    var real = LiveDeskAccount.real(System.getenv());
    boolean yaml = "yaml".equals(System.getProperty("quickstart.routes"));
    System.out.println("Starting Camel" + (real.isPresent() ? "" : " and a simulated LiveDesk"));
    if (real.isPresent()) {
      run(real.get(), yaml, System.out);
    } else {
      try (var simulator = LiveDeskSimulator.start()) {
        run(LiveDeskAccount.simulated(simulator), yaml, System.out);
        String hint = stay ? "Ctrl+C ends it" : "closed now; with --stay it stays open";
        System.out.println("Inbox: " + simulator.url() + " (" + hint + ")");
        if (stay) {
          Thread.currentThread().join();
        }
      }
    }
  }

  private static boolean stays(String... args) {
    for (String arg : args) {
      if (!arg.equals("--stay")) {
        throw new IllegalArgumentException("Takes --stay or nothing, found " + arg);
      }
    }
    return args.length > 0;
  }

  static void run(LiveDeskAccount account, boolean yaml, PrintStream out) throws Exception {
    var main = new Main();
    if (yaml) {
      main.configure().withRoutesIncludePattern("classpath:routes/quickstart.camel.yaml");
    } else {
      main.configure().addRoutesBuilder(new QuickstartRoute());
    }
    main.addInitialProperty("quickstart.conversation", account.conversationId());
    account.options().forEach((name, value) -> main.addInitialProperty("" + name, "" + value));
    main.start();
    try {
      ProducerTemplate template = main.getCamelTemplate();
      out.println("Conversation " + account.conversationId() + " of " + account.title());
      show(out, send(template, "direct:customer", "Your parcel left our warehouse this morning."));
      show(out, sendPicture(template, "parcel.png"));
      show(out, send(template, "direct:template", List.of("John", "on its way")));
      account.trouble().run();
      show(out, send(template, "direct:template", List.of("John", "at your door")));
      show(out, send(template, "direct:agents", "The customer asked twice: please call back."));
    } finally {
      main.stop();
    }
  }

  private static Exchange send(ProducerTemplate template, String route, Object body) {
    return template.request(route, exchange -> exchange.getMessage().setBody(body));
  }

  private static Exchange sendPicture(ProducerTemplate template, String name) {
    InputStream picture = Quickstart.class.getResourceAsStream("/pictures/" + name);
    return template.request(
        "direct:picture",
        exchange -> {
          exchange.getMessage().setBody(picture);
          exchange.getMessage().setHeader(Exchange.FILE_NAME, name);
        });
  }

  private static void show(PrintStream out, Exchange exchange) throws Exception {
    if (exchange.getException() != null) {
      throw exchange.getException();
    }
    LiveDeskMessage message = exchange.getMessage().getBody(LiveDeskMessage.class);
    int requests = exchange.getMessage().getHeader(LiveDeskConstants.ATTEMPTS, Integer.class);
    out.printf(
        "  #%d  %-9s  %-12s  %s%s%s%n",
        message.id(),
        message.status(),
        message.isPrivate() ? "agents only" : "to customer",
        message.content(),
        message.attachments().stream()
            .map(file -> " [%s, %d bytes]".formatted(file.fileType(), file.fileSize()))
            .collect(joining()),
        requests == 1 ? "" : " [at attempt " + requests + "]");
  }
}
