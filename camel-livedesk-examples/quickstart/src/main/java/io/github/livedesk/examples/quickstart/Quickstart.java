package io.github.livedesk.examples.quickstart;

import static java.util.stream.Collectors.joining;

import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.io.InputStream;
import java.io.PrintStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/**
 * Sends a text message, a picture and a note for the agents, and prints the conversation. To a
 * simulated LiveDesk, or to the real one where the environment has an account. With {@code
 * -Dquickstart.routes=yaml} the routes are those of the YAML file.
 */
public final class Quickstart {

  private Quickstart() {}

  public static void main(String[] args) throws Exception {
    var real = LiveDeskAccount.real(System.getenv());
    boolean yaml = "yaml".equals(System.getProperty("quickstart.routes"));
    if (real.isPresent()) {
      run(real.get(), yaml, System.out);
    } else {
      try (var simulator = LiveDeskSimulator.start()) {
        run(LiveDeskAccount.simulated(simulator), yaml, System.out);
      }
    }
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
      show(out, send(template, "direct:agents", "The customer asked twice: please call back."));
    } finally {
      main.stop();
    }
  }

  private static LiveDeskMessage send(ProducerTemplate template, String route, String text) {
    return template.requestBody(route, text, LiveDeskMessage.class);
  }

  private static LiveDeskMessage sendPicture(ProducerTemplate template, String name) {
    InputStream picture = Quickstart.class.getResourceAsStream("/pictures/" + name);
    return template.requestBodyAndHeader(
        "direct:picture", picture, Exchange.FILE_NAME, name, LiveDeskMessage.class);
  }

  private static void show(PrintStream out, LiveDeskMessage message) {
    out.printf(
        "  #%d  %-9s  %-12s  %s%s%n",
        message.id(),
        message.status(),
        message.isPrivate() ? "agents only" : "to customer",
        message.content(),
        message.attachments().stream()
            .map(file -> " [%s, %d bytes]".formatted(file.fileType(), file.fileSize()))
            .collect(joining()));
  }
}
