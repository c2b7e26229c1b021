package com.example;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.builder.RouteBuilder;

@ApplicationScoped
public class OtherMessages extends RouteBuilder {
  @Override
  public void configure() {
    from("direct:attachment").to("livedesk:messages?op=attachment&conversationId=142");
    from("direct:template")
        .to(
            "livedesk:messages?op=template&conversationId=143"
                + "&templateName=order_update&templateLanguage=en_US");
    from("direct:to-d").toD("livedesk:messages?conversationId=${header.conversation}");
    from("direct:retry").to("livedesk:messages?op=retry");
  }
}
