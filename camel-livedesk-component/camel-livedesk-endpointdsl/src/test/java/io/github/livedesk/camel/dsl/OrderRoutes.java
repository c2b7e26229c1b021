// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.dsl;

import static io.github.livedesk.camel.dsl.StaticEndpointBuilders.livedesk;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

public class OrderRoutes extends EndpointRouteBuilder {

  @Override
  public void configure() {
    from(direct("shipped")).to(livedesk("messages").conversationId("141").op("text"));

    from(direct("question"))
        .toD(livedesk("messages").conversationId("${header.conversation}").privateNote(true));
  }
}
