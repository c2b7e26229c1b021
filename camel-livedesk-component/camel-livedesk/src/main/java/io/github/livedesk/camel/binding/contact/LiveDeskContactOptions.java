// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding.contact;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What an endpoint says of contacts; where a header says otherwise, the header counts. */
@UriParams
public class LiveDeskContactOptions {

  @UriParam(
      label = "producer",
      description =
          "The inbox that a contact or conversation is made in, 1 or more. Required by the operations"
              + " create and ensure, here, as header CamelLiveDeskInboxId or in the body.")
  private Long inboxId;

  @UriParam(
      label = "producer",
      description =
          "The contact to update, or that a conversation is made with, 1 or more; the header"
              + " CamelLiveDeskContactId beats it.")
  private Long contactId;

  @UriParam(label = "producer", description = "Name of the contact, as agents see it.")
  private String name;

  @UriParam(label = "producer", description = "E-mail address of the contact: one @ and no blanks.")
  private String email;

  @UriParam(
      label = "producer",
      description =
          "Phone number of the contact: + and 2 to 15 digits. In a URI it has to stand in RAW(...),"
              + " for Camel makes a blank of the +.")
  private String phoneNumber;

  @UriParam(label = "producer", description = "Number or name of the contact in a system of yours.")
  private String identifier;

  @UriParam(label = "producer", description = "Address of a picture of the contact.")
  private String avatarUrl;

  @UriParam(
      label = "producer",
      description =
          "Text to search contacts for, in name, e-mail, phone number and identifier, where the body"
              + " is no text.")
  private String query;

  @UriParam(label = "producer", description = "Page of a search, from 1; a page has 15 contacts.")
  private Integer page;

  @UriParam(
      label = "producer",
      description = "Labels of contacts to search for, comma separated; any of them is enough.")
  private String labels;

  @UriParam(
      label = "producer",
      description =
          "Field by which a search is sorted, such as name, email, phone_number, last_activity_at or"
              + " created_at.")
  private String sort;

  @UriParam(label = "producer", enums = "asc,desc", description = "Direction of sort.")
  private String direction;

  public Long getInboxId() {
    return inboxId;
  }

  public void setInboxId(Long inboxId) {
    this.inboxId = inboxId;
  }

  public Long getContactId() {
    return contactId;
  }

  public void setContactId(Long contactId) {
    this.contactId = contactId;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPhoneNumber() {
    return phoneNumber;
  }

  public void setPhoneNumber(String phoneNumber) {
    this.phoneNumber = phoneNumber;
  }

  public String getIdentifier() {
    return identifier;
  }

  public void setIdentifier(String identifier) {
    this.identifier = identifier;
  }

  public String getAvatarUrl() {
    return avatarUrl;
  }

  public void setAvatarUrl(String avatarUrl) {
    this.avatarUrl = avatarUrl;
  }

  public String getQuery() {
    return query;
  }

  public void setQuery(String query) {
    this.query = query;
  }

  public Integer getPage() {
    return page;
  }

  public void setPage(Integer page) {
    this.page = page;
  }

  public String getLabels() {
    return labels;
  }

  public void setLabels(String labels) {
    this.labels = labels;
  }

  public String getSort() {
    return sort;
  }

  public void setSort(String sort) {
    this.sort = sort;
  }

  public String getDirection() {
    return direction;
  }

  public void setDirection(String direction) {
    this.direction = direction;
  }
}
