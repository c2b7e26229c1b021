// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.camel.client.RetryMode;
import io.github.livedesk.camel.client.api.ApiRequest;
import io.github.livedesk.camel.client.api.ApiRequest.RetryMessage;
import io.github.livedesk.camel.client.api.ApiRequest.SendFiles;
import io.github.livedesk.camel.client.api.ApiRequest.SendText;
import io.github.livedesk.camel.client.body.JsonBody;
import io.github.livedesk.camel.client.body.MultipartBody;
import io.github.livedesk.camel.client.body.RequestBody;
import io.github.livedesk.camel.client.http.RawResponse;
import io.github.livedesk.camel.client.http.RequestProducer;
import io.github.livedesk.camel.client.response.EndedCall.Reading;
import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.client.settings.Credentials;
import io.github.livedesk.camel.client.settings.ProxySettings;
import io.github.livedesk.camel.client.settings.RetrySettings;
import io.github.livedesk.camel.client.settings.TransportSettings;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.ResponseJson;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.model.failure.SendContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.junit.jupiter.api.Test;

class EndedCallTest {

  private static final SendContext CONTEXT = new SendContext("text", "141", 1);
  private static final ApiRequest TEXT = new SendText("141", TextMessage.of("hello"));

  private static Reading reading(ProxySettings proxy) {
    return new Reading(
        new ClientSettings(
            URI.create("http://127.0.0.1"),
            new Credentials("key", "secret"),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            1000,
            true,
            new RetrySettings(
                RetryMode.none, 1, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(60), 0),
            new TransportSettings(1, Duration.ofSeconds(10), null, proxy, null)));
  }

  private static RequestProducer producer(RequestBody body) {
    return new RequestProducer(new BasicHttpRequest("POST", "/"), body);
  }

  private static EndedCall call(ApiRequest request, ProxySettings proxy, int status, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    var reply =
        new RawResponse(
            status, null, bytes, false, ResponseJson.readObject(bytes).orElse(null), null);
    return new EndedCall(request, producer(JsonBody.none()), reply, null, reading(proxy));
  }

  @Test
  void isSpentOnceItsStreamIsRead() throws Exception {
    var file = new FilePart(FileContent.of(new ByteArrayInputStream(new byte[1]), 1), "a", "a/b");
    var request = new SendFiles("141", null, false, Map.of(), List.of(file), 0);
    var body = new MultipartBody(request, new SourceWatch(Duration.ofSeconds(30)), task -> {});
    body.onMore(() -> {});
    var call = new EndedCall(request, producer(body), null, new IOException(), reading(null));
    assertThat(call.isSpent()).isFalse();

    for (int i = 0; i < 3; i++) {
      ByteBuffer piece = body.next();
      if (piece != null) {
        piece.position(piece.limit());
      }
    }

    assertThat(call.isSpent()).isTrue();
  }

  @Test
  void aProxyThatDoesNotConnectHasNotSentIt() {
    var proxy = new ProxySettings("gate", 3128, null, null);

    assertThatThrownBy(() -> call(TEXT, proxy, 407, "").read(CONTEXT))
        .isInstanceOf(LiveDeskConnectionException.class)
        .hasMessageContaining("the proxy answered 407 instead of connecting");
    assertThatThrownBy(() -> call(TEXT, null, 407, "").read(CONTEXT))
        .isInstanceOf(LiveDeskResponseException.class);
  }

  @Test
  void aFailedMessageIsAFailureOrAReply() {
    EndedCall call = call(TEXT, null, 200, "{\"id\":7,\"status\":\"failed\"}");

    assertThatThrownBy(() -> call.read(CONTEXT)).isInstanceOf(LiveDeskMessageFailedException.class);
    assertThat(call.readFailed(CONTEXT).message().id()).isEqualTo(7);
  }

  /** Where the text is not known, any word that is not ordinary may be of it. */
  @Test
  void aRetryByItsIdAloneHidesWhatItDoesNotKnow() {
    var alone = new RetryMessage("141", "7", List.of());
    var known = new RetryMessage("141", "7", List.of("hello"));

    assertThatThrownBy(() -> call(alone, null, 422, "no zebra").read(CONTEXT))
        .hasMessageContaining(ErrorText.LEFT_OUT);
    assertThatThrownBy(() -> call(known, null, 422, "no zebra").read(CONTEXT))
        .hasMessageContaining("answered 422: no zebra");
    assertThatThrownBy(() -> call(TEXT, null, 422, "no zebra").read(CONTEXT))
        .hasMessageContaining("answered 422: no zebra");
    assertThatThrownBy(() -> call(TEXT, null, 422, "no hello").read(CONTEXT))
        .hasMessageContaining(ErrorText.LEFT_OUT);
  }

  @Test
  void anEmptySuccessIsOneOfARetryAlone() {
    assertThat(call(new RetryMessage("141", "7", List.of()), null, 200, "").read(CONTEXT).status())
        .isEqualTo(200);
    assertThatThrownBy(() -> call(TEXT, null, 200, "").read(CONTEXT))
        .hasMessageContaining("is empty");
  }
}
