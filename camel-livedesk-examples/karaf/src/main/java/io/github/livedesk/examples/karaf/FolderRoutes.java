// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.karaf;

import java.util.List;
import org.apache.camel.builder.RouteBuilder;

/** What this example is about. */
final class FolderRoutes extends RouteBuilder {

  @Override
  public void configure() {
    from("file:{{folder}}/texts?readLock=changed&moveFailed=.failed")
        .routeId("texts")
        .convertBodyTo(String.class, "UTF-8")
        .to("livedesk:messages?conversationId={{conversationId}}");

    from("file:{{folder}}/files?readLock=changed&moveFailed=.failed")
        .routeId("files")
        .to("livedesk:messages?conversationId={{conversationId}}");

    from("file:{{folder}}/templates?readLock=changed&moveFailed=.failed")
        .routeId("templates")
        .convertBodyTo(String.class, "UTF-8")
        .setBody(
            exchange -> List.of(exchange.getMessage().getBody(String.class).strip().split(",")))
        .to(
            "livedesk:messages?op=template&conversationId={{conversationId}}"
                + "&templateName=order_update&templateLanguage=en_US");
  }
}
