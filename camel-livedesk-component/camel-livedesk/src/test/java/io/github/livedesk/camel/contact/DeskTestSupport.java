// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.model.contact.LiveDeskContact;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.RecordedRequest;
import io.github.livedesk.camel.testing.SimulatorTestSupport;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/** Contacts and conversations of a simulated desk. */
abstract class DeskTestSupport extends SimulatorTestSupport {

  static final String PHONE = "+6581234567";
  static final String CREATE = "livedesk:contacts?op=create&inboxId=702";
  static final String ENSURE = "livedesk:contacts?op=ensure&inboxId=702";
  static final String SEARCH = "livedesk:contacts?op=search";
  static final String UPDATE = "livedesk:contacts?op=update";
  static final String CONVERSE = "livedesk:conversations?op=create&inboxId=702";
  static final String SET_STATUS = "livedesk:conversations?op=status";

  DeskTestSupport(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  /** Sends, and returns the exchange of a call that must work. */
  Exchange done(String uri, Object body, Map<String, Object> headers) {
    Exchange exchange = send(uri, body, headers);
    assertThat(exchange.getException()).isNull();
    return exchange;
  }

  LiveDeskContact contact(String uri, Object body, Map<String, Object> headers) {
    return done(uri, body, headers).getMessage().getBody(LiveDeskContact.class);
  }

  LiveDeskContact contact(String uri, Object body) {
    return contact(uri, body, Map.of());
  }

  /** What was asked for: method and path, without the query. */
  List<String> calls() {
    return livedesk.requests().stream()
        .map(
            it -> it.method() + " " + it.path().split("\\?", 2)[0].replace("/api/v2/accounts/", ""))
        .toList();
  }

  List<String> paths() {
    return livedesk.requests().stream().map(RecordedRequest::path).toList();
  }
}
