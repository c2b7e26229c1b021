// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.springboot;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Texts and files; the route for templates is camel/order-updates.camel.yaml. */
@Component
class ShopRoutes extends RouteBuilder {

  @Override
  public void configure() {
    onException(LiveDeskException.class)
        .handled(true)
        .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(502))
        .setHeader(Exchange.CONTENT_TYPE, constant("text/plain"))
        .setBody(simple("${exception.outcome}: ${exception.message}"));

    from("platform-http:/conversations/{conversation}/messages?httpMethodRestrict=POST")
        .routeId("text to the customer")
        .setHeader(LiveDeskConstants.CONVERSATION_ID, header("conversation"))
        .to("livedesk:messages?op=text")
        .to("direct:answer");

    from("platform-http:/conversations/{conversation}/files/{file}?httpMethodRestrict=PUT&useStreaming=true")
        .routeId("file to the customer")
        .setHeader(LiveDeskConstants.CONVERSATION_ID, header("conversation"))
        .setHeader(LiveDeskConstants.FILE_NAME, header("file"))
        .to("livedesk:messages?op=attachment")
        .to("direct:answer");

    from("direct:answer")
        .routeId("message as JSON")
        .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
        .convertBodyTo(String.class);
  }
}
