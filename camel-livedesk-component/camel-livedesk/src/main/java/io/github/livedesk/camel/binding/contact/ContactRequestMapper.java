// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding.contact;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.binding.Given;
import io.github.livedesk.camel.binding.MessageFields;
import io.github.livedesk.camel.binding.ResourceOptions;
import io.github.livedesk.camel.client.contact.ContactCall.Create;
import io.github.livedesk.camel.client.contact.ContactCall.Search;
import io.github.livedesk.camel.client.contact.ContactCall.Update;
import io.github.livedesk.camel.client.contact.ContactOperation;
import io.github.livedesk.camel.client.contact.EnsureContact;
import io.github.livedesk.camel.client.contact.Query;
import io.github.livedesk.camel.model.failure.Names;
import java.io.InputStream;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An exchange as an operation on contacts. */
final class ContactRequestMapper {

  /** The names of the operations. */
  static final List<String> OPERATIONS = List.of("create", "search", "update", "ensure");

  private static final int LONGEST_QUERY = 2_000;

  private final ResourceOptions reader;

  private ContactRequestMapper(ResourceOptions reader) {
    this.reader = reader;
  }

  static ContactOperation read(ResourceOptions reader) {
    var mapper = new ContactRequestMapper(reader);
    return switch (reader.operation(OPERATIONS)) {
      case "search" -> mapper.search();
      case "update" -> mapper.update();
      case "ensure" -> mapper.ensure();
      default -> mapper.create();
    };
  }

  private Create create() {
    ContactBody body = ContactBody.of(reader);
    Map<String, Object> fields = ContactFields.read(reader, body, false);
    if (fields.isEmpty()) {
      throw reader.wrong("body", found(body), ContactBody.takes());
    }
    return create(body, fields);
  }

  private Create create(ContactBody body, Map<String, Object> fields) {
    Long inbox = inbox(body);
    if (inbox == null) {
      throw reader.wrong(
          "inboxId",
          "nothing",
          ResourceOptions.ID_RULE
              + ", as option, as header "
              + LiveDeskConstants.INBOX_ID
              + " or as inbox_id in the body");
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("inbox_id", inbox);
    json.putAll(fields);
    return new Create(inbox, json);
  }

  private EnsureContact ensure() {
    ContactBody body = ContactBody.of(reader);
    ContactFields.checkSame(reader, body);
    Map<String, Object> fields = ContactFields.read(reader, body, false);
    if (!ContactFields.haveKey(fields)) {
      throw reader.wrong(
          "body",
          fields.isEmpty() ? found(body) : "no key that a contact can be found by",
          "identifier, email or phone_number, one or more, in the body, as headers or as options");
    }
    return new EnsureContact(create(body, fields));
  }

  private Update update() {
    ContactBody body = ContactBody.of(reader);
    Object outside =
        reader.headerOr(ContactOption.CONTACT_ID.header(), ContactOption.CONTACT_ID.optionName());
    Long id = reader.id("contactId", outside);
    Long inBody = reader.id("id", body.id());
    if (id != null && inBody != null && !id.equals(inBody)) {
      throw reader.wrong(
          "contactId", "contact " + inBody + " in the body, " + id + " outside", "one contact");
    }
    if (id == null) {
      id = inBody;
    }
    if (id == null) {
      id =
          reader.id(
              LiveDeskConstants.CURRENT_CONTACT_ID,
              reader.header(LiveDeskConstants.CURRENT_CONTACT_ID));
    }
    if (id == null) {
      throw reader.wrong(
          "contactId",
          "nothing",
          ResourceOptions.ID_RULE
              + ", as option, as header "
              + LiveDeskConstants.CONTACT_ID
              + " or as id in the body");
    }
    Map<String, Object> fields = ContactFields.read(reader, body, true);
    if (fields.isEmpty()) {
      throw reader.wrong("body", "no field to change", ContactBody.takes());
    }
    return new Update(id, inbox(body), fields);
  }

  private Long inbox(ContactBody body) {
    Object header = reader.header(LiveDeskConstants.INBOX_ID);
    if (header != null) {
      return reader.id(LiveDeskConstants.INBOX_ID, header);
    }
    Object inBody = body.fields().get("inbox_id");
    if (inBody != null) {
      return reader.id("inbox_id", inBody);
    }
    Object option = reader.option(ContactOption.INBOX_ID.optionName());
    return option != null
        ? reader.id("inboxId", option)
        : reader.id(
            LiveDeskConstants.CURRENT_INBOX_ID, reader.header(LiveDeskConstants.CURRENT_INBOX_ID));
  }

  private Search search() {
    String sought = sought();
    Query query = Query.empty().with("q", sought);
    Object page = reader.headerOr(ContactOption.PAGE.header(), ContactOption.PAGE.optionName());
    query = query.with("page", Given.number(reader, "page", page, "a whole number from 1"));
    Object labels = reader.option("labels");
    if (labels != null) {
      for (String label : labels.toString().split(",", -1)) {
        query = query.with("labels[]", label.isBlank() ? null : label.strip());
      }
    }
    query = query.with("sort", reader.option("sort")).with("direction", reader.option("direction"));
    return new Search(query.toString(), sought);
  }

  private String sought() {
    Object header = reader.header(ContactOption.QUERY.header());
    Object body = reader.body();
    if (isStream(body) && header == null) {
      throw reader.wrong("body", Names.typeName(body), "a String to search for, or nothing");
    }
    Object value =
        header != null
            ? header
            : body instanceof CharSequence ? body : reader.option(ContactOption.QUERY.optionName());
    if (value == null) {
      return null;
    }
    String field = header == null ? "query" : ContactOption.QUERY.header();
    String text = Given.text(reader, field, value, "text");
    MessageFields.checkText(reader, field, text);
    if (text.length() > LONGEST_QUERY) {
      throw reader.wrong(
          field, text.length() + " characters", "at most " + LONGEST_QUERY + " characters");
    }
    return text.isBlank() ? null : text;
  }

  private static boolean isStream(Object body) {
    return body instanceof InputStream || body instanceof Reader || body instanceof byte[];
  }

  private String found(ContactBody body) {
    if (body.isContact()) {
      return "no field of a contact";
    }
    Object given = reader.body();
    return given == null ? "nothing" : "a body that is no contact, " + Names.typeName(given);
  }
}
