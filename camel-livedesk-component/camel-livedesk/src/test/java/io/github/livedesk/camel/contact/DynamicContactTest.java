// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.contact.LiveDeskContact;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.StoredContact;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code toD}: who a contact is, is a value, and no part of an address. */
class DynamicContactTest extends DeskTestSupport {

  private static final String BY_PHONE =
      "livedesk:contacts?op=ensure&inboxId=702&phoneNumber=${header.phone}&name=${header.who}";

  DynamicContactTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  private Exchange sendTo(String uri, Map<String, Object> headers) throws Exception {
    context()
        .addRoutes(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:tried").toD(uri);
              }
            });
    return send("direct:tried", null, headers);
  }

  @Test
  void aPlusSignAPercentCodeAndABlankArriveAsTheyAre() throws Exception {
    Exchange exchange = sendTo(BY_PHONE, Map.of("phone", PHONE, "who", "A %2B and B+C 100%"));

    assertThat(exchange.getException()).isNull();
    StoredContact stored = livedesk.contacts().get(0);
    assertThat(stored.phoneNumber()).isEqualTo(PHONE);
    assertThat(stored.name()).isEqualTo("A %2B and B+C 100%");
  }

  @Test
  void manyCustomersHaveOneEndpoint() throws Exception {
    sendTo(BY_PHONE, Map.of("phone", PHONE, "who", "Ann"));
    for (int i = 10; i < 40; i++) {
      send("direct:tried", null, Map.of("phone", "+65812345" + i, "who", "Ann " + i));
    }

    assertThat(livedesk.contacts()).hasSize(31);
    assertThat(context().getEndpoints())
        .extracting(Endpoint::getEndpointUri)
        .filteredOn(uri -> uri.startsWith("livedesk"))
        .containsExactly("livedesk://contacts?inboxId=702&op=ensure");
  }

  @Test
  void theHeaderBeatsWhatIsEvaluated() throws Exception {
    Exchange exchange =
        sendTo(
            BY_PHONE,
            Map.of("phone", PHONE, "who", "option", LiveDeskConstants.CONTACT_NAME, "header"));

    assertThat(exchange.getMessage().getBody(LiveDeskContact.class).name()).isEqualTo("header");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5&op=search", "5&inboxId=1", "5&baseUrl=http://evil.example"})
  void aValueIsNoOption(String value) throws Exception {
    StoredContact ann = livedesk.contact().name("Ann").create();

    Exchange exchange =
        sendTo(
            "livedesk:contacts?op=update&contactId=${header.id}&name=Anna",
            Map.of("id", value, LiveDeskConstants.CURRENT_CONTACT_ID, ann.id()));

    assertThat(exchange.getException()).isInstanceOf(LiveDeskRequestException.class);
    assertThat(exchange.getException()).hasMessageNotContaining("evil");
    assertThat(exchange.getMessage().getHeader(LiveDeskConstants.CURRENT_CONTACT_ID)).isNull();
    assertThat(livedesk.requests()).isEmpty();
  }

  @Test
  void aConversationIsNamedByAValue() throws Exception {
    var conversation = livedesk.conversationWith(livedesk.contact().inbox(702).create(), 702);

    sendTo(
        "livedesk:conversations?op=status&conversationId=${header.id}&status=${header.to}",
        Map.of("id", conversation.id(), "to", "resolved"));

    assertThat(conversation.status()).isEqualTo("resolved");
  }
}
