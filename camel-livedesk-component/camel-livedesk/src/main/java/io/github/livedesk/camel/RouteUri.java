// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/**
 * The text that a route's author wrote for {@code toD}. It says which options there are; what an
 * expression evaluates to is the value of one of them, and nothing else.
 */
final class RouteUri {

  private static final Pattern ENCODED_OPTION = Pattern.compile("%26(?<name>[A-Za-z]*)");

  private final String path;
  private final List<RouteOption> options;
  private final boolean constant;
  private final boolean evaluatedName;
  private final Predicate<String> isOption;

  /**
   * @param text with placeholders resolved and expressions as they are
   * @param isOption whether an endpoint has an option of this name
   * @param readable what can be read again of an expression's function
   */
  RouteUri(
      String text,
      Predicate<String> isOption,
      Function<String, Optional<ReadableExpression>> readable) {
    RouteText route = RouteText.of(text);
    String masked = route.masked();
    int query = masked.indexOf('?');
    this.path = (query < 0 ? masked : masked.substring(0, query)).strip();
    List<UriOption> found = parse(masked);
    Iterator<String> functions = route.functions().iterator();
    this.evaluatedName = found.stream().anyMatch(it -> RouteText.hasExpression(it.name()));
    boolean evaluatedPath = RouteText.hasExpression(path);
    // Where its own text is refused anyway, its values are of no interest.
    this.options =
        evaluatedPath || evaluatedName
            ? List.of()
            : found.stream()
                .map(option -> RouteOption.of(option, found, functions, readable, resource()))
                .toList();
    this.constant =
        !evaluatedPath && !evaluatedName && options.stream().noneMatch(RouteOption::evaluated);
    this.isOption = isOption;
  }

  /** What the text names. */
  LiveDeskResource resource() {
    return LiveDeskResource.ofPath(path);
  }

  private static List<UriOption> parse(String uri) {
    int query = uri.indexOf('?');
    return query < 0 ? List.of() : UriOption.parse(uri.substring(query + 1));
  }

  /**
   * Whether there is no expression in it. Then all of it was evaluated elsewhere, as with Camel's
   * endpoint DSL, or nothing.
   */
  boolean isConstant() {
    return constant;
  }

  /**
   * What a send needs of an evaluated URI.
   *
   * @param endpointUri the URI without what differs from message to message
   * @param values the values taken out, by names of options
   */
  record Evaluated(String endpointUri, Map<String, String> values) {}

  /**
   * Takes an evaluated URI apart.
   *
   * @param uri this text, evaluated
   * @throws LiveDeskRequestException where a value is more than the value of its option
   */
  Evaluated read(String uri, Exchange exchange) {
    if (RouteText.hasExpression(path)) {
      throw DynamicRefusal.path();
    }
    if (evaluatedName) {
      throw DynamicRefusal.nameOfOption();
    }
    List<EvaluatedOption> evaluated = evaluated(uri, exchange);
    boolean placeholders = evaluated.stream().anyMatch(EvaluatedOption::hasPlaceholder);
    var values = new LinkedHashMap<String, String>();
    var staying = new StringJoiner("&", path + "?", "").setEmptyValue(path);
    for (EvaluatedOption option : evaluated) {
      if (option.own().takenOut()) {
        values.put(option.own().name(), option.literal(placeholders));
      } else {
        staying.add(option.inUri(placeholders));
      }
    }
    return new Evaluated(staying.toString(), Map.copyOf(values));
  }

  /** Each option of the route with what Camel made of it. */
  private List<EvaluatedOption> evaluated(String uri, Exchange exchange) {
    List<UriOption> found = parse(uri);
    var evaluated = new ArrayList<EvaluatedOption>(options.size());
    int next = 0;
    for (RouteOption own : options) {
      boolean there = next < found.size() && found.get(next).name().equals(own.name());
      var option =
          new EvaluatedOption(own, there ? found.get(next) : null, own.template().read(exchange));
      if (there) {
        check(own, found.get(next));
        next++;
      } else if (!option.isLeftOut()) {
        throw notAsInTheRoute(evaluated.size(), found, next);
      }
      evaluated.add(option);
    }
    if (next < found.size()) {
      throw notAsInTheRoute(options.size(), found, next);
    }
    return evaluated;
  }

  private LiveDeskRequestException notAsInTheRoute(int own, List<UriOption> found, int next) {
    if (found.size() < options.size()) {
      // Camel leaves out an option whose value is an optional placeholder without a value.
      return DynamicRefusal.placeholder(options.get(own).name());
    }
    return injectedOption(options.get(Math.max(0, own - 1)).name(), found.get(next).name());
  }

  private void check(RouteOption own, UriOption found) {
    if (!own.evaluated()) {
      return;
    }
    if (!own.option().opening().equals(found.opening())) {
      throw DynamicRefusal.raw(own.name());
    }
    String value = found.without(own.lineEnd()).value();
    if (own.option().isRaw()) {
      checkRaw(own.name(), value);
    } else if (!own.takenOut()) {
      checkPlain(own.name(), value);
    }
  }

  /**
   * An option that seems to lie within RAW may be the route's own, with an earlier value's RAW
   * around it.
   */
  private void checkRaw(String name, String value) {
    for (RouteOption option : options) {
      if (option.begin().matcher(value).find()) {
        throw DynamicRefusal.ownOptionInRaw(name, "&" + option.name() + "=");
      }
    }
  }

  private void checkPlain(String name, String value) {
    var encoded = ENCODED_OPTION.matcher(value);
    if (encoded.find()) {
      throw injectedOption(name, encoded.group("name"));
    }
  }

  /** What is no option is a text with an ampersand in it. Nothing of it is shown. */
  private LiveDeskRequestException injectedOption(String within, String name) {
    return isOption.test(name) ? DynamicRefusal.option(name) : DynamicRefusal.ampersand(within);
  }
}
