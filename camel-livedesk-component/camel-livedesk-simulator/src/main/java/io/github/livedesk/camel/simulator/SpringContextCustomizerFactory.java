// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import java.util.HashMap;
import java.util.List;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives the application context of a {@link LiveDeskTest} its simulator. Spring finds it; not for
 * users.
 */
public final class SpringContextCustomizerFactory implements ContextCustomizerFactory {

  private static final boolean JUNIT =
      SpringTests.isPresent("org.junit.jupiter.api.extension.ExtendWith");

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
    return JUNIT && SpringTests.has(LiveDeskSimulatorExtension.class, testClass)
        ? new Customizer()
        : null;
  }

  /** All are equal: test classes that are configured alike share a context, and its simulator. */
  private record Customizer() implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      var simulator = LiveDeskSimulator.start();
      var properties = new HashMap<String, Object>();
      simulator.properties().forEach((name, value) -> properties.put((String) name, value));
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("livedesk-simulator", properties));
      var beans = (DefaultSingletonBeanRegistry) context.getBeanFactory();
      beans.registerSingleton("liveDeskSimulator", simulator);
      // Closed after Camel, which stops before beans are destroyed.
      beans.registerDisposableBean("liveDeskSimulator", simulator::close);
    }
  }
}
