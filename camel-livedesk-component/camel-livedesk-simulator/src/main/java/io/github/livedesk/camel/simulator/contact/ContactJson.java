// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.contact;

import io.github.livedesk.camel.simulator.desk.Contact;
import io.github.livedesk.camel.simulator.desk.Profile;
import io.github.livedesk.camel.simulator.desk.Session;
import java.util.LinkedHashMap;
import java.util.Map;

/** A contact in answers; {@code last_activity_at} is left out, as nothing happened. */
public final class ContactJson {

  private static final String CHANNEL = "Channel::Api";

  private ContactJson() {}

  /** A contact without its sessions, as conversations have it. */
  public static Map<String, Object> of(Contact contact) {
    Profile profile = contact.profile();
    var json = new LinkedHashMap<String, Object>();
    json.put("additional_attributes", profile.additionalAttributes());
    json.put("availability_status", "offline");
    json.put("email", profile.email());
    json.put("id", contact.id());
    json.put("name", profile.name());
    json.put("phone_number", profile.phoneNumber());
    json.put("blocked", profile.blocked());
    json.put("identifier", profile.identifier());
    json.put("thumbnail", profile.avatarUrl() == null ? "" : profile.avatarUrl());
    json.put("custom_attributes", profile.customAttributes());
    json.put("created_at", contact.createdAt().getEpochSecond());
    return json;
  }

  static Map<String, Object> withSessions(Contact contact) {
    Map<String, Object> json = of(contact);
    json.put("contact_inboxes", contact.sessions().stream().map(ContactJson::session).toList());
    return json;
  }

  /** The answer to a create. */
  static Map<String, Object> created(Contact contact) {
    Session session = contact.sessions().get(0);
    var contactInbox = new LinkedHashMap<String, Object>();
    contactInbox.put("inbox", inbox(session.inboxId()));
    contactInbox.put("source_id", session.sourceId());
    var payload = new LinkedHashMap<String, Object>();
    payload.put("contact", withSessions(contact));
    payload.put("contact_inbox", contactInbox);
    return Map.of("payload", payload);
  }

  private static Map<String, Object> session(Session session) {
    var inbox = new LinkedHashMap<String, Object>();
    inbox.put("id", session.inboxId());
    inbox.put("avatar_url", "");
    inbox.put("channel_id", 31);
    inbox.put("name", name(session.inboxId()));
    inbox.put("channel_type", CHANNEL);
    inbox.put("provider", null);
    var json = new LinkedHashMap<String, Object>();
    json.put("source_id", session.sourceId());
    json.put("inbox", inbox);
    return json;
  }

  private static Map<String, Object> inbox(long id) {
    var inbox = new LinkedHashMap<String, Object>();
    inbox.put("id", id);
    inbox.put("name", name(id));
    inbox.put("channel_type", CHANNEL);
    return inbox;
  }

  private static String name(long inboxId) {
    return "Inbox " + inboxId;
  }
}
