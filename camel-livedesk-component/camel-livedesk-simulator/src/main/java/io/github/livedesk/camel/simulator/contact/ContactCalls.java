// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.contact;

import io.github.livedesk.camel.simulator.behaviour.PlannedCall;
import io.github.livedesk.camel.simulator.call.Fields;
import io.github.livedesk.camel.simulator.call.Operation;
import io.github.livedesk.camel.simulator.call.Prepared;
import io.github.livedesk.camel.simulator.call.Warnings;
import io.github.livedesk.camel.simulator.desk.Contact;
import io.github.livedesk.camel.simulator.desk.ContactSearch.Found;
import io.github.livedesk.camel.simulator.desk.Desk;
import io.github.livedesk.camel.simulator.desk.Profile;
import io.github.livedesk.camel.simulator.store.ApiError;
import io.github.livedesk.camel.simulator.store.Request;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls for contacts. */
public final class ContactCalls {

  private final Desk desk;

  public ContactCalls(Desk desk) {
    this.desk = desk;
  }

  public Operation create() {
    return new Operation(PlannedCall.CREATE_CONTACT.key(), this::judgeCreate);
  }

  public Operation search() {
    return new Operation(PlannedCall.SEARCH_CONTACTS.key(), this::judgeSearch);
  }

  /**
   * An update.
   *
   * @param id as in the path
   */
  public Operation update(String id) {
    return new Operation(
        PlannedCall.UPDATE_CONTACT.key(),
        (request, warnings) -> judgeUpdate(id, request, warnings));
  }

  private Prepared judgeCreate(Request request, Warnings warnings) throws ApiError, IOException {
    Fields fields = ContactFields.ofCreate(request, warnings);
    long inboxId = fields.requiredId("inbox_id");
    Profile profile = Profile.EMPTY.with(ContactFields.changes(fields));
    desk.rules().checkInbox(inboxId);
    desk.contacts().check(profile);
    return new ContactCreation(desk, profile, inboxId);
  }

  private Prepared judgeSearch(Request request, Warnings warnings) throws ApiError {
    ContactQuery query = ContactQuery.of(request, warnings);
    desk.rules().checkSearch();
    return context -> found(query);
  }

  private Map<String, Object> found(ContactQuery query) {
    boolean blind = desk.rules().takeBlindSearch();
    Found found = query.search().in(blind ? List.of() : desk.contacts().all());
    var meta = new LinkedHashMap<String, Object>();
    meta.put("count", found.count());
    meta.put("current_page", query.currentPage());
    var json = new LinkedHashMap<String, Object>();
    json.put("meta", meta);
    json.put(
        "payload",
        found.contacts().stream()
            .map(query.withSessions() ? ContactJson::withSessions : ContactJson::of)
            .toList());
    return json;
  }

  private Prepared judgeUpdate(String id, Request request, Warnings warnings)
      throws ApiError, IOException {
    if (!id.matches("[0-9]{1,18}")) {
      throw ApiError.notFound();
    }
    long contactId = Long.parseLong(id);
    Map<String, Object> changes = ContactFields.changes(ContactFields.ofUpdate(request, warnings));
    desk.contacts().checkUpdate(contactId, changes);
    return context -> {
      Contact changed = desk.contacts().update(contactId, changes);
      return Map.of("payload", ContactJson.withSessions(changed));
    };
  }
}
