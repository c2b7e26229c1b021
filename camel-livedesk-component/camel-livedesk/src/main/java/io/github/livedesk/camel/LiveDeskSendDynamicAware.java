// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.binding.EvaluatedOptions;
import io.github.livedesk.camel.client.metrics.SendLog;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spi.SendDynamicAware;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Makes {@code toD} use one endpoint and one producer, however many ids there are. An evaluated
 * option that has a header, such as {@code conversationId}, {@code content} or {@code phoneNumber},
 * is taken out of the URI and goes with its message; it has the rank of the option, below a header.
 * All others stay in the URI.
 *
 * <p>An evaluated value can't become an option. Where it would, {@link LiveDeskRequestException}
 * fails the exchange, also with {@code ignoreInvalidEndpoint}. For this the route's own text must
 * begin with the component's name, have a resource as its path, and name every option.
 *
 * <p>An evaluated value is literal; only the route's own text around it is decoded. Where Camel has
 * put something else in place of a property placeholder, or has cut a line break off the end, what
 * {@link ReadableExpression} can read again counts.
 *
 * <p>Left to Camel, without this check: a URI that is an expression as a whole ({@code
 * toD("${header.target}")}), since the route's text has no options then; a text without
 * expressions; and {@code allowOptimisedComponents=false}.
 */
@SendDynamic("livedesk")
public class LiveDeskSendDynamicAware extends ServiceSupport implements SendDynamicAware {

  private CamelContext camelContext;
  private String scheme;
  private volatile Parsed parsed;

  /** An instance serves one {@code toD}, whose text never changes. */
  private record Parsed(String originalUri, RouteUri routeUri) {}

  private static final class Entry extends DynamicAwareEntry {

    private final RouteUri.Evaluated evaluated;

    Entry(String uri, String originalUri, RouteUri.Evaluated evaluated) {
      super(uri, originalUri, null, null);
      this.evaluated = evaluated;
    }
  }

  /**
   * @return null where the text of the route has no expression
   * @throws LiveDeskRequestException where an evaluated value is more than the value of its option;
   *     it is also set on the exchange, with the headers of a failed send
   */
  @Override
  public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) {
    RouteUri routeUri = routeUri(originalUri);
    if (routeUri.isConstant()) {
      return null;
    }
    try {
      return new Entry(uri, originalUri, routeUri.read(uri, exchange));
    } catch (LiveDeskRequestException refused) {
      if (!PlaceholderProbe.isProbe(exchange)) {
        component().counters().failedBefore(refused);
        LiveDeskResource resource = routeUri.resource();
        SendLog.failedBefore(resource.logName(), refused);
        resource.refuse(exchange, refused);
      }
      throw refused;
    }
  }

  private RouteUri routeUri(String originalUri) {
    Parsed current = parsed;
    if (current == null || !current.originalUri().equals(originalUri)) {
      String text =
          EndpointHelper.resolveEndpointUriPropertyPlaceholders(camelContext, originalUri);
      current =
          new Parsed(
              originalUri,
              new RouteUri(
                  text, this::isOption, function -> ReadableExpression.of(camelContext, function)));
      parsed = current;
    }
    return current.routeUri();
  }

  private boolean isOption(String name) {
    return component().getEndpointPropertyConfigurer() instanceof PropertyConfigurerGetter options
        && options.getOptionType(name, true) != null;
  }

  private LiveDeskComponent component() {
    return camelContext.getComponent(scheme, LiveDeskComponent.class);
  }

  @Override
  public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) {
    return ((Entry) entry).evaluated.endpointUri();
  }

  @Override
  public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
    return sending -> EvaluatedOptions.put(sending, ((Entry) entry).evaluated.values());
  }

  @Override
  public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
    return EvaluatedOptions::remove;
  }

  @Override
  public boolean isLenientProperties() {
    return false;
  }

  @Override
  public String getScheme() {
    return scheme;
  }

  @Override
  public void setScheme(String scheme) {
    this.scheme = scheme;
  }

  @Override
  public CamelContext getCamelContext() {
    return camelContext;
  }

  @Override
  public void setCamelContext(CamelContext camelContext) {
    this.camelContext = camelContext;
  }
}
