// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import io.github.livedesk.camel.LiveDeskComponent;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** Meters of the application's LiveDesk components, where it has Micrometer. */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.livedesk"})
public class LiveDeskMetersAutoConfiguration {

  @Bean
  MeterBinder liveDeskMeters(CamelContext camel, ListableBeanFactory beans) {
    String[] names = beans.getBeanNamesForType(LiveDeskComponent.class, false, false);
    return meters ->
        Stream.concat(Stream.of("livedesk"), Arrays.stream(names))
            .distinct()
            .forEach(name -> new LiveDeskMeters(camel, name).bindTo(meters));
  }
}
