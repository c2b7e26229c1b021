// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.binding.MessageBinding;
import io.github.livedesk.camel.binding.MessageOption;
import io.github.livedesk.camel.binding.ResourceBinding;
import io.github.livedesk.camel.binding.contact.ContactBinding;
import io.github.livedesk.camel.binding.contact.ContactOption;
import io.github.livedesk.camel.binding.conversation.ConversationBinding;
import io.github.livedesk.camel.binding.conversation.ConversationOption;
import io.github.livedesk.camel.client.contact.ContactOperation;
import io.github.livedesk.camel.client.conversation.ConversationCall;
import io.github.livedesk.camel.model.LiveDeskOperation;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;

/** What of LiveDesk an endpoint is about. It decides which options the endpoint has. */
enum LiveDeskResource {

  /** The messages of its conversations. */
  MESSAGES {

    @Override
    List<String> operations() {
      return Arrays.stream(LiveDeskOperation.values()).map(Enum::name).toList();
    }

    @Override
    Map<String, String> headers() {
      return MessageOption.headers();
    }

    @Override
    List<String> ofEndpoint() {
      return List.of("op", "ignoreAttachments");
    }

    @Override
    ResourceBinding<?> binding(LiveDeskEndpoint endpoint) {
      return new MessageBinding(endpoint.getEndpointUri(), endpoint.getMessageOptions());
    }

    @Override
    String logName() {
      return null;
    }

    @Override
    void refuse(Exchange exchange, LiveDeskException failure) {
      MessageBinding.refuse(exchange, failure);
    }
  },

  /** Its contacts: the customers. */
  CONTACTS {

    @Override
    List<String> operations() {
      return ContactBinding.operations();
    }

    @Override
    Map<String, String> headers() {
      return ContactOption.headers();
    }

    @Override
    List<String> ofEndpoint() {
      return ContactOption.namesOfEndpoint();
    }

    @Override
    ResourceBinding<?> binding(LiveDeskEndpoint endpoint) {
      return new ContactBinding(endpoint.getEndpointUri(), endpoint::option);
    }

    @Override
    String logName() {
      return ContactOperation.RESOURCE;
    }

    @Override
    void refuse(Exchange exchange, LiveDeskException failure) {
      ContactBinding.refuse(exchange, failure);
    }
  },

  /** Its conversations themselves. */
  CONVERSATIONS {

    @Override
    List<String> operations() {
      return ConversationBinding.operations();
    }

    @Override
    Map<String, String> headers() {
      return ConversationOption.headers();
    }

    @Override
    List<String> ofEndpoint() {
      return List.of("op");
    }

    @Override
    ResourceBinding<?> binding(LiveDeskEndpoint endpoint) {
      return new ConversationBinding(endpoint.getEndpointUri(), endpoint::option);
    }

    @Override
    String logName() {
      return ConversationCall.RESOURCE;
    }

    @Override
    void refuse(Exchange exchange, LiveDeskException failure) {
      ConversationBinding.refuse(exchange, failure);
    }
  };

  /** All names, as the catalogue shows them. */
  static final String NAMES = "messages,contacts,conversations";

  /** With this name in a URI; empty where there is none. */
  static Optional<LiveDeskResource> of(String name) {
    return Arrays.stream(values()).filter(resource -> resource.uriName().equals(name)).findFirst();
  }

  /** That of a URI without options, {@code livedesk:contacts}; messages where it names none. */
  static LiveDeskResource ofPath(String path) {
    String name = path.substring(path.indexOf(':') + 1);
    return of(name.startsWith("//") ? name.substring(2) : name).orElse(MESSAGES);
  }

  /** As in a URI. */
  String uriName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of its operations. */
  abstract List<String> operations();

  /**
   * The headers of the options that belong to one send, by names of options: {@code toD} hands
   * their values over with the message.
   */
  abstract Map<String, String> headers();

  /** The names of its options that have no header. */
  abstract List<String> ofEndpoint();

  /** Whether an option belongs to one send. */
  boolean isOfOneSend(String option) {
    return headers().containsKey(option);
  }

  /** The header that beats an option, of whichever resource; empty where it has none. */
  static Optional<String> headerOf(String option) {
    return Arrays.stream(values())
        .map(resource -> resource.headers().get(option))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Whether an option is one that other resources have, and this one has not. */
  boolean isForeign(String option) {
    return !own().contains(option)
        && Arrays.stream(values()).anyMatch(other -> other.own().contains(option));
  }

  /** The options that it has beside those of connections and retries, in order. */
  Set<String> own() {
    Set<String> own = new TreeSet<>(headers().keySet());
    own.addAll(ofEndpoint());
    return own;
  }

  abstract ResourceBinding<?> binding(LiveDeskEndpoint endpoint);

  /** As in a log line; null for messages. */
  abstract String logName();

  /** Fails an exchange before it came to an endpoint. */
  abstract void refuse(Exchange exchange, LiveDeskException failure);
}
