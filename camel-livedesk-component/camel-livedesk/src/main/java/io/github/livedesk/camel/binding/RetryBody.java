// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.client.ApiRequest.RetryMessage;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.LiveDeskRequestException;
import java.util.List;

/** What {@code op=retry} needs: two ids, which a failed send has left in the headers. */
final class RetryBody {

  private RetryBody() {}

  /**
   * The message to retry: by header, option, then body.
   *
   * @throws LiveDeskRequestException when there is no id, or none that can be one
   */
  static RetryMessage read(ExchangeReader reader) {
    String conversationId = reader.conversationIdOfRetry();
    Object id = reader.headerOr(LiveDeskConstants.MESSAGE_ID, reader.options().messageId());
    if (id == null) {
      id = reader.message().getBody();
    }
    if (id instanceof LiveDeskMessage message) {
      id = message.id();
    }
    String takes =
        "the id of a message, as header "
            + LiveDeskConstants.MESSAGE_ID
            + ", as option or as body: "
            + Ids.PATH_ID_RULE;
    return new RetryMessage(conversationId, reader.pathId("messageId", id, takes), List.of());
  }
}
