// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.testing.LiveDeskTestSupport;
import io.github.livedesk.camel.testing.LogCapture;
import io.github.livedesk.camel.testing.SocketServer;
import io.github.livedesk.camel.testing.SocketServer.Connection;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing shows of a person: not in a log at TRACE, not in an exception or another object's text,
 * not in the URI of an endpoint, not over JMX.
 */
class ContactPrivacyTest extends LiveDeskTestSupport {

  private static final String NAME = "Canaria Canarsson";
  private static final String EMAIL = "canary.bird@canary.example";
  private static final String PHONE = "+65987654321";
  private static final String IDENTIFIER = "canary-5512";
  private static final String SOURCE = "canary-6f0f-session";

  /** As such, in an address, and in lower case. */
  private static final List<String> CANARIES =
      List.of("canar", "Canar", "987654321", "canary%2Ebird", "CANAR");

  private static final Map<String, Object> PERSON =
      Map.of(
          "name",
          NAME,
          "email",
          EMAIL,
          "phone_number",
          PHONE,
          "identifier",
          IDENTIFIER,
          "custom_attributes",
          Map.of("pet", "canary"));

  private static final String ENSURE = "livedesk:contacts?op=ensure&inboxId=702";
  private static final String SHORT_WAITS = "&responseTimeout=200ms&totalTimeout=5s&maxAttempts=2";

  private LogCapture log;

  @Override
  protected String baseUrl() {
    return "http://127.0.0.1:1";
  }

  @Override
  public void configureTest(TestExecutionConfiguration configuration) {
    configuration.withJMX(true);
  }

  @BeforeEach
  void listen() {
    log = new LogCapture(ContactPrivacyTest::shows);
  }

  @AfterEach
  void stopListening() {
    log.close();
  }

  /** Answers with all it was told, in every place that has room for it. */
  private static void echo(Connection connection, String head) throws IOException {
    SocketServer.Request request = connection.readRequest();
    String said = (request.head() + request.body()).replaceAll("[\r\n\"]+", " ");
    String json =
        ("{'error':'%1$s','message':'%1$s','attributes':['%1$s','email'],"
                + "'payload':[{'id':7,'name':'%1$s','email':'%1$s'}],'id':7,'status':'%1$s',"
                + "'meta':{'sender':{'id':7,'name':'%1$s'}}}")
            .replace('\'', '"')
            .formatted(said);
    connection.write(
        "HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(head, json.getBytes(UTF_8).length, json));
  }

  private static Map<String, Object> headers() {
    return Map.of(
        LiveDeskConstants.CONTACT_EMAIL,
        EMAIL,
        LiveDeskConstants.CURRENT_SOURCE_ID,
        SOURCE,
        LiveDeskConstants.CURRENT_CONTACT_ID,
        7L,
        LiveDeskConstants.CURRENT_INBOX_ID,
        702L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"200 OK", "401 No", "404 No", "422 No", "429 No", "500 No", "302 Moved"})
  void nothingShowsOfWhatIsEchoed(String head) throws Exception {
    try (var server = SocketServer.start(connection -> echo(connection, head))) {
      String options = "&baseUrl=" + server.url() + SHORT_WAITS;
      assertQuiet(send(ENSURE + options, PERSON));
      assertQuiet(send("livedesk:contacts?op=create&inboxId=702" + options, PERSON));
      assertQuiet(send("livedesk:contacts?op=update&contactId=7" + options, PERSON));
      assertQuiet(send("livedesk:contacts?op=search" + options, NAME));
      assertQuiet(send("livedesk:conversations?op=create&inboxId=702" + options, null, headers()));
      assertQuiet(
          send("livedesk:conversations?op=status&conversationId=141&status=open" + options, null));
    }
    assertNothingLogged();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s\r\n\r\n",
        "HTTP/1.1 %s\r\n\r\n",
        "HTTP/1.1 200 OK\r\n%s\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%s\r\n"
      })
  void nothingShowsOfWhatIsNoHttp(String reply) throws Exception {
    try (var server =
        SocketServer.start(
            connection -> {
              SocketServer.Request request = connection.readRequest();
              String said = (request.head() + request.body()).replaceAll("[\r\n:]+", " ");
              connection.write(reply.replace("%s", said));
            })) {
      String options = "&baseUrl=" + server.url() + SHORT_WAITS;
      assertQuiet(send(ENSURE + options, PERSON));
      assertQuiet(send("livedesk:contacts?op=search" + options, PHONE));
    }
    assertNothingLogged();
  }

  @Test
  void nothingShowsWhereThereIsNoConnection() throws Exception {
    assertQuiet(send(ENSURE + SHORT_WAITS, PERSON));
    assertQuiet(send("livedesk:contacts?op=search", EMAIL));
    assertNothingLogged();
  }

  @Test
  void nothingShowsOfBadInput() throws Exception {
    assertQuiet(send(ENSURE, Map.of("email", "canary no mail")));
    assertQuiet(send(ENSURE, Map.of("phone_number", "canary 987654321")));
    assertQuiet(send(ENSURE, Map.of("identifier", "canary\u0000")));
    assertQuiet(send("livedesk:contacts?op=create&inboxId=702", Map.of("name", "canary\u0000")));
    assertQuiet(send("livedesk:contacts?op=search", "canary\u0000"));
    assertNothingLogged();
  }

  @Test
  void evaluatedValuesMakeNoEndpointAndDoNotShow() throws Exception {
    context()
        .addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:toD")
                    .toD(
                        "livedesk:contacts?op=ensure&inboxId=702&phoneNumber=${header.phone}"
                            + "&email=${header.email}&name=${header.name}&totalTimeout=1s");
              }
            });

    Exchange exchange =
        send("direct:toD", null, Map.of("phone", PHONE, "email", EMAIL, "name", NAME));

    Map<String, Object> own = new TreeMap<>(exchange.getMessage().getHeaders());
    List.of("phone", "email", "name").forEach(own::remove);
    exchange.getMessage().setHeaders(own);
    assertQuiet(exchange);
    assertThat(context().getEndpoints())
        .extracting(Endpoint::getEndpointUri)
        .contains("livedesk://contacts?inboxId=702&op=ensure&totalTimeout=1s")
        .noneMatch(ContactPrivacyTest::shows);
  }

  private void assertNothingLogged() {
    assertThat(log.found()).isEmpty();
    assertThat(log.events()).as("that TRACE was on").isPositive();
  }

  /** Looks at all that is left of a send but the contact itself. */
  private void assertQuiet(Exchange exchange) throws Exception {
    List<String> texts = new ArrayList<>();
    Exception failure = exchange.getException();
    if (failure != null) {
      texts.add(printed(failure));
      for (PropertyDescriptor property :
          Introspector.getBeanInfo(failure.getClass(), Throwable.class).getPropertyDescriptors()) {
        texts.add(property.getName() + ": " + property.getReadMethod().invoke(failure));
      }
    } else {
      texts.add(exchange.getMessage().getBody() + "");
    }
    Map<String, Object> headers = new TreeMap<>(exchange.getMessage().getHeaders());
    headers.remove(LiveDeskConstants.CONTACT_EMAIL);
    headers.remove(LiveDeskConstants.CURRENT_SOURCE_ID);
    texts.add(headers.toString());
    for (Endpoint endpoint : context().getEndpoints()) {
      texts.add(endpoint.toString());
    }
    texts.addAll(JmxTexts.read());
    assertThat(texts).noneMatch(ContactPrivacyTest::shows);
  }

  private static String printed(Throwable failure) {
    var printed = new StringWriter();
    failure.printStackTrace(new PrintWriter(printed));
    return printed.toString();
  }

  private static boolean shows(String text) {
    return CANARIES.stream().anyMatch(text::contains);
  }
}
