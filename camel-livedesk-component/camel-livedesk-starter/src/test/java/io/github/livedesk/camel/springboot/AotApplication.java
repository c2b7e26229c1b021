// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.aot.AotDetector;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sends one message and ends; made for the processing ahead of time. No
 * {@code @SpringBootConfiguration}: tests look for the only one.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class AotApplication {

  public static void main(String[] args) {
    var application =
        new SpringApplicationBuilder(AotApplication.class)
            .bannerMode(Banner.Mode.OFF)
            .web(WebApplicationType.NONE);
    try (var context = application.run(args)) {
      Object answer =
          context
              .getBean(ProducerTemplate.class)
              .requestBody("direct:order-shipped", "hello", Object.class);
      System.out.printf("ahead of time: %s, %s%n", AotDetector.useGeneratedArtifacts(), answer);
    }
  }

  @Bean
  RouteBuilder sender() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:order-shipped")
            .to("livedesk:messages?conversationId=141")
            .setBody(simple("status ${body.status}"));
      }
    };
  }
}
