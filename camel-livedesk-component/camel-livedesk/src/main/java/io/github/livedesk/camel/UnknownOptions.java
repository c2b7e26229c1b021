// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.model.failure.Listing;
import io.github.livedesk.camel.model.failure.Names;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.camel.util.StringHelper;

/** Options of a URI that no endpoint has. Their values are never shown: one may be a secret. */
final class UnknownOptions {

  /** Other words for options, such as those of the API and of other components. */
  private static final Map<String, String> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("action", "op"),
          Map.entry("body", "content"),
          Map.entry("caption", "content"),
          Map.entry("host", "baseUrl"),
          Map.entry("key", "apiKey"),
          Map.entry("message", "content"),
          Map.entry("method", "op"),
          Map.entry("note", "private"),
          Map.entry("operation", "op"),
          Map.entry("retries", "maxAttempts"),
          Map.entry("secret", "secretKey"),
          Map.entry("text", "content"),
          Map.entry("timeout", "totalTimeout"),
          Map.entry("url", "baseUrl"));

  private UnknownOptions() {}

  /**
   * The error that names them, and for each the option that is probably meant.
   *
   * @param names at least one
   */
  static InvalidOptionException of(Collection<String> names) {
    List<String> sorted = List.copyOf(new TreeSet<>(names));
    String unknown =
        Listing.of(sorted, sorted.size(), UnknownOptions::describe, " ", "unknown options");
    String end = unknown.endsWith(".") ? " " : ". ";
    return new InvalidOptionException(
        sorted.get(0), unknown + end + "The reference of the component has all options");
  }

  /**
   * Refuses options of other resources.
   *
   * @param resource as in the URI
   */
  static void checkForeign(String resource, Collection<String> names) {
    LiveDeskResource.of(resource)
        .ifPresent(
            known ->
                names.stream()
                    .map(OptionTexts::ownName)
                    .filter(known::isForeign)
                    .sorted()
                    .findFirst()
                    .ifPresent(
                        name -> {
                          throw new InvalidOptionException(
                              name,
                              "livedesk:"
                                  + resource
                                  + " has no option "
                                  + name
                                  + ". It takes "
                                  + String.join(", ", known.own())
                                  + ", and those of connections and retries");
                        }));
  }

  private static String describe(String name) {
    if (OptionTexts.isOfComponentAlone(name)) {
      return name
          + " is an option of the component, not of an endpoint. Set camel.component.livedesk."
          + StringHelper.camelCaseToDash(name)
          + ".";
    }
    return "There is no option "
        + OptionText.quote(name)
        + "."
        + nearest(name).map(right -> " The nearest is " + right + ".").orElse("");
  }

  private static Optional<String> nearest(String name) {
    return Optional.ofNullable(OTHER_WORDS.get(name.toLowerCase(Locale.ROOT)))
        .or(() -> Names.nearest(name, OptionTexts.ofEndpoint()))
        .map(right -> right.equals("apiSecret") ? "secretKey" : right);
  }
}
