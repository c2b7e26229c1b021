// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.livedesk.camel.client.api.SendBounds;
import io.github.livedesk.camel.client.body.JsonBody;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.junit.jupiter.api.Test;

/** Of many ends, one. */
class PendingCallTest {

  private static final RawResponse REPLY =
      new RawResponse(200, null, new byte[0], false, null, null);

  private final List<Object> ends = new ArrayList<>();
  private final List<PendingCall> removed = new ArrayList<>();
  private final RequestProducer request =
      new RequestProducer(new BasicHttpRequest("POST", "/"), new JsonBody("{}".getBytes(UTF_8)));
  private final PendingCall call =
      new PendingCall(
          request,
          new SendBounds(System.nanoTime(), Runnable::run),
          1,
          (reply, cause) -> ends.add(reply == null ? cause : reply),
          removed::add);

  @Test
  void reportsTheFirstEndAndNoOther() {
    var first = new IOException("first");
    call.failed(first);
    call.failed(new IOException("second"));
    call.completed(REPLY);
    call.connectionReleased();
    call.cancelled();

    assertThat(ends).containsExactly(first);
    assertThat(removed).containsExactly(call);
  }

  @Test
  void reportsAReplyOnceItsConnectionIsFree() {
    call.completed(REPLY);
    assertThat(ends).isEmpty();

    call.connectionReleased();

    assertThat(ends).containsExactly(REPLY);
  }

  @Test
  void prefersAReplyThatIsThereWhenItIsGivenUp() {
    call.completed(REPLY);
    call.abort(new IOException("too late"));

    assertThat(ends).containsExactly(REPLY);
  }

  @Test
  void letsNothingBeWrittenOnceItHasEnded() {
    call.abort(new IOException("given up"));

    assertThat(catchThrowable(() -> request.produce(null)))
        .isInstanceOf(IOException.class)
        .hasMessage("The request was given up");
    assertThat(request.isComplete()).isFalse();
  }

  @Test
  void cancelsWhatStartsAfterItHasEnded() {
    call.abort(new IOException("given up"));
    var exchange = new CompletableFuture<RawResponse>();

    call.started(exchange);

    assertThat(exchange).isCancelled();
  }

  @Test
  void cancelsWhatHasStarted() {
    var exchange = new CompletableFuture<RawResponse>();
    call.started(exchange);
    assertThat(exchange).isNotDone();

    call.cancel();

    assertThat(exchange).isCancelled();
  }
}
