// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;

/** Camel's dev console {@code livedesk}: the numbers of each LiveDesk component of the context. */
@DevConsole(
    name = "livedesk",
    displayName = "LiveDesk",
    description = "Sends, failures, retries and connections of LiveDesk components")
public class LiveDeskDevConsole extends AbstractDevConsole {

  public LiveDeskDevConsole() {
    super(
        "camel",
        "livedesk",
        "LiveDesk",
        "Sends, failures, retries and connections of LiveDesk components");
  }

  @Override
  protected String doCallText(Map<String, Object> options) {
    return components().stream()
        .map(
            numbers ->
                numbers.entrySet().stream()
                    .map(number -> number.getKey() + ": " + number.getValue())
                    .collect(Collectors.joining("\n    ")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Override
  protected Map<String, Object> doCallJson(Map<String, Object> options) {
    return Map.of("components", components());
  }

  private List<Map<String, Object>> components() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (String name : getCamelContext().getComponentNames()) {
      if (getCamelContext().hasComponent(name) instanceof LiveDeskComponent component) {
        all.add(numbers(name, component));
      }
    }
    return all;
  }

  private static Map<String, Object> numbers(String name, LiveDeskComponent component) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("component", name);
    numbers.put("sent", component.getSent());
    numbers.put("failedNotSent", component.getFailedNotSent());
    numbers.put("failedRejected", component.getFailedRejected());
    numbers.put("failedUnknown", component.getFailedUnknown());
    numbers.put("failedAccepted", component.getFailedAccepted());
    numbers.put("attempts", component.getAttempts());
    numbers.put("retries", component.getRetries());
    numbers.put("inFlight", component.getInFlight());
    numbers.put("retryBudget", component.getRetryBudget());
    numbers.put("connectionsLeased", component.getConnectionsLeased());
    numbers.put("connectionsAvailable", component.getConnectionsAvailable());
    numbers.put("connectionsPending", component.getConnectionsPending());
    return numbers;
  }
}
