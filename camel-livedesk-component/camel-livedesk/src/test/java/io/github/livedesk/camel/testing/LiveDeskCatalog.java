// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.LiveDeskComponent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.catalog.ConfigurationPropertiesValidationResult;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;

/** Camel's catalogue with the component's entry in it, as editors and the Camel CLI load it. */
public final class LiveDeskCatalog {

  private static final String ENTRY = "/META-INF/io/github/livedesk/camel/livedesk.json";

  private final DefaultCamelCatalog catalog = new DefaultCamelCatalog(true);

  public LiveDeskCatalog() {
    catalog.addComponent("livedesk", LiveDeskComponent.class.getName(), entry());
  }

  public ComponentModel component() {
    return catalog.componentModel("livedesk");
  }

  /** What is wrong with the URI of a producer; empty where nothing is. */
  public Optional<String> faultOf(String uri) {
    EndpointValidationResult result = catalog.validateEndpointProperties(uri, false, false, true);
    if (!result.isSuccess()) {
      // The summary says nothing of times.
      return Optional.of(result.summaryErrorMessage(false) + notNull(result.getInvalidDuration()));
    }
    // The catalogue's check takes options of the component for those of an endpoint.
    Set<String> elsewhere = new TreeSet<>(optionsOf(uri));
    elsewhere.removeAll(
        component().getEndpointParameterOptions().stream()
            .map(BaseOptionModel::getName)
            .collect(Collectors.toSet()));
    return elsewhere.isEmpty()
        ? Optional.empty()
        : Optional.of("not options of the endpoint: " + elsewhere);
  }

  /** What is wrong with a line of a properties file; empty where nothing is. */
  public Optional<String> faultOfProperty(String line) {
    ConfigurationPropertiesValidationResult result = catalog.validateConfigurationProperty(line);
    return result.isSuccess()
        ? Optional.empty()
        : Optional.of(result.summaryErrorMessage(false).strip());
  }

  private Set<String> optionsOf(String uri) {
    try {
      Set<String> names = new TreeSet<>(catalog.endpointProperties(uri).keySet());
      names.remove("resource");
      return names;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String notNull(Map<String, String> faults) {
    return faults == null ? "" : faults.toString();
  }

  private static String entry() {
    try (InputStream in = LiveDeskCatalog.class.getResourceAsStream(ENTRY)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
