// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.livedesk.camel.InvalidOptionException;
import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong option stops the start, with an error that names the option, and never a secret. */
class StartUpErrorTest {

  private static final String SECRET = "canary-secret";

  /** Every message on the way down to the cause. */
  private static String errorOf(String uri, Consumer<LiveDeskConfiguration> setting) {
    try (var context = new DefaultCamelContext()) {
      var component = context.getComponent("livedesk", LiveDeskComponent.class);
      component.getConfiguration().setApiKey("key");
      component.getConfiguration().setSecretKey(SECRET);
      setting.accept(component.getConfiguration());
      Throwable error =
          catchThrowable(
              () -> {
                context.start();
                context.getEndpoint(uri).createProducer().start();
              });
      assertThat(error).as("the start of %s", uri).isNotNull();
      List<String> messages = new ArrayList<>();
      for (Throwable cause = error; cause != null; cause = cause.getCause()) {
        messages.add(cause.getMessage());
      }
      return String.join("\n", messages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void missingApiKey() {
    assertThat(errorOf("livedesk:messages", options -> options.setApiKey(null)))
        .contains("apiKey is missing. Set camel.component.livedesk.api-key, or the endpoint option")
        .doesNotContain(SECRET);
  }

  @Test
  void missingSecretKey() {
    assertThat(errorOf("livedesk:messages", options -> options.setSecretKey(" ")))
        .contains("secretKey is missing. Set camel.component.livedesk.secret-key, or the endpoint");
  }

  @Test
  void isAnExceptionThatNamesTheOptionToPrograms() throws Exception {
    try (var context = new DefaultCamelContext()) {
      assertThatThrownBy(() -> context.getEndpoint("livedesk:messages?apiKey=key"))
          .rootCause()
          .isInstanceOfSatisfying(
              InvalidOptionException.class,
              wrong -> assertThat(wrong.getOption()).isEqualTo("secretKey"));
    }
  }

  @Test
  void aColonInTheApiKey() {
    assertThat(errorOf("livedesk:messages", options -> options.setApiKey("a:b" + SECRET)))
        .contains("apiKey: found a colon")
        .doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://livedesk.example",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://10.0.0.1",
        "http://[2001:db8::1]"
      })
  void plainHttpToAnotherMachine(String url) {
    assertThat(errorOf("livedesk:messages", options -> options.setBaseUrl(url)))
        .contains("baseUrl: found plain http to")
        .contains("allowInsecureHttp=true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "livedesk.example",
        "ftp://livedesk.example",
        "https://",
        "https://a b",
        "https://x/?q=1",
        "https://x/#f",
        "https://user:canary-secret@livedesk.example"
      })
  void aBaseUrlThatIsNone(String url) {
    assertThat(errorOf("livedesk:messages", options -> options.setBaseUrl(url)))
        .contains("baseUrl: found")
        .doesNotContain(SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "livedesk:messages?op=fax, op, fax, text",
    "livedesk:messages?private=maybe, private, maybe, true or false",
    "livedesk:messages?conversationId=a/b, conversationId, U+002F, 1 to 64 ASCII letters",
    "livedesk:messages?inReplyTo=0, inReplyTo, 0, 1 or more",
    "livedesk:messages?inReplyTo=abc, inReplyTo, abc, number",
    "livedesk:tickets, resource, tickets, livedesk:messages",
    "livedesk:messages?connectTimeout=0, connectTimeout, 0ms, from 1ms up",
    "livedesk:messages?responseTimeout=-1, responseTimeout, -1ms, from 1ms up",
    "livedesk:messages?totalTimeout=0, totalTimeout, 0ms, from 1ms up",
    "livedesk:messages?totalTimeout=9223372036854775807, totalTimeout, ms, up to a year",
    "livedesk:messages?maxAttempts=0, maxAttempts, 0, 1 or more",
    "livedesk:messages?maxMessageRetries=-1, maxMessageRetries, -1, 0 or more",
    "livedesk:messages?backoffDelay=-1, backoffDelay, -1ms, from 0ms up",
    "livedesk:messages?backoffMaxDelay=499, backoffMaxDelay, 499ms, backoffDelay=500ms or more",
    "livedesk:messages?maxRetryAfter=-1, maxRetryAfter, -1ms, from 0ms up",
    "livedesk:messages?retryMode=often, retryMode, 'often', 'none, safe, all'",
    "livedesk:messages?maxAttachmentSize=-1, maxAttachmentSize, -1, 0 or more bytes",
    "livedesk:messages?baseUrl=http://localhost&proxyHost=p&proxyPort=1, baseUrl, a proxy, https",
    "livedesk:messages?baseUrl=https://x.test:99999, baseUrl, port 99999, a port of 1 to 65535",
    "livedesk:messages?baseUrl=https://x.test:65536/y, baseUrl, port 65536, a port of 1 to 65535",
    "livedesk:messages?baseUrl=http://127.0.0.1:0, baseUrl, port 0, a port of 1 to 65535",
    "livedesk:messages?maxResponseSize=0, maxResponseSize, 0, 1 or more",
    "livedesk:messages?proxyHost=proxy, proxyPort, nothing, 1 to 65535",
    "livedesk:messages?proxyHost=proxy&proxyPort=70000, proxyPort, 70000, 1 to 65535",
    "livedesk:messages?proxyPort=8080, proxyHost, nothing, a host",
    "livedesk:messages?proxyHost=p&proxyPort=1&proxyUser=u, proxyUser, only one, both or none"
  })
  void aWrongOption(String uri, String option, String found, String takes) {
    assertThat(errorOf(uri, options -> {})).contains(option).contains(found).contains(takes);
  }

  @Test
  void tooFewConnections() throws Exception {
    try (var context = new DefaultCamelContext()) {
      context.getComponent("livedesk", LiveDeskComponent.class).setMaxConnections(0);

      assertThatThrownBy(
              () -> {
                context.start();
                context.getEndpoint("livedesk:messages?apiKey=k&secretKey=s");
              })
          .hasStackTraceContaining("maxConnections: found 0; it takes 1 or more");
    }
  }

  @Test
  void aRouteCanNotStartWithIt() throws Exception {
    try (var context = new DefaultCamelContext()) {
      context.start();

      assertThatThrownBy(
              () ->
                  context
                      .getEndpoint("livedesk:messages?apiKey=k&secretKey=s")
                      .createConsumer(exchange -> {}))
          .hasMessageContaining("it can't be the start of a route");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:1",
        "http://127.0.0.1",
        "http://127.9.9.9",
        "http://[::1]:80",
        "https://x"
      })
  void goodBaseUrls(String url) throws Exception {
    try (var context = new DefaultCamelContext()) {
      context.start();

      assertThat(context.getEndpoint("livedesk:messages?apiKey=k&secretKey=s&baseUrl=" + url))
          .isNotNull();
    }
  }

  @Test
  void plainHttpWhereItIsAllowed() throws Exception {
    try (var context = new DefaultCamelContext()) {
      context.start();

      assertThat(
              context.getEndpoint(
                  "livedesk:messages?apiKey=k&secretKey=s&allowInsecureHttp=true"
                      + "&baseUrl=http://livedesk.example"))
          .isNotNull();
    }
  }
}
