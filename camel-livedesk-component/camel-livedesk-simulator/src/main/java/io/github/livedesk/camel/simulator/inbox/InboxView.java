// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.simulator.behaviour.Behaviour;
import io.github.livedesk.camel.simulator.behaviour.PlannedBehaviours;
import io.github.livedesk.camel.simulator.content.Content;
import io.github.livedesk.camel.simulator.desk.Desk;
import io.github.livedesk.camel.simulator.store.Attachment;
import io.github.livedesk.camel.simulator.store.CallLog;
import io.github.livedesk.camel.simulator.store.Conversation.Entry;
import io.github.livedesk.camel.simulator.store.Masks;
import io.github.livedesk.camel.simulator.store.Message;
import io.github.livedesk.camel.simulator.store.MessageStore;
import io.github.livedesk.camel.simulator.store.RecordedCall;
import io.github.livedesk.camel.simulator.store.RecordedCall.Reply;
import io.github.livedesk.camel.simulator.store.Request;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What inboxes, and programs in other languages, get to read: JSON as Maps and Lists. */
public final class InboxView {

  /** Messages of a conversation in one answer. */
  private static final int MESSAGES = 200;

  /** Characters of a body. */
  private static final int SHOWN = 64 * 1024;

  private final MessageStore store;
  private final DeskView desk;
  private final PlannedBehaviours planned;
  private final CallLog calls;
  private final ChangeFeed changes;

  public InboxView(
      MessageStore store, Desk desk, PlannedBehaviours planned, CallLog calls, ChangeFeed changes) {
    this.store = store;
    this.desk = new DeskView(store, desk);
    this.planned = planned;
    this.calls = calls;
    this.changes = changes;
  }

  Map<String, Object> state() {
    return Map.of("version", changes.version(), "conversations", desk.conversations());
  }

  Map<String, Object> conversation(String id) {
    long version = changes.version();
    List<Entry> entries = store.entries(id);
    int older = Math.max(0, entries.size() - MESSAGES);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", version);
    json.put("older", older);
    json.put("behaviours", behaviours(planned.waiting(id)));
    json.put(
        "messages",
        entries.subList(older, entries.size()).stream().map(InboxView::message).toList());
    json.putAll(desk.of(id));
    return json;
  }

  private static Map<String, Object> message(Entry entry) {
    Message message = entry.message();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", message.id());
    json.put("content", message.content());
    json.put("private", message.privateNote());
    json.put("fromCustomer", message.fromCustomer());
    json.put("status", message.status());
    json.put("externalError", message.externalError());
    json.put("inReplyTo", message.inReplyTo());
    json.put("createdAt", message.createdAt().toString());
    json.put("attachments", message.attachments().stream().map(InboxView::file).toList());
    json.put("template", message.templateParams().isEmpty() ? null : message.templateParams());
    json.put("calls", entry.calls());
    json.put("warnings", entry.warnings());
    return json;
  }

  private static Map<String, Object> file(Attachment file) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", file.id());
    json.put("fileName", file.fileName());
    json.put("contentType", file.contentType());
    json.put("fileType", file.fileType());
    json.put("size", file.content().size());
    json.put("url", file.path());
    return json;
  }

  /** Equal ones in a row are one with a number. */
  private static List<Map<String, Object>> behaviours(List<Behaviour> waiting) {
    List<Map<String, Object>> all = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= waiting.size(); i++) {
      if (i == waiting.size() || !waiting.get(i).equals(waiting.get(from))) {
        Map<String, Object> json = BehaviourReader.toJson(waiting.get(from));
        json.put("times", i - from);
        all.add(json);
        from = i;
      }
    }
    return all;
  }

  /** Empty when it is not kept any more. */
  Optional<Map<String, Object>> call(long number) {
    try {
      return calls.get(number).map(InboxView::call);
    } catch (UncheckedIOException e) {
      // It dropped out at this moment, and its body with it.
      return Optional.empty();
    }
  }

  private static Map<String, Object> call(RecordedCall call) {
    Request request = call.request();
    Reply reply = call.reply() == null ? Reply.NONE : call.reply();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", call.number());
    json.put("receivedAt", call.receivedAt().toString());
    json.put("method", request.method());
    json.put("path", Masks.target(request.path()));
    List<List<String>> headers = new ArrayList<>();
    request
        .headers()
        .forEach(
            (name, values) ->
                values.forEach(it -> headers.add(List.of(name, Masks.header(name, it)))));
    json.put("requestHeaders", headers);
    json.put("requestBody", text(request.body()));
    json.put("requestBodySize", request.body().size());
    json.put("warnings", request.warnings());
    json.put("status", reply.status());
    json.put(
        "responseHeaders",
        reply.headers().entrySet().stream()
            .map(it -> List.of(it.getKey(), it.getValue()))
            .toList());
    json.put("responseBody", text(Content.of(reply.body())));
    return json;
  }

  /** What is no text becomes dots. */
  private static String text(Content body) {
    String text = new String(body.bytes(SHOWN), UTF_8);
    return text.replaceAll("[\\p{Cntrl}\uFFFD&&[^\r\n\t]]+", "\u2026");
  }
}
