// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.testing.ComponentLog;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Camel below 4.22 replaces property placeholders in evaluated text before the component sees it. A
 * route in which that can happen says so at its start.
 */
class DynamicRouteWarningTest extends DynamicTestSupport {

  private static final String URI = "livedesk:messages?conversationId=141&content=${header.ct}";

  private final ComponentLog log = new ComponentLog(Level.WARN);

  DynamicRouteWarningTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @AfterEach
  void closeLog() {
    log.close();
  }

  private static String warning(String route, String component) {
    return "WARN: Route "
        + route
        + " puts an expression into an option of "
        + component
        + ", and Camel replaces property placeholders in what that evaluates to: a text"
        + " from outside may be given a secret. Set a header such as CamelLiveDeskContent, or the"
        + " body, instead of the option";
  }

  private List<String> started(Consumer<RouteDefinition> steps) throws Exception {
    RouteBuilder.addRoutes(
        context(), builder -> steps.accept(builder.from("direct:tried").routeId("tried")));
    return log.lines();
  }

  private void warns(Consumer<RouteDefinition> steps) throws Exception {
    assertThat(started(steps)).containsExactly(warning("tried", "livedesk"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        URI,
        "livedesk:messages?conversationId=${header.id}",
        "livedesk://messages?content=RAW(${header.ct})",
        "livedesk:messages?op=$simple{header.op}",
        "livedesk:messages?content=a,${random(9)},b",
        "{{target}}:messages?content={{expression}}",
        " livedesk:messages\n  ?content=${body}\n",
      })
  void aRouteWithToDSaysItOnce(String uri) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("target", "livedesk");
    properties.setProperty("expression", "${header.ct}");
    context().getPropertiesComponent().setOverrideProperties(properties);

    warns(route -> route.toD(uri).toD(uri));
  }

  @Test
  void soDoOtherStepsThatEvaluateAUri() throws Exception {
    warns(route -> route.wireTap(URI));
    forget();
    warns(route -> route.enrich().simple(URI));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "direct:a,", "direct:a , "})
  void soDoStepsWhoseExpressionMakesWholeUris(String before) throws Exception {
    warns(route -> route.recipientList().simple(before + URI));
    forget();
    warns(route -> route.routingSlip().simple(before + URI));
    forget();
    warns(route -> route.dynamicRouter().simple(before + URI));
  }

  private void forget() throws Exception {
    context().getRouteController().stopRoute("tried");
    context().removeRoute("tried");
    log.clear();
  }

  @Test
  void deepInARouteToo() throws Exception {
    warns(
        route ->
            route
                .split()
                .body()
                .choice()
                .when()
                .simple("${body} == null")
                .to("mock:a")
                .otherwise()
                .doTry()
                .to("mock:b")
                .doCatch(Exception.class)
                .toD(URI));
  }

  @Test
  void inAnErrorHandlerToo() throws Exception {
    RouteBuilder.addRoutes(
        context(),
        builder -> {
          builder.onException(IllegalStateException.class).toD(URI);
          builder.from("direct:one").routeId("one").to("mock:a");
          builder.from("direct:two").routeId("two").to("mock:b");
        });

    assertThat(log.lines()).containsExactly(warning("one", "livedesk"), warning("two", "livedesk"));
  }

  @Test
  void eachStartOfARouteSaysIt() throws Exception {
    warns(route -> route.toD(URI));
    context().getRouteController().stopRoute("tried");
    context().getRouteController().startRoute("tried");

    assertThat(log.lines()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"livedesk2", "livedesk-bean"})
  void aSecondComponentIsNamed(String name) throws Exception {
    if (name.equals("livedesk2")) {
      context().addComponent(name, new LiveDeskComponent());
    } else {
      context().getRegistry().bind(name, new LiveDeskComponent());
    }

    assertThat(started(route -> route.toD(name + ":messages?content=${header.ct}")))
        .containsExactly(warning("tried", name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TO_141,
        "livedesk:messages",
        "${header.target}",
        "mock:a?retainFirst=${header.n}",
        "log:livedesk:messages?marker=${header.n}",
      })
  void aRouteWithoutAnExpressionInAnOptionOfOursSaysNothing(String uri) throws Exception {
    assertThat(started(route -> route.toD(uri))).isEmpty();
  }

  @Test
  void norDoesOneThatSetsAHeader() throws Exception {
    assertThat(
            started(
                route ->
                    route.setHeader(LiveDeskConstants.CONTENT).simple("${header.ct}").to(TO_141)))
        .isEmpty();
  }

  @Test
  void nothingIsSentOrCounted() throws Exception {
    warns(route -> route.toD(URI));

    assertThat(livedesk.requests()).isEmpty();
    assertThat(livedeskEndpoints()).isEmpty();
    var component = context().getComponent("livedesk", LiveDeskComponent.class);
    assertThat(component.getFailedNotSent()).isZero();
  }

  @Test
  void atTheStartOfAContextAndWithAComponentThatIsMadeLater() throws Exception {
    try (var other = new DefaultCamelContext()) {
      RouteBuilder.addRoutes(
          other,
          builder -> {
            builder.from("direct:first").routeId("first").toD(URI);
            builder
                .from("direct:later")
                .routeId("later")
                .recipientList()
                .simple("livedesk-later:messages?content=${header.ct}");
          });
      other.start();
      assertThat(log.lines()).containsExactly(warning("first", "livedesk"));

      other.addComponent("livedesk-later", new LiveDeskComponent());
      try (var template = other.createProducerTemplate()) {
        template.request("direct:later", exchange -> exchange.getMessage().setBody("hello"));
        template.request("direct:later", exchange -> exchange.getMessage().setBody("hello"));
      }
      assertThat(log.lines())
          .containsExactly(warning("first", "livedesk"), warning("later", "livedesk-later"));

      other.getRouteController().stopRoute("first");
      other.getRouteController().startRoute("first");
      assertThat(log.lines()).hasSize(3).endsWith(warning("first", "livedesk"));
    }
  }

  @Test
  void noValueIsLogged() throws Exception {
    warns(route -> route.toD(URI));
    send("direct:tried", "hello", Map.of("ct", "canary {{env:HOME}}"));

    assertThat(log.lines()).hasSize(1);
  }
}
