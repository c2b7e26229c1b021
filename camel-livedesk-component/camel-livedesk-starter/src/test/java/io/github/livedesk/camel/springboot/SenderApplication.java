// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** A user's application: one route, and all that is auto-configured. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class SenderApplication {

  public static void main(String[] args) {
    start(args);
  }

  static ConfigurableApplicationContext start(String... args) {
    return with().run(args);
  }

  static SpringApplicationBuilder with(Class<?>... configurations) {
    return new SpringApplicationBuilder(SenderApplication.class)
        .sources(configurations)
        .bannerMode(Banner.Mode.OFF)
        .web(WebApplicationType.NONE);
  }

  @Bean
  RouteBuilder sender() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:order-shipped")
            .routeId("sender")
            .to("livedesk:messages?{{sender.options:conversationId=141}}");
      }
    };
  }
}
