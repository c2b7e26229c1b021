// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.model.DynamicRouterDefinition;
import org.apache.camel.model.EnrichDefinition;
import org.apache.camel.model.ExpressionNode;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RecipientListDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RoutingSlipDefinition;
import org.apache.camel.model.ToDynamicDefinition;
import org.apache.camel.support.EndpointHelper;

/** The steps of a route that put an expression into an option of an endpoint of ours. */
final class EvaluatingSteps {

  private final CamelContext context;
  private final LiveDeskComponent component;
  private final List<ProcessorDefinition<?>> steps;

  EvaluatingSteps(LiveDeskComponent component, RouteDefinition route) {
    this.context = component.getCamelContext();
    this.component = component;
    this.steps = route.getOutputs();
  }

  /** Whether there is a {@code toD}, {@code wireTap} or {@code enrich} among them. */
  boolean hasToD() {
    Stream<String> ofToD = all(ToDynamicDefinition.class).map(this::uri);
    Stream<String> ofEnrich = all(EnrichDefinition.class).map(EvaluatingSteps::expression);
    return Stream.concat(ofToD, ofEnrich).map(this::masked).anyMatch(this::isOurs);
  }

  /** Whether there is a step among them whose expression makes whole URIs. */
  boolean hasRecipients() {
    return Stream.of(
            RecipientListDefinition.class,
            RoutingSlipDefinition.class,
            DynamicRouterDefinition.class)
        .flatMap(this::all)
        .map(EvaluatingSteps::expression)
        .map(this::masked)
        .flatMap(uris -> Stream.of(uris.split(",")))
        .anyMatch(this::isOurs);
  }

  private <T> Stream<T> all(Class<T> type) {
    Collection<T> found = ProcessorDefinitionHelper.filterTypeInOutputs(steps, type);
    return found.stream();
  }

  private String uri(ToDynamicDefinition toD) {
    EndpointProducerBuilder builder = toD.getEndpointProducerBuilder();
    return builder == null ? toD.getUri() : builder.expr(context).toString();
  }

  /** Text in a language; Java code has none. */
  private static String expression(ExpressionNode step) {
    String text = step.getExpression() == null ? null : step.getExpression().getExpression();
    return text == null ? "" : text;
  }

  private String masked(String text) {
    return RouteText.of(EndpointHelper.resolveEndpointUriPropertyPlaceholders(context, text))
        .masked();
  }

  private boolean isOurs(String masked) {
    int colon = masked.indexOf(':');
    int query = masked.indexOf('?');
    return colon > 0
        && query > colon
        && RouteText.hasExpression(masked.substring(query))
        && context.hasComponent(masked.substring(0, colon).strip()) == component;
  }
}
