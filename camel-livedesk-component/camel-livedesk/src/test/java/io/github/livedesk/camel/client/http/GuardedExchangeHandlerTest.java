// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.junit.jupiter.api.Test;

/** Everything goes through as it came, but for the words of a failure. */
class GuardedExchangeHandlerTest {

  private final List<String> calls = new ArrayList<>();
  private Object failure;

  private final GuardedExchangeHandler handler =
      new GuardedExchangeHandler(
          (AsyncClientExchangeHandler)
              Proxy.newProxyInstance(
                  AsyncClientExchangeHandler.class.getClassLoader(),
                  new Class<?>[] {AsyncClientExchangeHandler.class},
                  (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    failure = method.getName().equals("failed") ? arguments[0] : failure;
                    return method.getReturnType() == int.class ? 7 : null;
                  }));

  @Test
  void handsEveryStepOn() throws Exception {
    handler.produceRequest(null, null);
    assertThat(handler.available()).isEqualTo(7);
    handler.produce(null);
    handler.consumeInformation(null, null);
    handler.consumeResponse(null, null, null);
    handler.updateCapacity(null);
    handler.consume(null);
    handler.streamEnd(null);
    handler.cancel();
    handler.releaseResources();

    assertThat(calls)
        .containsExactly(
            "produceRequest",
            "available",
            "produce",
            "consumeInformation",
            "consumeResponse",
            "updateCapacity",
            "consume",
            "streamEnd",
            "cancel",
            "releaseResources");
  }

  @Test
  void aFailureLosesItsWords() {
    handler.failed(new ParseException("canary"));

    assertThat(calls).containsExactly("failed");
    assertThat(failure).isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void aRequestThatCanNotBeSentIsCancelled() {
    handler.failed(new RequestNotExecutedException());
    handler.releaseResources();

    assertThat(calls).containsExactly("failed", "releaseResources");
  }

  /** HttpCore closes a connection before it hands over the end of the last reply on it. */
  @Test
  void aThreadThatFindsTheConnectionClosedDoesNotCancelWhatWasSent() throws Exception {
    handler.produceRequest(null, null);
    var sender =
        new Thread(
            () -> {
              handler.failed(new RequestNotExecutedException());
              handler.releaseResources();
            });
    sender.start();
    sender.join();
    handler.streamEnd(null);
    handler.releaseResources();

    assertThat(calls).containsExactly("produceRequest", "streamEnd", "releaseResources");
  }

  @Test
  void theEndOfTheConnectionEndsWhatWasSent() throws Exception {
    handler.produceRequest(null, null);
    handler.failed(new RequestNotExecutedException());
    handler.releaseResources();
    handler.failed(new ConnectionClosedException());
    handler.releaseResources();

    assertThat(calls).containsExactly("produceRequest", "failed", "releaseResources");
  }
}
