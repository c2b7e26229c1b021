// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import io.github.livedesk.camel.InvalidOptionException;
import java.util.Set;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which property to set, where an option of the component is missing or wrong. */
class InvalidOptionFailureAnalyzer extends AbstractFailureAnalyzer<InvalidOptionException> {

  private static final Set<String> CREDENTIALS = Set.of("apiKey", "secretKey");

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, InvalidOptionException cause) {
    return new FailureAnalysis(
        route(rootFailure) + " can't start. " + cause.getMessage(),
        action(cause.getOption()),
        cause);
  }

  /** The route that has the endpoint, where Camel knows it. */
  private static String route(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FailedToCreateRouteException route && route.getRouteId() != null) {
        return place(route.getRouteId(), route.getLocation());
      }
      if (cause instanceof FailedToStartRouteException route && route.getRouteId() != null) {
        return place(route.getRouteId(), route.getLocation());
      }
    }
    return "An endpoint of the component livedesk";
  }

  private static String place(String routeId, String location) {
    return "The endpoint livedesk in the route '"
        + routeId
        + "'"
        + (location == null ? "" : " (" + location + ")");
  }

  private static String action(String option) {
    if (CREDENTIALS.contains(option)) {
      return "Set "
          + OptionNames.property("apiKey")
          + " and "
          + OptionNames.property("secretKey")
          + ". Both come from LiveDesk's console, Project Settings, API Management.";
    }
    if (option.equals("apiSecret")) {
      return "Set "
          + OptionNames.property("secretKey")
          + " alone, and remove "
          + OptionNames.property("apiSecret")
          + ", or apiSecret from the endpoint's URI: it is the old name of the same option.";
    }
    String uri = "the option " + option + " of the endpoint's URI";
    return "Correct "
        + (OptionNames.has(option) ? OptionNames.property(option) + ", or " + uri : uri)
        + ".";
  }
}
