// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveDeskMessageTest {

  private static final JsonMapper JSON = new JsonMapper();

  /** The attachment reply of the API document, its links shortened. */
  private static final String DOCUMENTED =
      """
      {
        "id": 3031,
        "content": "圖片詳情如下",
        "inbox_id": 79,
        "conversation_id": 141,
        "message_type": 1,
        "content_type": "text",
        "status": "sent",
        "content_attributes": {},
        "created_at": 1762331762,
        "private": false,
        "source_id": null,
        "sorting_id": 5,
        "sender": {
          "id": 3, "name": "Wenjie Yu", "available_name": "Wenjie Yu", "avatar_url": "",
          "type": "user", "availability_status": "offline", "thumbnail": ""
        },
        "attachments": [
          {
            "id": 199, "message_id": 3031, "file_type": "image", "account_id": 14,
            "extension": null, "data_url": "https://x/a.png", "thumb_url": "https://x/t.png",
            "file_size": 589136, "width": null, "height": null
          }
        ]
      }
      """;

  @Test
  void readsEveryDocumentedField() throws Exception {
    LiveDeskMessage message = JSON.readValue(DOCUMENTED, LiveDeskMessage.class);

    assertThat(message.id()).isEqualTo(3031);
    assertThat(message.content()).isEqualTo("圖片詳情如下");
    assertThat(message.inboxId()).isEqualTo(79);
    assertThat(message.conversationId()).isEqualTo(141);
    assertThat(message.messageType()).isEqualTo(1);
    assertThat(message.contentType()).isEqualTo("text");
    assertThat(message.status()).isEqualTo("sent");
    assertThat(message.contentAttributes()).isEmpty();
    assertThat(message.createdAt()).isEqualTo(Instant.ofEpochSecond(1762331762));
    assertThat(message.privateNote()).isFalse();
    assertThat(message.sourceId()).isNull();
    assertThat(message.sortingId()).isEqualTo(5);
    assertThat(message.sender().name()).isEqualTo("Wenjie Yu");
    assertThat(message.sender().availabilityStatus()).isEqualTo("offline");
    assertThat(message.attachments()).hasSize(1);
    assertThat(message.attachments().get(0).fileSize()).isEqualTo(589136);
    assertThat(message.attachments().get(0).dataUrl()).isEqualTo("https://x/a.png");
    assertThat(message.other()).isEmpty();
  }

  @Test
  void writesWhatItReadButForNulls() throws Exception {
    var expected = JSON.readValue(DOCUMENTED, Map.class);
    removeNulls(expected);

    LiveDeskMessage message = JSON.readValue(DOCUMENTED, LiveDeskMessage.class);

    assertThat(JSON.readTree(JSON.writeValueAsBytes(message)))
        .isEqualTo(JSON.valueToTree(expected));
  }

  private static void removeNulls(Object json) {
    if (json instanceof Map<?, ?> map) {
      map.values().removeIf(value -> value == null);
      map.values().forEach(LiveDeskMessageTest::removeNulls);
    } else if (json instanceof Iterable<?> list) {
      list.forEach(LiveDeskMessageTest::removeNulls);
    }
  }

  @Test
  void keepsFractionsOfSeconds() throws Exception {
    var message = LiveDeskMessage.of(Map.of("id", 1, "created_at", 1768967324.268219));

    assertThat(JSON.readTree(JSON.writeValueAsBytes(message)).get("created_at").doubleValue())
        .isEqualTo(1768967324.268);
  }

  @Test
  void isNoneWithoutAnId() {
    assertThatThrownBy(() -> LiveDeskMessage.of(Map.of("status", "sent")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void canNotBeChangedByItsMaps() {
    var message =
        LiveDeskMessage.of(Map.of("id", 1, "content_attributes", new HashMap<>(Map.of())));

    assertThatThrownBy(() -> message.contentAttributes().put("a", 1))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> message.other().put("a", 1))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aTextMessageReadsAndWritesTheNamesOfTheApi() throws Exception {
    String json =
        "{\"content\":\"a\",\"private\":true,\"content_attributes\":{\"in_reply_to\":29}}";

    TextMessage message = JSON.readValue(json, TextMessage.class);

    assertThat(message.content()).isEqualTo("a");
    assertThat(message.privateNote()).isTrue();
    assertThat(message.contentAttributes()).containsExactly(Map.entry("in_reply_to", 29));
    assertThat(JSON.readTree(JSON.writeValueAsBytes(message))).isEqualTo(JSON.readTree(json));
  }

  /** As JSON writes a number, and no other way. */
  @ParameterizedTest
  @ValueSource(strings = {"+5", "05", "\u0665", " 5", "5.0", "5e0", "", "99999999999999999999"})
  void whatIsNoNumberIsNoConversation(String text) {
    var message = LiveDeskMessage.of(Map.of("id", 1, "conversation_id", text));

    assertThat(message.conversationId()).isNull();
    assertThat(message.other()).containsEntry("conversation_id", text);
  }
}
