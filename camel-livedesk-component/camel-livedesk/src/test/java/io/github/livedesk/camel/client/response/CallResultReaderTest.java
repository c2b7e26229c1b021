// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.camel.client.RetryMode;
import io.github.livedesk.camel.client.api.ApiRequest;
import io.github.livedesk.camel.client.api.CallResult;
import io.github.livedesk.camel.client.api.CallResult.Failed;
import io.github.livedesk.camel.client.api.CallResult.Stored;
import io.github.livedesk.camel.client.api.CallResult.Undelivered;
import io.github.livedesk.camel.client.api.Failure;
import io.github.livedesk.camel.client.api.MessageRequest.RetryMessage;
import io.github.livedesk.camel.client.api.MessageRequest.SendFiles;
import io.github.livedesk.camel.client.api.MessageRequest.SendText;
import io.github.livedesk.camel.client.body.JsonBody;
import io.github.livedesk.camel.client.body.MultipartBody;
import io.github.livedesk.camel.client.body.RequestBody;
import io.github.livedesk.camel.client.http.RawResponse;
import io.github.livedesk.camel.client.http.RequestProducer;
import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.client.settings.Credentials;
import io.github.livedesk.camel.client.settings.ProxySettings;
import io.github.livedesk.camel.client.settings.RetrySettings;
import io.github.livedesk.camel.client.settings.TransportSettings;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.client.source.UnreadableFileException;
import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.ResponseJson;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.model.failure.SendContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.junit.jupiter.api.Test;

class CallResultReaderTest {

  private static final SendContext CONTEXT = new SendContext("text", "141", 1);
  private static final ApiRequest TEXT =
      new SendText("141", TextMessage.builder().content("hello").build());

  private static CallResultReader reader(ProxySettings proxy) {
    return new CallResultReader(
        new ClientSettings(
            URI.create("http://127.0.0.1"),
            new Credentials("key", "secret"),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            1000,
            0,
            true,
            new RetrySettings(
                RetryMode.none, 1, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(60), 0),
            new TransportSettings(1, Duration.ofSeconds(10), null, proxy, null)));
  }

  private static RequestProducer producer(RequestBody body) {
    return new RequestProducer(new BasicHttpRequest("POST", "/"), body);
  }

  /** The message, or the exception that its send would end with. */
  private static Stored read(ApiRequest request, ProxySettings proxy, int status, String body) {
    CallResult result = result(request, proxy, status, body);
    if (result instanceof Stored stored) {
      return stored;
    }
    throw ((Failed) result).failure().toException(CONTEXT);
  }

  private static CallResult result(
      ApiRequest request, ProxySettings proxy, int status, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    Map<String, Object> json = ResponseJson.readObject(bytes).orElse(null);
    var response = new RawResponse(status, null, bytes, false, json, null);
    return reader(proxy).read(request, producer(JsonBody.none()), response);
  }

  @Test
  void isConsumedOnceItsStreamIsRead() throws Exception {
    var file = new FilePart(FileContent.of(new ByteArrayInputStream(new byte[1]), 1), "a", "a/b");
    var request = new SendFiles("141", null, false, Map.of(), List.of(file));
    var body =
        new MultipartBody(
            request.content(), 0, new SourceWatch(Duration.ofSeconds(30)), task -> {});
    body.onMore(() -> {});
    RequestProducer producer = producer(body);
    assertThat(reader(null).failed(producer, new IOException()).isConsumed()).isFalse();

    for (int i = 0; i < 3; i++) {
      ByteBuffer piece = body.next();
      if (piece != null) {
        piece.position(piece.limit());
      }
    }

    assertThat(reader(null).failed(producer, new IOException()).isConsumed()).isTrue();
  }

  @Test
  void aProxyThatDoesNotConnectHasNotSentIt() {
    var proxy = new ProxySettings("gate", 3128, null, null);

    assertThatThrownBy(() -> read(TEXT, proxy, 407, ""))
        .isInstanceOf(LiveDeskConnectionException.class)
        .hasMessageContaining("the proxy answered 407 instead of connecting");
    assertThatThrownBy(() -> read(TEXT, null, 407, ""))
        .isInstanceOf(LiveDeskResponseException.class);
  }

  @Test
  void aFailedMessageIsAResultOfItsOwn() {
    assertThat(result(TEXT, null, 200, "{\"id\":7,\"status\":\"failed\"}"))
        .isInstanceOfSatisfying(
            Undelivered.class, failed -> assertThat(failed.message().id()).isEqualTo(7));
  }

  @Test
  void aCallThatCouldNotBeMadeCountsAsNoRequest() {
    Failed result = reader(null).notMade(new UnreadableFileException("a folder", "files"));

    assertThat(result.requests()).isZero();
    assertThat(result.failure().toException(CONTEXT))
        .isInstanceOf(LiveDeskRequestException.class)
        .hasMessageContaining("body: found a folder; it takes files");
  }

  /** What broke may quote the response. */
  @Test
  void aDefectEndsTheCallAndKeepsItsStackWithoutItsText() {
    Map<String, Object> json =
        new AbstractMap<>() {
          @Override
          public Set<Map.Entry<String, Object>> entrySet() {
            throw new IllegalStateException("canary");
          }
        };
    var response = new RawResponse(200, null, new byte[1], false, json, null);

    CallResult result = reader(null).read(TEXT, producer(JsonBody.none()), response);

    Failure failure = ((Failed) result).failure();
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.reason()).isEqualTo("the reply could not be read, IllegalStateException");
    assertThat(failure.cause())
        .hasMessage("java.lang.IllegalStateException")
        .hasNoCause()
        .hasStackTraceContaining("CallResultReaderTest")
        .extracting(Throwable::toString)
        .asString()
        .doesNotContain("canary");
  }

  /** Where the text is not known, any word that is not ordinary may be of it. */
  @Test
  void aRetryByItsIdAloneHidesWhatItDoesNotKnow() {
    var alone = new RetryMessage("141", "7", List.of());
    var known = new RetryMessage("141", "7", List.of("hello"));

    assertThatThrownBy(() -> read(alone, null, 422, "no zebra"))
        .hasMessageContaining(ErrorText.LEFT_OUT);
    assertThatThrownBy(() -> read(known, null, 422, "no zebra"))
        .hasMessageContaining("answered 422: no zebra");
    assertThatThrownBy(() -> read(TEXT, null, 422, "no zebra"))
        .hasMessageContaining("answered 422: no zebra");
    assertThatThrownBy(() -> read(TEXT, null, 422, "no hello"))
        .hasMessageContaining(ErrorText.LEFT_OUT);
  }

  @Test
  void anEmptySuccessIsOneOfARetryAlone() {
    assertThat(read(new RetryMessage("141", "7", List.of()), null, 200, "").status())
        .isEqualTo(200);
    assertThatThrownBy(() -> read(TEXT, null, 200, "")).hasMessageContaining("is empty");
  }
}
