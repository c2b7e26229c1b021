// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import io.github.livedesk.camel.client.api.CallResult;
import io.github.livedesk.camel.client.api.CallResult.Stored;
import io.github.livedesk.camel.client.api.ResourceRequest;
import io.github.livedesk.camel.model.ResponseJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a response by the request that it is for. */
final class ResourceReader implements SuccessReader {

  private final ResourceRequest request;

  ResourceReader(ResourceRequest request) {
    this.request = request;
  }

  @Override
  public boolean acceptsEmpty() {
    return request.acceptsEmptySuccess();
  }

  @Override
  public CallResult read(int status, Map<String, Object> json, Supplier<Sent> sent)
      throws UnexpectedBodyException {
    try {
      return new Stored(status, request.read(json));
    } catch (IllegalArgumentException e) {
      throw new UnexpectedBodyException(e.getMessage());
    }
  }

  @Override
  public Optional<CallResult> undelivered(
      int status, Map<String, Object> json, Supplier<Sent> sent) {
    return Optional.empty();
  }

  /** Names that the request has: what else stands there may be a value. */
  @Override
  public List<String> fields(Map<String, Object> json) {
    return json != null
            && json.get("attributes") instanceof List<?> names
            && !ResponseJson.isLarge(names)
        ? request.fields().stream().filter(names::contains).toList()
        : List.of();
  }

  @Override
  public String subject() {
    return request.subject();
  }

  @Override
  public String place() {
    return "inbox";
  }
}
