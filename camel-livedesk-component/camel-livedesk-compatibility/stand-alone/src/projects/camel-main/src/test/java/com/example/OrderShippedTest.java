package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.util.List;
import java.util.Properties;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;

class OrderShippedTest {

  private final Main main = new Main();

  @Test
  void javaWithYourAccount() throws Exception {
    main.configure().addRoutesBuilder(new OrderShipped());
    sendWithYourAccount();
  }

  @Test
  void yamlWithYourAccount() throws Exception {
    main.configure().setRoutesIncludePattern("classpath:routes/order-shipped.yaml");
    sendWithYourAccount();
  }

  @Test
  void xmlWithoutAnAccount() throws Exception {
    main.configure().setRoutesIncludePattern("classpath:routes/order-shipped.xml");
    try (LiveDeskSimulator livedesk = LiveDeskSimulator.start()) {
      send("without-an-account.properties", livedesk);
    }
  }

  private void sendWithYourAccount() throws Exception {
    String apiKey = System.getenv("LIVEDESK_API_KEY");
    String secretKey = System.getenv("LIVEDESK_SECRET_KEY");
    try (LiveDeskSimulator livedesk = LiveDeskSimulator.start(0, apiKey, secretKey)) {
      send("with-your-account.properties", livedesk);
    }
  }

  /** The port is a free one; all else is as the properties say. */
  private void send(String properties, LiveDeskSimulator livedesk) throws Exception {
    main.setPropertyPlaceholderLocations("classpath:" + properties);
    var address = new Properties();
    address.setProperty("camel.component.livedesk.base-url", livedesk.url());
    main.setOverrideProperties(address);
    main.start();
    try {
      main.getCamelTemplate().sendBodyAndHeader("direct:order-shipped", null, "order", "456");
    } finally {
      main.stop();
    }
    assertEquals(
        List.of("Your order 456 was shipped"), livedesk.conversation(141).texts());
  }
}
