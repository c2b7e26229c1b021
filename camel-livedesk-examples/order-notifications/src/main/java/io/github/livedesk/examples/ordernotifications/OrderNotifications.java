// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.ordernotifications;

import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import org.apache.camel.builder.RouteBuilder;

/**
 * An order's news as a WhatsApp template, and a note for the agents where the customer gets none.
 */
public class OrderNotifications extends RouteBuilder {

  @Override
  public void configure() {
    // What passes by itself has been tried again by the component. This has come to stay.
    onException(LiveDeskMessageFailedException.class)
        .handled(true)
        .setBody(
            simple(
                "Order ${exchangeProperty.order}: WhatsApp did not take the news of it"
                    + " (${exception.externalError}). Please write or call."))
        .to("direct:agents");

    // May be in the conversation and may be not: whoever sends it again may send it twice.
    onException(LiveDeskException.class)
        .onWhen(simple("${exception.outcome} == 'UNKNOWN'"))
        .handled(true)
        .setBody(
            simple(
                "Order ${exchangeProperty.order}: please look whether the customer got the news of"
                    + " it."))
        .to("direct:agents");

    from("direct:orders")
        .routeId("order to template")
        .unmarshal()
        .json(Order.class)
        .setProperty("order", simple("${body.id}"))
        .setHeader("CamelLiveDeskConversationId", simple("${body.conversation}"))
        .setHeader("CamelLiveDeskContent", simple("Your order ${body.id} is ${body.state}."))
        .setBody(simple("${body.templateValues}"))
        .to("livedesk:messages?op=template&templateName=order_update&templateLanguage=en_US");

    from("direct:agents")
        .routeId("note for the agents")
        // The template's text belongs to the template.
        .removeHeader("CamelLiveDeskContent")
        .to("livedesk:messages?op=text&private=true");
  }
}
