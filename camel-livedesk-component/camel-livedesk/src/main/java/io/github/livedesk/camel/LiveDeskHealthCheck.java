// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.client.http.ProbeFailure;
import io.github.livedesk.camel.client.send.LiveDeskClient;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Whether LiveDesk can be reached, and takes the credentials. Sends no request: of the credentials
 * it says what the last send found out.
 */
final class LiveDeskHealthCheck extends AbstractHealthCheck {

  private final URI baseUrl;
  private final Supplier<LiveDeskClient> client;

  /**
   * @param id how operators know it; has no secret
   * @param client makes one for each look; throws LiveDeskConnectionException when its component is
   *     stopped
   */
  LiveDeskHealthCheck(String id, URI baseUrl, Supplier<LiveDeskClient> client) {
    super("camel", id);
    this.baseUrl = baseUrl;
    this.client = client;
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    builder.detail("base.url", baseUrl.toString());
    try (LiveDeskClient open = client.get()) {
      look(builder, open);
    } catch (LiveDeskConnectionException stopped) {
      builder.message("the component is stopped").down();
    }
  }

  private static void look(HealthCheckResultBuilder builder, LiveDeskClient client) {
    builder.up();
    OptionalInt refusal = client.refusedCredentials();
    if (refusal.isPresent()) {
      builder.detail("credentials.refused", refusal.getAsInt());
      builder
          .message(
              "LiveDesk refused the credentials with " + refusal.getAsInt() + " at the last send")
          .down();
    }
    Optional<ProbeFailure> probed = client.probe();
    if (probed.isPresent()) {
      ProbeFailure unreachable = probed.get();
      builder.detail("failed", unreachable.step());
      builder.detail("host", unreachable.host());
      builder.detail("port", unreachable.port());
      builder.detail("error.class", unreachable.error());
      builder.message(unreachable.reason()).down();
    }
  }
}
