// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import io.github.livedesk.camel.InvalidOptionException;
import io.github.livedesk.camel.LiveDeskConfiguration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.PropertiesComponent;
import org.apache.camel.spring.boot.util.CamelPropertiesHelper;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;
import org.springframework.boot.ssl.SslBundles;

/** What the properties say, ready to be set on a component. */
final class ComponentOptions {

  /** Those whose values are read as texts, since their units are not Spring's. */
  private static final Map<String, BiConsumer<LiveDeskConfiguration, String>> SIZES =
      Map.of(
          "maxAttachmentSize", LiveDeskConfiguration::setMaxAttachmentSize,
          "maxResponseSize", LiveDeskConfiguration::setMaxResponseSize);

  private final LiveDeskComponentConfiguration properties;

  /** From the SSL bundle; null where there is none. */
  private final SSLContextParameters tls;

  private ComponentOptions(LiveDeskComponentConfiguration properties, SSLContextParameters tls) {
    this.properties = properties;
    this.tls = tls;
  }

  /**
   * @throws InvalidConfigurationPropertyValueException when there is no such SSL bundle, or a size
   *     is none
   * @throws MutuallyExclusiveConfigurationPropertiesException when TLS is set twice
   */
  static ComponentOptions of(LiveDeskComponentConfiguration properties, SslBundles bundles) {
    MutuallyExclusiveConfigurationPropertiesException.throwIfMultipleNonNullValuesIn(
        entries -> {
          entries.put(OptionNames.property("sslBundle"), properties.getSslBundle());
          entries.put(
              OptionNames.property("sslContextParameters"), properties.getSslContextParameters());
        });
    checkSize("maxAttachmentSize", properties.getMaxAttachmentSize());
    checkSize("maxResponseSize", properties.getMaxResponseSize());
    String bundle = properties.getSslBundle();
    return new ComponentOptions(properties, bundle == null ? null : tls(bundle, bundles));
  }

  /** Here, for Camel would look for a bean with the name of a wrong value, and say so. */
  private static void checkSize(String option, Object value) {
    boolean isKnown =
        value instanceof String text && !text.contains(PropertiesComponent.PREFIX_TOKEN);
    if (isKnown) {
      try {
        SIZES.get(option).accept(new LiveDeskConfiguration(), (String) value);
      } catch (InvalidOptionException e) {
        throw new InvalidConfigurationPropertyValueException(
            OptionNames.property(option), value, e.getMessage());
      }
    }
  }

  private static SSLContextParameters tls(String bundle, SslBundles bundles) {
    if (!bundles.getBundleNames().contains(bundle)) {
      throw new InvalidConfigurationPropertyValueException(
          OptionNames.property("sslBundle"),
          bundle,
          "There is no SSL bundle of this name under spring.ssl.bundle.");
    }
    return BundleSslContextParameters.of(bundles.getBundle(bundle));
  }

  void setOn(Component component) {
    CamelContext camel = component.getCamelContext();
    Map<String, Object> options = CamelPropertiesHelper.getNonNullProperties(camel, properties);
    if (tls != null) {
      options.put("sslContextParameters", tls);
    }
    for (String size : SIZES.keySet()) {
      options.computeIfPresent(
          size, (name, value) -> camel.resolvePropertyPlaceholders(value.toString()));
      checkSize(size, options.get(size));
    }
    // First, since it replaces what the other options set.
    Object configuration = options.remove("configuration");
    if (configuration != null) {
      set(component, new HashMap<>(Map.of("configuration", configuration)));
    }
    set(component, options);
  }

  private static void set(Component component, Map<String, Object> options) {
    CamelPropertiesHelper.setCamelProperties(
        component.getCamelContext(), component, options, false);
  }
}
