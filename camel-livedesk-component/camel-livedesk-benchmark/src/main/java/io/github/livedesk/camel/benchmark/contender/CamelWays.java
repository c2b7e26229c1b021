// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.contender;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConfiguration;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.benchmark.contender.CamelContender.Feed;
import io.github.livedesk.camel.benchmark.contender.CamelContender.Filling;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.multipart.MultipartForm;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.whatsapp.model.BaseMessage;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.builder.ExpressionBuilder;

/** The contenders that are Camel routes. */
final class CamelWays {

  private static final String AUTHORIZATION = "Authorization";

  private CamelWays() {}

  private static CamelContext context() {
    var context = new DefaultCamelContext();
    context.disableJMX();
    return context;
  }

  private static CamelContext withHttp(int inFlight) {
    CamelContext context = context();
    var http = new HttpComponent();
    http.setMaxTotalConnections(inFlight);
    http.setConnectionsPerRoute(inFlight);
    context.addComponent("http", http);
    return context;
  }

  /** What the routes with an HTTP component get: a map to marshal, or a multipart body. */
  private static Filling filling(Kind kind, Supplier<Object> multipart) {
    Object json = kind == Kind.ATTACHMENT ? null : Messages.json(kind);
    return (message, conversationId) -> {
      message.setBody(json == null ? multipart.get() : json);
      message.setHeader(CamelContender.CONVERSATION, conversationId);
    };
  }

  /** As examples on the web have it. */
  static Contender usualHttp(Kind kind, int port, int inFlight) throws Exception {
    var route =
        new RouteBuilder() {
          @Override
          public void configure() {
            marshal(kind, from(CamelContender.START))
                .setHeader(Exchange.HTTP_METHOD, constant("POST"))
                .setHeader(AUTHORIZATION, constant(Messages.AUTHORIZATION))
                .toD(
                    "http://127.0.0.1:"
                        + port
                        + Messages.path("${header." + CamelContender.CONVERSATION + "}"))
                .unmarshal()
                .json(Map.class);
          }
        };
    return new CamelContender(
        withHttp(inFlight), route, filling(kind, Entities::multipart), Feed.PRODUCER_TEMPLATE);
  }

  /** With what a reader of camel-http's source would change. */
  static Contender tunedHttp(Kind kind, int port, int inFlight) throws Exception {
    String uri = "http://127.0.0.1:" + port + Messages.CONVERSATIONS + "?httpMethod=POST";
    return new CamelContender(
        withHttp(inFlight),
        staticRoute(kind, uri),
        filling(kind, Entities::multipart),
        Feed.PRODUCER_TEMPLATE);
  }

  /** Camel's component on Vert.x's client, with as many connections as there are messages. */
  static Contender vertxHttp(Kind kind, int port, int inFlight) throws Exception {
    CamelContext context = context();
    context.getRegistry().bind("options", new WebClientOptions().setMaxPoolSize(inFlight));
    String uri =
        "vertx-http:http://127.0.0.1:"
            + port
            + Messages.CONVERSATIONS
            + "?httpMethod=POST&webClientOptions=#options";
    return new CamelContender(
        context, staticRoute(kind, uri), filling(kind, CamelWays::vertxForm), Feed.ASYNCHRONOUS);
  }

  private static MultipartForm vertxForm() {
    return MultipartForm.create()
        .binaryFileUpload(
            "attachments[]",
            Messages.FILE_NAME,
            Buffer.buffer(Messages.file()),
            "application/octet-stream");
  }

  private static RouteBuilder staticRoute(Kind kind, String uri) {
    return new RouteBuilder() {
      @Override
      public void configure() {
        marshal(kind, from(CamelContender.START))
            .setHeader(AUTHORIZATION, constant(Messages.AUTHORIZATION))
            .setHeader(
                Exchange.HTTP_PATH,
                simple("${header." + CamelContender.CONVERSATION + "}/messages"))
            .to(uri)
            .unmarshal()
            .json(Map.class);
      }
    };
  }

  private static RouteDefinition marshal(Kind kind, RouteDefinition route) {
    return kind == Kind.ATTACHMENT
        ? route
        : route
            .marshal()
            .json()
            .setHeader(
                Exchange.CONTENT_TYPE, ExpressionBuilder.constantExpression("application/json"));
  }

  /**
   * camel-whatsapp itself, pointed at the stub: an ObjectMapper and {@code java.net.http} behind an
   * asynchronous producer. It sends WhatsApp's JSON, and finds only the id in the reply.
   */
  static Contender whatsApp(Kind kind, int port) throws Exception {
    String uri =
        "whatsapp:141?apiVersion=v1&authorizationToken="
            + Messages.KEY
            + "&baseUri=http://127.0.0.1:"
            + port;
    var route =
        new RouteBuilder() {
          @Override
          public void configure() {
            from(CamelContender.START).to(uri);
          }
        };
    Filling filling =
        (message, conversationId) -> {
          BaseMessage request = WhatsAppMessages.of(kind);
          request.setTo(conversationId);
          message.setBody(request);
        };
    return new CamelContender(context(), route, filling, Feed.ASYNCHRONOUS);
  }

  /** The component, with the conversation id as header. */
  static Contender to(Kind kind, int port, int inFlight, Feed feed) throws Exception {
    var route =
        new RouteBuilder() {
          @Override
          public void configure() {
            from(CamelContender.START).to("livedesk:messages?" + options(kind));
          }
        };
    Filling filling = filling(kind, LiveDeskConstants.CONVERSATION_ID);
    return new CamelContender(withLiveDesk(port, inFlight), route, filling, feed);
  }

  /** The component, with the conversation id in a URI that is made for each message. */
  static Contender toD(Kind kind, int port, int inFlight) throws Exception {
    String id = "conversationId=${header." + CamelContender.CONVERSATION + "}";
    var route =
        new RouteBuilder() {
          @Override
          public void configure() {
            from(CamelContender.START).toD("livedesk:messages?" + id + "&" + options(kind));
          }
        };
    Filling filling = filling(kind, CamelContender.CONVERSATION);
    return new CamelContender(withLiveDesk(port, inFlight), route, filling, Feed.ASYNCHRONOUS);
  }

  private static Filling filling(Kind kind, String idHeader) {
    return (message, conversationId) -> {
      message.setBody(body(kind));
      message.setHeader(idHeader, conversationId);
      if (kind == Kind.ATTACHMENT) {
        message.setHeader(Exchange.FILE_NAME, Messages.FILE_NAME);
      }
    };
  }

  private static Object body(Kind kind) {
    return switch (kind) {
      case TEXT -> Messages.TEXT;
      case TEMPLATE -> Messages.TEMPLATE_VALUES;
      case ATTACHMENT -> Messages.file();
    };
  }

  private static String options(Kind kind) {
    return switch (kind) {
      case TEXT -> "op=text";
      case TEMPLATE ->
          "op=template&templateName="
              + Messages.TEMPLATE_NAME
              + "&templateLanguage="
              + Messages.TEMPLATE_LANGUAGE;
      case ATTACHMENT -> "op=attachment";
    };
  }

  private static CamelContext withLiveDesk(int port, int inFlight) {
    CamelContext context = context();
    LiveDeskComponent livedesk = context.getComponent("livedesk", LiveDeskComponent.class);
    // 200 unless more are in flight, as the component has it.
    livedesk.setMaxConnections(Math.max(inFlight, livedesk.getMaxConnections()));
    LiveDeskConfiguration options = livedesk.getConfiguration();
    options.setApiKey(Messages.KEY);
    options.setSecretKey(Messages.SECRET);
    options.setBaseUrl("http://127.0.0.1:" + port);
    return context;
  }
}
