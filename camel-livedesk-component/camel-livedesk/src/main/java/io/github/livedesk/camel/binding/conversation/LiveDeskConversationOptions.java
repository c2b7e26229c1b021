// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding.conversation;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What an endpoint says of conversations; where a header says otherwise, the header counts. */
@UriParams
public class LiveDeskConversationOptions {

  @UriParam(
      label = "producer",
      description =
          "The contact's session in the inbox that a conversation is made in; the header"
              + " CamelLiveDeskSourceId beats it. Whoever has it can open the customer's chat.")
  private String sourceId;

  @UriParam(
      label = "producer",
      description =
          "Status that a conversation is given: open, resolved, pending, snoozed, closed, or what"
              + " LiveDesk may add.")
  private String status;

  @UriParam(
      label = "producer",
      description =
          "With status=snoozed, until when: seconds since 1970, or a time such as"
              + " 2027-01-31T08:00:00Z. Left out, without end.")
  private String snoozedUntil;

  public String getSourceId() {
    return sourceId;
  }

  public void setSourceId(String sourceId) {
    this.sourceId = sourceId;
  }

  public String getStatus() {
    return status;
  }

  public void setStatus(String status) {
    this.status = status;
  }

  public String getSnoozedUntil() {
    return snoozedUntil;
  }

  public void setSnoozedUntil(String snoozedUntil) {
    this.snoozedUntil = snoozedUntil;
  }
}
