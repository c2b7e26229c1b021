// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskEndpoint;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSendingEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSentEvent;
import org.apache.camel.spi.EndpointServiceRegistry.EndpointService;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Camel itself says of LiveDesk: among its services, and by its events. */
class ServicesAndEventsTest extends SimulatorTestSupport {

  private static final String WITH_CREDENTIALS =
      TO_141 + "&apiKey=" + API_KEY + "&secretKey=" + API_SECRET;

  private final Events events = new Events();

  ServicesAndEventsTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @Override
  public void configureTest(TestExecutionConfiguration configuration) {
    configuration.withJMX(true);
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    context.getManagementStrategy().addEventNotifier(events);
    return context;
  }

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:to").to(WITH_CREDENTIALS);
        from("direct:toD")
            .toD("livedesk:messages?conversationId=${header.conversation}&secretKey=" + API_SECRET);
      }
    };
  }

  private Map<String, Object> headers() {
    return Map.of("conversation", "141");
  }

  @Test
  void theEndpointIsOneOfCamelsServices() {
    sent("direct:to", "hello");

    List<EndpointService> services =
        context().getCamelContextExtension().getEndpointServiceRegistry().listAllEndpointServices();

    assertThat(services)
        .singleElement()
        .satisfies(
            service -> {
              assertThat(service.getComponent()).isEqualTo("livedesk");
              assertThat(service.getServiceUrl()).isEqualTo(livedesk.url());
              assertThat(service.getServiceProtocol()).isEqualTo("rest");
              assertThat(service.getDirection()).isEqualTo("out");
              assertThat(service.isHostedService()).isFalse();
              assertThat(service.getServiceMetadata()).isNull();
            });
  }

  @Test
  void theServiceShowsOverJmxWithoutCredentials() throws Exception {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    sent("direct:to", "hello");
    var endpoints =
        new ObjectName(
            "org.apache.camel:context="
                + context().getManagementName()
                + ",type=endpoints,name=\"livedesk*\"");

    assertThat(beans.queryNames(endpoints, null))
        .singleElement()
        .satisfies(
            name -> {
              assertThat(name.toString()).doesNotContain(API_KEY, API_SECRET);
              assertThat(beans.getAttribute(name, "ServiceLocationUrl")).isEqualTo(livedesk.url());
              assertThat(beans.getAttribute(name, "ServiceLocationProtocol")).isEqualTo("rest");
              assertThat(beans.getAttribute(name, "EndpointUri").toString())
                  .doesNotContain(API_KEY, API_SECRET);
            });
  }

  @Test
  void theServiceShowsInTheDevConsole() {
    context().getEndpointRegistry().clear();
    context().getEndpoint(TO_141);
    var consoles = context().getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
    consoles.loadDevConsoles();

    Object json = consoles.getConsole("service").orElseThrow().call(MediaType.JSON, Map.of());

    assertThat(json.toString())
        .contains("serviceUrl", livedesk.url(), "out")
        .doesNotContain(API_KEY, API_SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct:to", "direct:toD", WITH_CREDENTIALS})
  void everySendIsToldByEvents(String uri) {
    sent(uri, "hello", headers());

    assertThat(events.sending).hasSize(1);
    assertThat(events.sent)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getTimeTaken()).isBetween(0L, 60_000L);
              assertThat(event.getExchange().isFailed()).isFalse();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct:to", "direct:toD", WITH_CREDENTIALS})
  void theEventOfAFailedSendHasItsFailure(String uri) {
    livedesk.conversation("141").answer(400);

    send(uri, "hello", headers());

    assertThat(events.sent)
        .singleElement()
        .satisfies(event -> assertThat(event.getExchange().isFailed()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct:to", "direct:toD", WITH_CREDENTIALS})
  void eventsMaskCredentials(String uri) {
    sent(uri, "hello", headers());

    assertThat(events.texts())
        .hasSize(2)
        .allSatisfy(
            text ->
                assertThat(text)
                    .contains("livedesk://messages")
                    .doesNotContain(API_KEY, API_SECRET));
  }

  /** What is told of sends to LiveDesk. */
  private static final class Events extends EventNotifierSupport {

    final List<ExchangeSendingEvent> sending = new CopyOnWriteArrayList<>();
    final List<ExchangeSentEvent> sent = new CopyOnWriteArrayList<>();

    @Override
    public void notify(CamelEvent event) {
      if (event instanceof ExchangeSendingEvent it
          && it.getEndpoint() instanceof LiveDeskEndpoint) {
        sending.add(it);
      } else if (event instanceof ExchangeSentEvent it
          && it.getEndpoint() instanceof LiveDeskEndpoint) {
        sent.add(it);
      }
    }

    List<String> texts() {
      List<String> texts = new CopyOnWriteArrayList<>();
      sending.forEach(event -> texts.add(event.toString()));
      sent.forEach(event -> texts.add(event.toString()));
      return texts;
    }
  }
}
