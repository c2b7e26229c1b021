// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.api.MessageRequest.SendText;
import io.github.livedesk.camel.client.api.ResponseCallback;
import io.github.livedesk.camel.model.TextMessage;
import io.github.livedesk.camel.model.failure.LiveDeskAuthenticationException;
import io.github.livedesk.camel.model.failure.LiveDeskConnectionException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import io.github.livedesk.camel.model.failure.LiveDeskResponseException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.model.failure.SendContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the end of a send is counted as and says of the credentials, beside being handed on. */
class ObservedCallbackTest {

  private static final SendContext CONTEXT = new SendContext("text", "141", 1);

  private final SendCounters counters = new SendCounters();
  private final CredentialStatus account = new CredentialStatus();
  private final List<Object> ends = new ArrayList<>();

  private final ObservedCallback send =
      new ObservedCallback(
          new SendText("141", TextMessage.builder().content("hello").build()),
          new ResponseCallback() {
            @Override
            public void onReply(ApiResponse reply) {
              ends.add(reply);
            }

            @Override
            public void onFailure(LiveDeskException failure) {
              ends.add(failure);
            }
          },
          counters,
          account,
          () -> ends.add("let go"));

  @Test
  void aRefusalOfTheCredentialsIsKept() {
    var refusal = new LiveDeskAuthenticationException(CONTEXT, 403, "no");

    send.onFailure(refusal);

    assertThat(account.refusal()).hasValue(403);
    assertThat(counters.failed(Outcome.REJECTED)).isEqualTo(1);
    assertThat(ends).containsExactly("let go", refusal);
  }

  @Test
  void aSuccessEndsIt() {
    account.refused(401);
    var reply = new ApiResponse(200, null, 1);

    send.onReply(reply);

    assertThat(account.refusal()).isEmpty();
    assertThat(counters.sent()).isEqualTo(1);
    assertThat(ends).containsExactly("let go", reply);
  }

  @Test
  void aMessageThatTheChannelRefusedEndsItToo() {
    account.refused(401);

    send.onFailure(new LiveDeskMessageFailedException(CONTEXT, 200, 7, "no route", null));

    assertThat(account.refusal()).isEmpty();
  }

  @Test
  void otherFailuresSayNothingOfIt() {
    account.refused(401);

    send.onFailure(new LiveDeskResponseException(CONTEXT, 500, null, "broken"));
    send.onFailure(new LiveDeskConnectionException(CONTEXT, "refused", null));

    assertThat(account.refusal()).hasValue(401);
  }
}
