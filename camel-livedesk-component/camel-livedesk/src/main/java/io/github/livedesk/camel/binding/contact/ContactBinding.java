// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding.contact;

import static io.github.livedesk.camel.binding.SendHeaders.set;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.binding.ResourceBinding;
import io.github.livedesk.camel.binding.ResourceOptions;
import io.github.livedesk.camel.binding.SendHeaders;
import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.contact.ContactOperation;
import io.github.livedesk.camel.client.contact.ContactResult;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.model.contact.ContactInbox;
import io.github.livedesk.camel.model.contact.LiveDeskContact;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Contacts. */
public final class ContactBinding implements ResourceBinding<ContactOperation> {

  private final String endpointUri;
  private final Function<String, Object> options;

  /**
   * @param endpointUri the endpoint's own
   * @param options what the endpoint says, by names of options
   */
  public ContactBinding(String endpointUri, Function<String, Object> options) {
    this.endpointUri = endpointUri;
    this.options = options;
  }

  /** The names of the operations. */
  public static List<String> operations() {
    return ContactRequestMapper.OPERATIONS;
  }

  @Override
  public String resource() {
    return ContactOperation.RESOURCE;
  }

  @Override
  public boolean mayWait(Exchange exchange) {
    return false;
  }

  @Override
  public ContactOperation toOperation(Exchange exchange, SourceWatch watch) {
    var reader = new ResourceOptions(resource(), exchange, endpointUri, options);
    return reader.read(() -> ContactRequestMapper.read(reader));
  }

  /** The contact, or the page of contacts, and what is in hand then. */
  @Override
  public void succeed(Exchange exchange, ContactOperation operation, ApiResponse response) {
    Message message = exchange.getMessage();
    SendHeaders.write(message, response);
    if (response.body() instanceof ContactResult result) {
      inHand(message, operation.inboxId(), result.contact());
      set(message, LiveDeskConstants.CONTACT_CREATED, result.created());
      message.setBody(result.contact());
    } else {
      message.setBody(response.body());
    }
  }

  /** They belong together: none of another contact may stay. */
  private static void inHand(Message message, Long inboxId, LiveDeskContact contact) {
    Object before = message.getHeader(LiveDeskConstants.CURRENT_CONTACT_ID);
    if (!Objects.equals(before, contact.id())) {
      message.removeHeader(LiveDeskConstants.CURRENT_CONVERSATION_ID);
    }
    Optional<ContactInbox> session = contact.session(inboxId);
    set(message, LiveDeskConstants.CURRENT_CONTACT_ID, contact.id());
    set(
        message,
        LiveDeskConstants.CURRENT_INBOX_ID,
        inboxId == null ? session.map(ContactInbox::inboxId).orElse(null) : inboxId);
    set(
        message,
        LiveDeskConstants.CURRENT_SOURCE_ID,
        session.map(ContactInbox::sourceId).orElse(null));
  }

  @Override
  public void fail(Exchange exchange, ContactOperation operation, LiveDeskException failure) {
    refuse(exchange, failure);
  }

  @Override
  public void fail(Exchange exchange, LiveDeskException failure) {
    refuse(exchange, failure);
  }

  /** Fails an exchange, and leaves nothing in hand: it would be that of another customer. */
  public static void refuse(Exchange exchange, LiveDeskException failure) {
    Message message = exchange.getMessage();
    SendHeaders.write(message, failure);
    message.removeHeader(LiveDeskConstants.CURRENT_CONTACT_ID);
    message.removeHeader(LiveDeskConstants.CURRENT_INBOX_ID);
    message.removeHeader(LiveDeskConstants.CURRENT_SOURCE_ID);
    message.removeHeader(LiveDeskConstants.CURRENT_CONVERSATION_ID);
    message.removeHeader(LiveDeskConstants.CONTACT_CREATED);
    exchange.setException(failure);
  }

  @Override
  public void abandon(Exchange exchange, ContactOperation operation, Throwable cause) {
    exchange.setException(cause);
  }

  @Override
  public void discard(ContactOperation operation) {
    // it holds nothing
  }
}
