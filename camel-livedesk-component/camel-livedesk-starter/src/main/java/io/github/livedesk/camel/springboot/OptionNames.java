// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.livedesk.camel.LiveDeskConfiguration;
import io.github.livedesk.camel.model.failure.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The names of the options, as properties. Spring Boot passes over a property that nothing is bound
 * to; here it is an error.
 */
final class OptionNames {

  private static final String PREFIX = "camel.component.livedesk";
  private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of(PREFIX);
  private static final ConfigurationPropertyName CUSTOMIZER = ROOT.append("customizer.enabled");

  /** Beans, of which Spring Boot also binds the properties one by one. */
  private static final Set<Class<?>> WITH_PARTS =
      Set.of(LiveDeskConfiguration.class, SSLContextParameters.class);

  private static final Map<String, Class<?>> TYPES =
      Arrays.stream(BeanUtils.getPropertyDescriptors(LiveDeskComponentConfiguration.class))
          .filter(option -> option.getWriteMethod() != null)
          .collect(
              toUnmodifiableMap(option -> option.getName(), option -> option.getPropertyType()));

  private static final Map<String, Class<?>> TYPES_BY_UNIFORM_NAME =
      TYPES.entrySet().stream()
          .collect(
              toUnmodifiableMap(
                  option -> option.getKey().toLowerCase(Locale.ROOT), option -> option.getValue()));

  private OptionNames() {}

  /**
   * Refuses properties that look like options and are none, wherever they are set but for the
   * environment: its variables may be meant for another program.
   *
   * @throws UnknownOptionException with the names of all of them
   */
  static void check(Environment environment) {
    Map<String, String> unknown = new TreeMap<>();
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      if (source instanceof IterableConfigurationPropertySource properties
          && !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource)) {
        properties.stream()
            .filter(name -> ROOT.isAncestorOf(name) && !isKnown(name))
            .forEach(
                name ->
                    unknown.putIfAbsent(
                        name.toString(),
                        String.valueOf(properties.getConfigurationProperty(name).getOrigin())));
      }
    }
    if (!unknown.isEmpty()) {
      throw new UnknownOptionException(unknown);
    }
  }

  private static boolean isKnown(ConfigurationPropertyName name) {
    int place = ROOT.getNumberOfElements();
    Class<?> type = TYPES_BY_UNIFORM_NAME.get(name.getElement(place, Form.UNIFORM));
    boolean isPartOfAnOption = name.getNumberOfElements() > place + 1;
    return name.equals(CUSTOMIZER)
        || (type != null && (!isPartOfAnOption || WITH_PARTS.contains(type)));
  }

  /** Whether an option of the component has this name, as in {@code apiKey}. */
  static boolean has(String option) {
    return TYPES.containsKey(option);
  }

  /** The whole name of the property for an option such as {@code apiKey}. */
  static String property(String option) {
    return PREFIX + "." + DataObjectPropertyName.toDashedForm(option);
  }

  /**
   * The option that a wrong name is probably meant to be, as in {@code api-key}.
   *
   * @param property a whole name
   */
  static Optional<String> nearest(String property) {
    return Names.nearest(
            property.substring(PREFIX.length() + 1),
            TYPES.keySet().stream().map(DataObjectPropertyName::toDashedForm).toList())
        .map(name -> name.equals("api-secret") ? "secret-key" : name);
  }

  /** The whole names of all properties, sorted. */
  static List<String> all() {
    return Stream.concat(
            TYPES.keySet().stream().map(OptionNames::property), Stream.of(CUSTOMIZER.toString()))
        .sorted()
        .toList();
  }
}
