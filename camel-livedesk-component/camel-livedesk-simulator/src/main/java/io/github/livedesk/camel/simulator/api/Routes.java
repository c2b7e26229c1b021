// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import io.github.livedesk.camel.simulator.call.Operation;
import io.github.livedesk.camel.simulator.contact.ContactCalls;
import io.github.livedesk.camel.simulator.conversation.ConversationCalls;
import io.github.livedesk.camel.simulator.store.ApiError;
import io.github.livedesk.camel.simulator.store.Request;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which call a request makes, by its method and its path. */
final class Routes {

  private static final String ID = "([A-Za-z0-9_-]{1,64})";

  private record Route(String method, Pattern path, Function<Matcher, Operation> operation) {}

  private final List<Route> routes;

  Routes(MessageCalls messages, ContactCalls contacts, ConversationCalls conversations) {
    this.routes =
        List.of(
            route(
                "POST", "conversations/" + ID + "/messages", path -> messages.send(path.group(1))),
            route(
                "POST",
                "conversations/" + ID + "/messages/" + ID + "/retry",
                path -> messages.retry(path.group(1), path.group(2))),
            route("POST", "conversations", path -> conversations.create()),
            route(
                "POST",
                "conversations/" + ID + "/toggle_status",
                path -> conversations.changeStatus(path.group(1))),
            route("POST", "contacts", path -> contacts.create()),
            route("GET", "contacts", path -> contacts.search()),
            route("PATCH", "contacts/" + ID, path -> contacts.update(path.group(1))));
  }

  private static Route route(String method, String path, Function<Matcher, Operation> operation) {
    return new Route(method, Pattern.compile("/api/v2/accounts/" + path), operation);
  }

  Operation of(Request request) throws ApiError {
    String path = request.path().split("\\?", 2)[0];
    for (Route route : routes) {
      Matcher matcher = route.path().matcher(path);
      if (route.method().equals(request.method()) && matcher.matches()) {
        return route.operation().apply(matcher);
      }
    }
    throw ApiError.notFound();
  }
}
