// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.quickstart;

import org.apache.camel.builder.RouteBuilder;

/** What this example is about; the same in YAML is routes/quickstart.camel.yaml. */
public class QuickstartRoute extends RouteBuilder {

  @Override
  public void configure() {
    from("direct:customer")
        .routeId("message to the customer")
        .to("livedesk:messages?conversationId={{quickstart.conversation}}");

    from("direct:picture")
        .routeId("picture for the customer")
        .to(
            "livedesk:messages?op=attachment&conversationId={{quickstart.conversation}}"
                + "&content=Packed and sealed.");

    from("direct:template")
        .routeId("template with two values for the customer")
        .to(
            "livedesk:messages?op=template&conversationId={{quickstart.conversation}}"
                + "&templateName=order_update&templateLanguage=en_US"
                + "&content=Your order has news.");

    from("direct:agents")
        .routeId("note for the agents")
        .to("livedesk:messages?conversationId={{quickstart.conversation}}&private=true");
  }
}
