// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import io.github.livedesk.camel.LiveDeskConfiguration;
import io.github.livedesk.camel.client.LiveDeskHttpClientCustomizer;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.env.Environment;

/** Reads {@code #name} or {@code #bean:name} as the bean of that name, where an option is one. */
class BeanReferenceConverter implements GenericConverter {

  private static final Set<ConvertiblePair> TYPES =
      Stream.of(
              LiveDeskConfiguration.class,
              LiveDeskHttpClientCustomizer.class,
              SSLContextParameters.class)
          .map(type -> new ConvertiblePair(String.class, type))
          .collect(Collectors.toUnmodifiableSet());

  private final BeanFactory beans;

  BeanReferenceConverter(BeanFactory beans) {
    this.beans = beans;
  }

  @Override
  public Set<ConvertiblePair> getConvertibleTypes() {
    return TYPES;
  }

  @Override
  public Object convert(Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
    Class<?> type = targetType.getType();
    return beans.getBean(nameOf(String.valueOf(source), type), type);
  }

  /**
   * Looks at the option whose type other starters convert too: theirs may come before this one, and
   * makes nothing of a value that is no reference.
   *
   * @throws InvalidConfigurationPropertyValueException when the option names no bean
   */
  void check(Environment environment) {
    String property = OptionNames.property("sslContextParameters");
    Binder.get(environment)
        .bind(property, String.class)
        .ifBound(
            reference -> {
              try {
                nameOf(reference, SSLContextParameters.class);
              } catch (IllegalArgumentException e) {
                throw new InvalidConfigurationPropertyValueException(
                    property, reference, e.getMessage());
              }
            });
  }

  private String nameOf(String reference, Class<?> type) {
    if (!reference.startsWith("#")) {
      throw new IllegalArgumentException("it takes the name of a bean, as #name");
    }
    String name = reference.startsWith("#bean:") ? reference.substring(6) : reference.substring(1);
    if (!beans.containsBean(name) || !beans.isTypeMatch(name, type)) {
      throw new IllegalArgumentException(
          "there is no bean " + name + " of the type " + type.getName());
    }
    return name;
  }
}
