// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.SendContext;
import io.github.livedesk.camel.model.failure.UnreadableValueException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Exchange;

/**
 * The values of one operation that is about no message: a header beats an option. What was found by
 * the call before counts last.
 */
public final class ResourceOptions implements Refusals {

  /** What an id is. */
  public static final String ID_RULE = "an id of LiveDesk, a whole number from 1";

  private final String resource;
  private final Exchange exchange;
  private final Map<String, String> evaluated;
  private final Function<String, Object> endpoint;
  private String operation;

  /**
   * @param resource as in the URI
   * @param endpointUri the endpoint's own
   * @param endpoint what the endpoint says, by names of options
   */
  public ResourceOptions(
      String resource, Exchange exchange, String endpointUri, Function<String, Object> endpoint) {
    this.resource = resource;
    this.exchange = exchange;
    this.evaluated = EvaluatedOptions.of(exchange, endpointUri);
    this.endpoint = endpoint;
  }

  /** Reads values of the route's own classes, whose code throws what it likes. */
  public <T> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (LiveDeskException refused) {
      throw refused;
    } catch (Throwable thrown) {
      throw new LiveDeskRequestException(context(), UnreadableValueException.of("body", thrown));
    }
  }

  /**
   * The operation: which call is made is the endpoint's, and the header's where that does not say.
   *
   * @param names of all operations of the resource
   */
  public String operation(List<String> names) {
    String takes = String.join(", ", names) + ", as option or as header CamelLiveDeskOperation";
    Object given = endpoint.apply("op");
    if (given == null) {
      given = exchange.getMessage().getHeader(LiveDeskConstants.OPERATION);
    }
    if (given == null) {
      throw wrong("op", "nothing", takes);
    }
    String name = Given.text(this, "op", given, takes);
    if (!names.contains(name)) {
      throw wrong("op", Ids.describe(name), takes);
    }
    operation = name;
    return name;
  }

  public Object body() {
    return exchange.getMessage().getBody();
  }

  /** The value of a header; null where it is not there. */
  public Object header(String name) {
    return exchange.getMessage().getHeader(name);
  }

  /** The value of an option, evaluated or not; null where it is not set. */
  public Object option(String name) {
    String value = evaluated.get(name);
    return value == null ? endpoint.apply(name) : value;
  }

  /** The value of a header, else the option; null where neither says. */
  public Object headerOr(String header, String option) {
    Object value = header(header);
    return value == null ? option(option) : value;
  }

  /** An id, or null. */
  public Long id(String field, Object value) {
    return Given.number(this, field, value, ID_RULE);
  }

  @Override
  public LiveDeskRequestException wrong(String field, String found, String takes) {
    return new LiveDeskRequestException(context(), field, found, takes);
  }

  private SendContext context() {
    return new SendContext(resource, operation, null, 0, null);
  }
}
