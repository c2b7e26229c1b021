// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.client.settings.Credentials;
import io.github.livedesk.camel.client.settings.TransportSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;

/**
 * The health checks of a component's producers: one for all that reach LiveDesk in the same way,
 * from the start of the first to the stop of the last.
 */
final class ProducerHealthChecks {

  private final LiveDeskComponent component;

  /** Guarded by this. */
  private final Map<Way, Shared> checks = new HashMap<>();

  ProducerHealthChecks(LiveDeskComponent component) {
    this.component = component;
  }

  /**
   * A producer starts.
   *
   * @return what is to be run when it stops. Where Camel has no health checks, that does nothing
   */
  synchronized Runnable join(ClientSettings settings) {
    Way way = Way.of(settings);
    Shared shared = checks.get(way);
    if (shared == null) {
      var repository =
          HealthCheckHelper.getHealthCheckRepository(
              component.getCamelContext(), "producers", WritableHealthCheckRepository.class);
      if (repository == null) {
        return () -> {};
      }
      shared = new Shared(repository, check(settings));
      repository.addHealthCheck(shared.check);
      checks.put(way, shared);
    }
    shared.producers++;
    return () -> leave(way);
  }

  private synchronized void leave(Way way) {
    Shared shared = checks.get(way);
    shared.producers--;
    if (shared.producers == 0) {
      checks.remove(way);
      shared.repository.removeHealthCheck(shared.check);
    }
  }

  private LiveDeskHealthCheck check(ClientSettings settings) {
    URI baseUrl = settings.baseUrl();
    var check = new LiveDeskHealthCheck(freeId(baseUrl), baseUrl, () -> component.client(settings));
    check.setEnabled(component.isHealthCheckProducerEnabled());
    return check;
  }

  /** The component's name and the host; with a number where another account has that already. */
  private String freeId(URI baseUrl) {
    String port = baseUrl.getPort() < 0 ? "" : ":" + baseUrl.getPort();
    String id = "producer:" + component.name() + "-" + baseUrl.getHost() + port;
    Set<String> taken =
        checks.values().stream().map(shared -> shared.check.getId()).collect(Collectors.toSet());
    String free = id;
    for (int i = 2; taken.contains(free); i++) {
      free = id + "-" + i;
    }
    return free;
  }

  /** What a check looks at. */
  private record Way(URI baseUrl, Credentials credentials, TransportSettings transport) {

    static Way of(ClientSettings settings) {
      return new Way(settings.baseUrl(), settings.credentials(), settings.transport());
    }
  }

  /** A check, and how many producers it is for. */
  private static final class Shared {

    final WritableHealthCheckRepository repository;
    final LiveDeskHealthCheck check;
    int producers;

    Shared(WritableHealthCheckRepository repository, LiveDeskHealthCheck check) {
      this.repository = repository;
      this.check = check;
    }
  }
}
