// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import io.github.livedesk.camel.simulator.desk.ContactStore;
import io.github.livedesk.camel.simulator.desk.Profile;
import io.github.livedesk.camel.simulator.store.ApiError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A contact that is to be there before a test begins. It may be as requests can't make it: two with
 * one phone, a phone of any form, none of them in an inbox.
 *
 * <pre>{@code
 * StoredContact ann =
 *     livedesk.contact().name("Ann").phoneNumber("+6581234567").inbox(702).create();
 * }</pre>
 */
public final class ContactSetup {

  private final ContactStore contacts;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, Object> customAttributes = new LinkedHashMap<>();
  private final Map<String, Object> additionalAttributes = new LinkedHashMap<>();
  private final List<String> labels = new ArrayList<>();
  private final List<Long> inboxes = new ArrayList<>();

  ContactSetup(ContactStore contacts) {
    this.contacts = contacts;
  }

  /** What it is called. */
  public ContactSetup name(String name) {
    return with("name", name);
  }

  /** Its e-mail; kept in lower case. */
  public ContactSetup email(String email) {
    return with("email", email);
  }

  /** Its phone, as {@code +6581234567}. */
  public ContactSetup phoneNumber(String phoneNumber) {
    return with("phone_number", phoneNumber);
  }

  /** The number that another system has for it. */
  public ContactSetup identifier(String identifier) {
    return with("identifier", identifier);
  }

  /** Whether the desk wants to hear no more of it: its conversations begin resolved. */
  public ContactSetup blocked(boolean blocked) {
    return with("blocked", blocked);
  }

  /** A custom attribute, beside others. */
  public ContactSetup customAttribute(String name, Object value) {
    customAttributes.put(name, value);
    return this;
  }

  /** An additional attribute, beside others: {@code company_name}, {@code city}. */
  public ContactSetup additionalAttribute(String name, Object value) {
    additionalAttributes.put(name, value);
    return this;
  }

  /** A label, beside others; no documented call gives a contact any. */
  public ContactSetup label(String label) {
    labels.add(label);
    return this;
  }

  /** A session in an inbox, beside others, in the same inbox too. */
  public ContactSetup inbox(long inboxId) {
    inboxes.add(inboxId);
    return this;
  }

  private ContactSetup with(String field, Object value) {
    values.put(field, value);
    return this;
  }

  /**
   * Makes it.
   *
   * @throws IllegalArgumentException when another contact has its e-mail or identifier
   */
  public StoredContact create() {
    values.put("custom_attributes", customAttributes);
    values.put("additional_attributes", additionalAttributes);
    try {
      Profile profile = Profile.EMPTY.with(values).withLabels(labels);
      return StoredContact.of(contacts.createUnchecked(profile, inboxes));
    } catch (ApiError taken) {
      throw new IllegalArgumentException(
          "Another contact has this e-mail or this identifier", taken);
    }
  }
}
