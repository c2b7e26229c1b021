// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.dynamic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConfiguration;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ProcessorDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for {@code toD} holds for other steps that evaluate a URI, and for other names. */
class DynamicStepsTest extends DynamicTestSupport {

  private static final byte[] FILE = "a file".getBytes(UTF_8);

  DynamicStepsTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  /** A step of a route, with the URI that it evaluates. */
  private interface Step {
    void add(ProcessorDefinition<?> route, RouteBuilder builder, String uri);
  }

  private enum Steps implements Step {
    TO_D {
      @Override
      public void add(ProcessorDefinition<?> route, RouteBuilder builder, String uri) {
        route.toD(uri);
      }
    },
    WIRE_TAP {
      @Override
      public void add(ProcessorDefinition<?> route, RouteBuilder builder, String uri) {
        route.wireTap(uri);
      }
    },
    ENRICH {
      @Override
      public void add(ProcessorDefinition<?> route, RouteBuilder builder, String uri) {
        route.enrich().simple(uri).aggregationStrategy((original, reply) -> original);
      }
    };
  }

  static Stream<Arguments> stepsAndNames() {
    return Stream.of(Steps.values())
        .flatMap(
            step ->
                Stream.of("livedesk", "livedesk2", "livedesk-bean")
                    .map(name -> Arguments.of(step, name)));
  }

  @BeforeEach
  void nameOthers() {
    context().addComponent("livedesk2", another());
    context().getRegistry().bind("livedesk-bean", another());
  }

  private LiveDeskComponent another() {
    var component = new LiveDeskComponent();
    LiveDeskConfiguration options = component.getConfiguration();
    options.setApiKey(API_KEY);
    options.setSecretKey(API_SECRET);
    options.setBaseUrl(baseUrl());
    return component;
  }

  /** The failures of the step, for a wire tap has an exchange of its own. */
  private BlockingQueue<Exception> sendThrough(Step step, String uri, Map<String, Object> headers)
      throws Exception {
    var failures = new LinkedBlockingQueue<Exception>();
    RouteBuilder.addRoutes(
        context(),
        builder -> {
          builder
              .onException(Exception.class)
              .handled(true)
              .process(
                  exchange ->
                      failures.add(
                          exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
          step.add(builder.from("direct:" + step), builder, uri);
        });
    assertThat(send("direct:" + step, FILE, headers).getException()).isNull();
    return failures;
  }

  private void refuses(Step step, String name, String id, String message) throws Exception {
    BlockingQueue<Exception> failures =
        sendThrough(
            step, name + ":messages?op=attachment&conversationId=${header.id}", Map.of("id", id));

    assertThat(failures.poll(20, TimeUnit.SECONDS))
        .isInstanceOf(LiveDeskRequestException.class)
        .hasMessageContaining(message);
    assertThat(livedesk.requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("stepsAndNames")
  void aValueIsLiteral(Step step, String name) throws Exception {
    sendThrough(
        step,
        name + ":messages?op=attachment&conversationId=${header.id}&content=${header.text}",
        Map.of("id", 141, "text", "a+b %41 {{env:HOME}} 50%"));

    await().untilAsserted(() -> assertThat(livedesk.messages("141")).hasSize(1));
    assertThat(livedesk.conversation(141).texts()).containsExactly("a+b %41 {{env:HOME}} 50%");
    assertThat(livedeskEndpoints())
        .extracting("endpointUri")
        .containsExactly(name + "://messages?op=attachment");
  }

  @ParameterizedTest
  @MethodSource("stepsAndNames")
  void aValueIsNoOption(Step step, String name) throws Exception {
    refuses(
        step, name, "141&private=true", "private: found an option in an evaluated value of toD");
  }

  @ParameterizedTest
  @MethodSource("stepsAndNames")
  void aLineBreakAtTheEndIsRefused(Step step, String name) throws Exception {
    refuses(step, name, "141\n", "conversationId: found a line break or a control character");
  }

  @ParameterizedTest
  @MethodSource("stepsAndNames")
  void anOptionThatIsLeftOutIsRefused(Step step, String name) throws Exception {
    refuses(step, name, "{{?x}}", "conversationId: found ");
  }
}
