// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.dsl;

import static io.github.livedesk.camel.dsl.StaticEndpointBuilders.livedesk;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.client.RetryMode;
import io.github.livedesk.camel.dsl.LiveDeskEndpointBuilderFactory.AdvancedLiveDeskEndpointBuilder;
import io.github.livedesk.camel.dsl.LiveDeskEndpointBuilderFactory.LiveDeskBuilders;
import io.github.livedesk.camel.dsl.LiveDeskEndpointBuilderFactory.LiveDeskEndpointBuilder;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.camel.Endpoint;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Endpoints in Java, without a text to misspell. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class EndpointDslTest {

  private final LiveDeskSimulator livedesk;
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private ProducerTemplate template;

  EndpointDslTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
  }

  @BeforeEach
  void start() throws Exception {
    livedesk.configure(camel);
    camel.addRoutes(new OrderRoutes());
    camel.addRoutes(new FileRoutes());
    camel.start();
    template = camel.createProducerTemplate();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  private static final class FileRoutes extends EndpointRouteBuilder implements LiveDeskBuilders {

    @Override
    public void configure() {
      from(direct("attachment"))
          .setHeader(livedesk().fileName(), constant("offer.txt"))
          .to(
              livedesk("messages")
                  .op("attachment")
                  .conversationId("141")
                  .content("RAW(50% off, A&B)"));
    }
  }

  private static JsonNode options() throws Exception {
    try (InputStream in =
        LiveDeskComponent.class.getResourceAsStream(
            "/META-INF/io/github/livedesk/camel/livedesk.json")) {
      return new ObjectMapper().readTree(in).get("properties");
    }
  }

  @Test
  void sendsAText() {
    template.sendBody("direct:shipped", "Your order was shipped");

    assertThat(livedesk.conversation(141).texts()).containsExactly("Your order was shipped");
  }

  @Test
  void aNoteIsPrivateAndHasOneEndpointForAllConversations() {
    for (int id = 1; id <= 5; id++) {
      template.sendBodyAndHeader("direct:question", "Please call back", "conversation", id);
    }

    assertThat(livedesk.conversation(5).lastMessage().privateNote()).isTrue();
    assertThat(camel.getEndpoints())
        .extracting(Endpoint::getEndpointUri)
        .filteredOn(uri -> uri.contains("private"))
        .containsExactly("livedesk://messages?private=true");
  }

  @Test
  void valuesInRawAreLiteral() {
    template.sendBody("direct:attachment", "two parcels".getBytes(UTF_8));

    assertThat(livedesk.conversation(141).lastMessage().content()).isEqualTo("50% off, A&B");
    assertThat(livedesk.conversation(141).lastMessage().attachment("offer.txt").bytes())
        .isEqualTo("two parcels".getBytes(UTF_8));
  }

  @Test
  void anOptionThatIsAnEnumTakesItsValue() {
    EndpointProducerBuilder endpoint =
        livedesk("messages").conversationId("141").retryMode(RetryMode.none);

    assertThat(endpoint.getRawUri())
        .isEqualTo("livedesk://messages?conversationId=141&retryMode=none");
  }

  @Test
  void everyOptionOfTheCatalogueIsAMethod() throws Exception {
    Set<String> methods = new TreeSet<>();
    Stream.of(LiveDeskEndpointBuilder.class, AdvancedLiveDeskEndpointBuilder.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .map(Method::getName)
        .forEach(methods::add);
    Set<String> expected = new TreeSet<>();
    options()
        .properties()
        .forEach(
            option ->
                expected.add(option.getKey().equals("private") ? "privateNote" : option.getKey()));
    expected.remove("resource");

    assertThat(expected).hasSizeGreaterThan(25).contains("secretKey", "privateNote");
    assertThat(methods).containsAll(expected);
  }
}
