// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import io.github.livedesk.camel.LiveDeskComponent;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;

/** Configures the component livedesk from the properties {@code camel.component.livedesk.*}. */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.livedesk"})
@EnableConfigurationProperties(LiveDeskComponentConfiguration.class)
@ImportRuntimeHints(LiveDeskRuntimeHints.class)
public class LiveDeskComponentAutoConfiguration {

  /** Static, since it is needed before there are other beans. */
  @Bean
  @ConfigurationPropertiesBinding
  static BeanReferenceConverter liveDeskBeanReferenceConverter(BeanFactory beans) {
    return new BeanReferenceConverter(beans);
  }

  /**
   * Not lazy, so that a wrong property fails the start of an application with and without routes.
   *
   * @param properties bound after the checks, which know better what is wrong
   * @throws UnknownOptionException when a property is no option of the component
   */
  @Bean
  ComponentOptions liveDeskComponentOptions(
      Environment environment,
      BeanReferenceConverter references,
      ObjectProvider<LiveDeskComponentConfiguration> properties,
      SslBundles bundles) {
    OptionNames.check(environment);
    references.check(environment);
    return ComponentOptions.of(properties.getObject(), bundles);
  }

  /** Asks for the options when there is a component: Camel wants this bean before there is one. */
  @Bean
  ComponentCustomizer configureLiveDeskComponent(
      Environment environment, ObjectProvider<ComponentOptions> options) {
    return new ComponentCustomizer() {
      @Override
      public void configure(String name, Component target) {
        options.getObject().setOn(target);
      }

      @Override
      public boolean isEnabled(String name, Component target) {
        return target instanceof LiveDeskComponent
            && HierarchicalPropertiesEvaluator.evaluate(
                environment, "camel.component.customizer", "camel.component.livedesk.customizer");
      }
    };
  }
}
