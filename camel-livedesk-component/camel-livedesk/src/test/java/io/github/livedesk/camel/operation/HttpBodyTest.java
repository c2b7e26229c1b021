// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.StoredAttachment;
import io.github.livedesk.camel.simulator.StoredMessage;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.junit.jupiter.api.Test;

/** What comes in over HTTP goes out as it was meant: files of a form once each, bytes as files. */
class HttpBodyTest extends SimulatorTestSupport {

  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
                  + "rkJggg==");
  private static final String BOUNDARY = "form-4711";

  private final HttpClient client = HttpClient.newHttpClient();
  private int port;

  HttpBodyTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    var configuration = new VertxPlatformHttpServerConfiguration();
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    configuration.setBindHost("127.0.0.1");
    configuration.setBindPort(port);
    context.addService(new VertxPlatformHttpServer(configuration));
    return context;
  }

  @Override
  protected RouteBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("platform-http:/files").to(TO_141 + "&op=attachment");
        from("platform-http:/any").to(TO_141);
        from("platform-http:/captioned")
            .setHeader(LiveDeskConstants.CONTENT, header("comment"))
            .to(TO_141);
        from("platform-http:/template").to(TO_141 + "&op=template");
      }
    };
  }

  private void post(String path, String contentType, byte[] body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  /** A form as browsers send it. */
  private static final class Form {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Form file(String field, String name, String type, byte[] content) {
      return part("name=\"" + field + "\"; filename=\"" + name + "\"", type, content);
    }

    Form field(String name, String value) {
      return part("name=\"" + name + "\"", "text/plain; charset=UTF-8", value.getBytes(UTF_8));
    }

    private Form part(String disposition, String type, byte[] content) {
      String head =
          "--"
              + BOUNDARY
              + "\r\nContent-Disposition: form-data; "
              + disposition
              + "\r\nContent-Type: "
              + type
              + "\r\n\r\n";
      bytes.writeBytes(head.getBytes(UTF_8));
      bytes.writeBytes(content);
      bytes.writeBytes("\r\n".getBytes(UTF_8));
      return this;
    }

    byte[] end() {
      bytes.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
      return bytes.toByteArray();
    }
  }

  private void upload(String path, Form form) throws IOException, InterruptedException {
    post(path, "multipart/form-data; boundary=" + BOUNDARY, form.end());
  }

  private StoredMessage message() {
    List<StoredMessage> messages = livedesk.messages("141");
    return messages.get(messages.size() - 1);
  }

  @Test
  void theFileOfAFormIsSentOnceUnderItsName() throws Exception {
    for (String path : List.of("/files", "/any")) {
      upload(path, new Form().file("upload", "picture.png", "image/png", PNG));

      assertThat(message().attachments())
          .extracting(StoredAttachment::fileName, StoredAttachment::contentType)
          .containsExactly(tuple("picture.png", "image/png"));
      assertThat(message().attachments().get(0).bytes()).isEqualTo(PNG);
      assertThat(message().content()).isNull();
    }
  }

  @Test
  void filesOfAFormAreSentOnceEachAndItsFieldsAreNot() throws Exception {
    for (String path : List.of("/files", "/any")) {
      upload(
          path,
          new Form()
              .file("first", "a.png", "image/png", PNG)
              .field("content", "not to be seen")
              .field("private", "true")
              .field("order", "4711")
              .file("second", "b.txt", "text/plain", "B".getBytes(UTF_8)));

      assertThat(message().attachments())
          .extracting(StoredAttachment::fileName)
          .containsExactlyInAnyOrder("a.png", "b.txt");
      assertThat(message().content()).isNull();
      assertThat(message().privateNote()).as("who fills in a form does not steer").isFalse();
    }
  }

  @Test
  void aRouteMayTakeAFieldAsTheText() throws Exception {
    upload(
        "/captioned",
        new Form().file("first", "a.png", "image/png", PNG).field("comment", "my picture: 客服"));

    assertThat(message().attachments()).hasSize(1);
    assertThat(message().content()).isEqualTo("my picture: 客服");
  }

  @Test
  void aPictureAsTheBodyIsAFile() throws Exception {
    post("/any", "image/png", PNG);
    assertThat(message().attachments().get(0).contentType()).isEqualTo("image/png");
    assertThat(message().attachments().get(0).fileName()).isEqualTo("attachment.png");

    post("/any", "application/octet-stream", PNG);
    assertThat(message().attachments().get(0).bytes()).isEqualTo(PNG);
  }

  @Test
  void aTextAsTheBodyIsAText() throws Exception {
    post("/any", "text/plain; charset=UTF-8", "客服".getBytes(UTF_8));

    assertThat(message().content()).isEqualTo("客服");
  }

  @Test
  void theCharsetOfAPostCounts() throws Exception {
    for (String type : List.of("application/json", "application/xml", "text/plain")) {
      for (String charset : List.of("ISO-2022-JP", "Shift_JIS", "UTF-16")) {
        String text = "{\"text\": \"ご注文\"}";
        post("/any", type + "; charset=" + charset, text.getBytes(Charset.forName(charset)));
        assertThat(message().content()).isEqualTo(text);
      }
    }
  }

  @Test
  void aPictureInLettersIsAFile() throws Exception {
    post("/any", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8));

    assertThat(message().attachments().get(0).fileName()).isEqualTo("attachment.svg");
    assertThat(message().attachments().get(0).contentType()).isEqualTo("image/svg+xml");
  }

  @Test
  void theDocumentedJsonIsATemplate() throws Exception {
    post(
        "/template",
        "application/json",
        ("{\"content\":\"shipped\",\"message_type\":\"outgoing\",\"template_params\":"
                + "{\"name\":\"order_update\",\"language\":\"en_US\","
                + "\"processed_params\":{\"1\":\"約翰\"}}}")
            .getBytes(UTF_8));

    assertThat(message().templateParams()).containsEntry("name", "order_update");
  }
}
