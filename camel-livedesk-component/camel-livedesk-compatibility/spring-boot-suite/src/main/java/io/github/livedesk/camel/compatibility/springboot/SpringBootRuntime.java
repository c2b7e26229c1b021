// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility.springboot;

import io.github.livedesk.camel.compatibility.CamelRuntime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Camel in a Spring Boot application, with the component's starter. */
public final class SpringBootRuntime implements CamelRuntime {

  private ConfigurableApplicationContext spring;

  /** All that the application has of its own. */
  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {}

  @Override
  public CamelContext start(Map<String, String> options, Processor threadProbe) {
    var application = new SpringApplication(Application.class);
    application.setDefaultProperties(new HashMap<>(options));
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context)
                .registerBean("threadProbe", Processor.class, () -> threadProbe));
    spring = application.run();
    return spring.getBean(CamelContext.class);
  }

  @Override
  public void stop() {
    spring.close();
  }

  @Override
  public List<Class<?>> suites() {
    return List.of(MetersSuite.class);
  }

  /** What the application has of that type. */
  <T> T bean(Class<T> type) {
    return spring.getBean(type);
  }

  @Override
  public String toString() {
    return "Spring Boot " + SpringBootVersion.getVersion();
  }
}
