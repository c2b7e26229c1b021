package io.github.livedesk.camel.benchmark.contender;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConfiguration;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.benchmark.contender.CamelContender.Feed;
import io.github.livedesk.camel.benchmark.contender.CamelContender.Filling;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.whatsapp.model.TextMessage;
import org.apache.camel.component.whatsapp.model.TextMessageRequest;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;

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

  private static Filling filling(Object body) {
    return (message, conversationId) -> {
      message.setBody(body);
      message.setHeader(CamelContender.CONVERSATION, conversationId);
    };
  }

  /** As examples on the web have it. */
  static Contender usualHttp(Kind kind, int port, int inFlight) throws Exception {
    boolean file = kind == Kind.ATTACHMENT;
    var route =
        new RouteBuilder() {
          @Override
          public void configure() {
            RouteDefinition send = from(CamelContender.START);
            if (file) {
              send.process(
                  exchange -> exchange.getMessage().setBody(ClassicHttpClient.multipart()));
            } else {
              send.marshal().json().setHeader(Exchange.CONTENT_TYPE, constant("application/json"));
            }
            send.setHeader(Exchange.HTTP_METHOD, constant("POST"))
                .setHeader(AUTHORIZATION, constant(Messages.AUTHORIZATION))
                .toD(
                    "http://127.0.0.1:"
                        + port
                        + Messages.path("${header." + CamelContender.CONVERSATION + "}"))
                .unmarshal()
                .json(Map.class);
          }
        };
    Object body = file ? Messages.file() : Messages.json(kind);
    return new CamelContender(withHttp(inFlight), route, filling(body), Feed.PRODUCER_TEMPLATE);
  }

  /** With what a reader of camel-http's source would change. */
  static Contender tunedHttp(Kind kind, int port, int inFlight) throws Exception {
    String uri = "http://127.0.0.1:" + port + Messages.CONVERSATIONS + "?httpMethod=POST";
    return new CamelContender(
        withHttp(inFlight), staticRoute(uri), filling(Messages.json(kind)), Feed.PRODUCER_TEMPLATE);
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
        context, staticRoute(uri), filling(Messages.json(kind)), Feed.ASYNCHRONOUS);
  }

  private static RouteBuilder staticRoute(String uri) {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from(CamelContender.START)
            .marshal()
            .json()
            .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
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

  /**
   * camel-whatsapp itself, pointed at the stub: an ObjectMapper and {@code java.net.http} behind an
   * asynchronous producer. It sends WhatsApp's JSON, and finds only the id in the reply.
   */
  static Contender whatsApp(int port) throws Exception {
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
          var text = new TextMessage();
          text.setBody(Messages.TEXT);
          var request = new TextMessageRequest();
          request.setTo(conversationId);
          request.setText(text);
          message.setBody(request);
        };
    return new CamelContender(context(), route, filling, Feed.ASYNCHRONOUS);
  }

  /** The component, with the conversation id as header. */
  static Contender to(Kind kind, int port, int inFlight, Feed feed) throws Exception {
    Filling filling =
        (message, conversationId) -> {
          message.setBody(body(kind));
          message.setHeader(LiveDeskConstants.CONVERSATION_ID, conversationId);
          if (kind == Kind.ATTACHMENT) {
            message.setHeader(Exchange.FILE_NAME, Messages.FILE_NAME);
          }
        };
    var route =
        new RouteBuilder() {
          @Override
          public void configure() {
            from(CamelContender.START).to("livedesk:messages" + options(kind));
          }
        };
    return new CamelContender(withLiveDesk(port, inFlight), route, filling, feed);
  }

  /** The component, with the conversation id in a URI that is made for each message. */
  static Contender toD(int port, int inFlight) throws Exception {
    var route =
        new RouteBuilder() {
          @Override
          public void configure() {
            from(CamelContender.START)
                .toD(
                    "livedesk:messages?conversationId=${header."
                        + CamelContender.CONVERSATION
                        + "}");
          }
        };
    return new CamelContender(
        withLiveDesk(port, inFlight), route, filling(Messages.TEXT), Feed.ASYNCHRONOUS);
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
      case TEXT -> "";
      case TEMPLATE ->
          "?op=template&templateName="
              + Messages.TEMPLATE_NAME
              + "&templateLanguage="
              + Messages.TEMPLATE_LANGUAGE;
      case ATTACHMENT -> "?op=attachment";
    };
  }

  private static CamelContext withLiveDesk(int port, int inFlight) {
    CamelContext context = context();
    LiveDeskComponent livedesk = context.getComponent("livedesk", LiveDeskComponent.class);
    // 200 unless more are in flight, as the component has it.
    livedesk.setMaxConnections(Math.max(inFlight, livedesk.getMaxConnections()));
    LiveDeskConfiguration options = livedesk.getConfiguration();
    options.setApiKey(Messages.KEY);
    options.setApiSecret(Messages.SECRET);
    options.setBaseUrl("http://127.0.0.1:" + port);
    return context;
  }
}
