// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding.conversation;

import static io.github.livedesk.camel.binding.SendHeaders.set;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.binding.ResourceBinding;
import io.github.livedesk.camel.binding.ResourceOptions;
import io.github.livedesk.camel.binding.SendHeaders;
import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.conversation.ConversationCall;
import io.github.livedesk.camel.client.conversation.ConversationCall.Create;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.model.conversation.LiveDeskConversation;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Conversations themselves. */
public final class ConversationBinding implements ResourceBinding<ConversationCall> {

  private static final String CREATE = "create";

  private final String endpointUri;
  private final Function<String, Object> options;

  /**
   * @param endpointUri the endpoint's own
   * @param options what the endpoint says, by names of options
   */
  public ConversationBinding(String endpointUri, Function<String, Object> options) {
    this.endpointUri = endpointUri;
    this.options = options;
  }

  /** The names of the operations. */
  public static List<String> operations() {
    return ConversationRequestMapper.OPERATIONS;
  }

  @Override
  public String resource() {
    return ConversationCall.RESOURCE;
  }

  @Override
  public boolean mayWait(Exchange exchange) {
    return false;
  }

  @Override
  public ConversationCall toOperation(Exchange exchange, SourceWatch watch) {
    var reader = new ResourceOptions(resource(), exchange, endpointUri, options);
    return reader.read(() -> ConversationRequestMapper.read(reader));
  }

  /** The conversation, which is in hand then. */
  @Override
  public void succeed(Exchange exchange, ConversationCall call, ApiResponse response) {
    Message message = exchange.getMessage();
    SendHeaders.write(message, response);
    if (call instanceof Create create && response.body() instanceof LiveDeskConversation made) {
      inHand(message, create, made);
    }
    message.setBody(response.body());
  }

  /** Where it is that of another contact than was in hand, that one is in hand now. */
  private static void inHand(Message message, Create create, LiveDeskConversation made) {
    message.setHeader(LiveDeskConstants.CURRENT_CONVERSATION_ID, String.valueOf(made.id()));
    Long contact = create.contactId() == null ? made.contactId() : create.contactId();
    boolean isTheSame =
        contact != null
            && contact.equals(message.getHeader(LiveDeskConstants.CURRENT_CONTACT_ID))
            && create.inboxId().equals(message.getHeader(LiveDeskConstants.CURRENT_INBOX_ID));
    if (!isTheSame) {
      set(message, LiveDeskConstants.CURRENT_CONTACT_ID, contact);
      set(message, LiveDeskConstants.CURRENT_INBOX_ID, create.inboxId());
      set(message, LiveDeskConstants.CURRENT_SOURCE_ID, create.sourceId());
    }
  }

  @Override
  public void fail(Exchange exchange, ConversationCall call, LiveDeskException failure) {
    refuse(exchange, failure);
  }

  @Override
  public void fail(Exchange exchange, LiveDeskException failure) {
    refuse(exchange, failure);
  }

  /** Fails an exchange; a conversation that was to be made is not in hand. */
  public static void refuse(Exchange exchange, LiveDeskException failure) {
    Message message = exchange.getMessage();
    SendHeaders.write(message, failure);
    if (failure.getOperation() == null || failure.getOperation().equals(CREATE)) {
      message.removeHeader(LiveDeskConstants.CURRENT_CONVERSATION_ID);
    }
    exchange.setException(failure);
  }

  @Override
  public void abandon(Exchange exchange, ConversationCall call, Throwable cause) {
    exchange.setException(cause);
  }

  @Override
  public void discard(ConversationCall call) {
    // it holds nothing
  }
}
