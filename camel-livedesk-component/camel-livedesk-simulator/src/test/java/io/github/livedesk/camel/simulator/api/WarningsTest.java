// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import static io.github.livedesk.camel.simulator.ApiClient.disposition;
import static io.github.livedesk.camel.simulator.ApiClient.field;
import static io.github.livedesk.camel.simulator.ApiClient.file;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.simulator.ApiClient;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import io.github.livedesk.camel.simulator.RecordedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server lets pass and is surely a mistake is marked. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class WarningsTest {

  private static final String PNG = file("a.png", "image/png");

  private final LiveDeskSimulator livedesk;
  private final ApiClient client;

  WarningsTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.client = new ApiClient(livedesk);
  }

  private List<String> warnings() {
    List<RecordedRequest> all = livedesk.requests();
    return all.get(all.size() - 1).warnings();
  }

  /** Sends JSON that has apostrophes for quotation marks. */
  private List<String> warningsOf(String json) {
    assertThat(client.sendJson("141", json.replace('\'', '"')).status()).isEqualTo(200);
    return warnings();
  }

  private List<String> warningsOfParts(String... parts) {
    assertThat(client.sendParts("141", parts).status()).isEqualTo(200);
    return warnings();
  }

  private static String unknown(String field) {
    return "Field '" + field + "' is not in the API document; the server ignores it.";
  }

  // Nothing to say

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'content':'Hello'}",
        "{'content':'a\\tb\\n      c','private':true,'content_attributes':{'items':[],'x':1}}",
        "{'content':'Hello','message_type':'outgoing'}",
        "{'content':'Hello','content_attributes':{'in_reply_to':null}}",
        "{'content':'Hello','content_attributes':{}}"
      })
  void thereAreNoneForADocumentedRequest(String json) {
    assertThat(warningsOf(json)).isEmpty();
  }

  @Test
  void thereAreNoneForADocumentedFile() {
    assertThat(
            warningsOfParts(
                PNG,
                file("a.ogg", "audio/ogg; codecs=opus"),
                file("a.heic", "image/heic"),
                file("a.csv", "TEXT/CSV; charset=UTF-8"),
                disposition("name=\"attachments[]\"; filename=\"a\"") + "\r\nx",
                field("content", "Hello"),
                field("private", "false"),
                field("message_type", "outgoing"),
                field("content_attributes[x]", "1"),
                field("content_attributes", "{\"x\":1}")))
        .isEmpty();
  }

  @Test
  void thereAreNoneForARetry() {
    client.sendText("141", "Hello");
    livedesk.conversation(141).fail(1, "131026: Message undeliverable");
    client.send(client.request(ApiClient.messagesOf("141") + "/1/retry").POST(ApiClient.body("")));

    assertThat(warnings()).isEmpty();
  }

  // Fields

  @ParameterizedTest
  @ValueSource(strings = {"privat", "Private", "in_reply_to", "processed_params", "echo_id", ""})
  void anUnknownFieldIsMarked(String field) {
    assertThat(warningsOf("{'content':'Hello','" + field + "':true}"))
        .containsExactly(unknown(field));
  }

  @Test
  void eachUnknownFieldIsMarked() {
    assertThat(warningsOf("{'a':1,'content':'Hello','b':{'c':2}}"))
        .containsExactly(unknown("a"), unknown("b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content", "file", "attachment[]", "template_params", "in_reply_to"})
  void anUnknownPartIsMarked(String field) {
    assertThat(warningsOfParts(PNG, field(field, "secret"))).containsExactly(unknown(field));
  }

  @Test
  void anUnknownFilePartIsMarked() {
    assertThat(warningsOfParts(PNG, PNG.replace("attachments[]", "attachments[0]")))
        .containsExactly(unknown("attachments[0]"));
  }

  @Test
  void aPartWithoutAFieldIsMarked() {
    assertThat(warningsOfParts(PNG, disposition("filename=\"secret.png\"") + "\r\nx"))
        .containsExactly("A part has no field name; the server ignores it.");
  }

  @Test
  void aMessageTypeThatIsNotOutgoingIsMarked() {
    String warning =
        "message_type is not outgoing, the only documented value; the message is stored as"
            + " outgoing.";

    assertThat(warningsOf("{'content':'Hello','message_type':'incoming'}"))
        .containsExactly(warning);
    assertThat(warningsOfParts(PNG, field("message_type", "template"))).containsExactly(warning);
  }

  @ParameterizedTest
  @CsvSource({"False, true", "no, true", "yes, true", "None, true"})
  void aPrivateThatIsNeitherTrueNorFalseIsMarked(String text, boolean stored) {
    assertThat(warningsOfParts(PNG, field("private", text)))
        .containsExactly(
            "private is neither true nor false; the server takes it as true, so that only agents"
                + " see the message.");
    assertThat(livedesk.conversation(141).lastMessage().privateNote()).isEqualTo(stored);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "1, true", "t, true", "false, false", "0, false", "OFF, false"})
  void aPrivateThatIsClearIsNot(String text, boolean stored) {
    assertThat(warningsOfParts(PNG, field("private", text))).isEmpty();
    assertThat(livedesk.conversation(141).lastMessage().privateNote()).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "in_reply_to=1", "{in_reply_to:1}", "{} {}", "{\"x\":\"\0\"}"})
  void attributesThatAreNoJsonAreMarked(String text) {
    assertThat(warningsOfParts(PNG, field("content_attributes", text)))
        .containsExactly("content_attributes is not JSON; the server ignores it.");
  }

  // Replies

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"two\" | a text that is no whole number",
        "\" 1\" | a text that is no whole number",
        "\"\" | empty",
        "1.5 | a number that is no id",
        "18446744073709551617 | a number that is no id",
        "true | true or false",
        "[1] | an object or array",
        "{} | an object or array"
      })
  void aReplyToNoIdIsMarked(String value, String found) {
    client.sendText("141", "Question");

    assertThat(warningsOf("{'content':'Hi','content_attributes':{'in_reply_to':" + value + "}}"))
        .containsExactly(
            "in_reply_to is "
                + found
                + ", and takes the id of a message; the message becomes no"
                + " reply.");
    assertThat(livedesk.conversation(141).lastMessage().inReplyTo()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"29", "'29'", "2", "0", "-1"})
  void aReplyToAMessageThatIsNotThereIsMarked(String id) {
    client.sendText("141", "Question");
    client.sendText("142", "Message 2 is of another conversation");

    assertThat(warningsOf("{'content':'Hi','content_attributes':{'in_reply_to':" + id + "}}"))
        .containsExactly(
            "in_reply_to is %s, and this conversation has no such message; the message becomes no reply."
                .formatted(id.replace("'", "")));
  }

  @Test
  void aReplyOfAFileIsMarkedToo() {
    assertThat(warningsOfParts(PNG, field("content_attributes[in_reply_to]", "two"))).hasSize(1);
    assertThat(warningsOfParts(PNG, field("content_attributes[in_reply_to]", "29")))
        .singleElement()
        .asString()
        .startsWith("in_reply_to is 29, ");
    assertThat(warningsOfParts(PNG, field("content_attributes", "{\"in_reply_to\":\"two\"}")))
        .hasSize(1);
    assertThat(warningsOfParts(PNG, field("content_attributes", "{\"in_reply_to\":1}"))).isEmpty();
  }

  @Test
  void aReplyToAMessageThatIsThereIsNot() {
    client.sendText("141", "Question");

    assertThat(warningsOf("{'content':'Hi','content_attributes':{'in_reply_to':1}}")).isEmpty();
    assertThat(warningsOf("{'content':'Hi','content_attributes':{'in_reply_to':'1'}}")).isEmpty();
  }

  // Templates

  private List<String> warningsOfTemplate(String more) {
    return warningsOf(
        "{'content':'a\\nb','message_type':'outgoing',"
            + "'template_params':{'name':'n','language':'en',"
            + more
            + "}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'processed_params':{'1':'a','2':'b\\nc'} | processed_params.2 has a line break",
        "'processed_params':{'first_name':'b\\r'} | processed_params.first_name has a line break",
        "'processed_params':{'1':'a\\tb'} | processed_params.1 has a tab",
        "'processed_params':{'1':'a     b'} |"
            + " processed_params.1 has more than four blanks in a row",
        "'processed_params':{'1':'\\n\\t     x'} |"
            + " processed_params.1 has a line break and a tab and more than four blanks in a row",
        "'header_params':{'type':'text','text_variables':{'1':'a\\n'}} |"
            + " header_params.text_variables.1 has a line break",
        "'footer_params':{'text_variables':{'x':'a\\tb'}} |"
            + " footer_params.text_variables.x has a tab",
        "'button_params':[{'index':0,'sub_type':'url','text':'a'},"
            + "{'index':1,'sub_type':'quick_reply','payload':'a\\n'}] |"
            + " button_params[1].payload has a line break",
        "'button_params':[{'index':0,'sub_type':'url','text':'a     b'}] |"
            + " button_params[0].text has more than four blanks in a row"
      })
  void aTemplateValueThatWhatsAppRefusesIsMarked(String more, String found) {
    assertThat(warningsOfTemplate(more))
        .containsExactly(found + "; WhatsApp refuses the message later, with error 132018.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'processed_params':{'1':'a    b    c'}",
        "'processed_params':{'1':'訂單'}",
        "'header_params':{'type':'location','location':"
            + "{'latitude':0,'longitude':0,'address':'1 Main St\\nTaipei'}}"
      })
  void aTemplateValueThatWhatsAppTakesIsNot(String more) {
    assertThat(warningsOfTemplate(more)).isEmpty();
  }

  // Files

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "image/png; name=x | parameters | an image",
        "image/jpeg; charset=UTF-8 | parameters | an image",
        "IMAGE/PNG | upper-case letters | an image",
        "Image/Jpg; x=y | parameters and upper-case letters | an image",
        "video/mp4;codecs=avc1 | parameters | a video",
        "VIDEO/QuickTime | upper-case letters | a video",
        "AUDIO/ogg | upper-case letters | audio",
        "` image/png` | other blanks than the one after the colon | an image",
        "`image/webp ` | other blanks than the one after the colon | an image"
      })
  void aTypeThatIsNoLongerAnImageIsMarked(String type, String found, String meant) {
    assertThat(warningsOfParts(PNG, file("secret.png", type)))
        .containsExactly(
            "attachments[] (file 2) has a Content-Type with %s, which the server does not forgive; the file is stored as a file, not as %s."
                .formatted(found, meant));
  }

  @Test
  void aFileWithAnEmptyNameIsMarked() {
    assertThat(warningsOfParts(PNG, file("", "image/png"), PNG))
        .containsExactly(
            "attachments[] (file 2) has an empty file name; the server ignores the file.");
    assertThat(livedesk.conversation(141).attachments()).hasSize(2);
  }

  @Test
  void namesThatNotEveryServerReadsAreMarked() {
    assertThat(
            warningsOfParts(
                disposition("name=\"attachments[]\"; filename*=UTF-8''a.png") + "\r\nx"))
        .containsExactly(
            "attachments[] (file 1) has its name in filename* alone; newer servers don't read it"
                + " and refuse it.");
    assertThat(warningsOfParts(file("a;  NAME=b.png", "image/png")))
        .containsExactly(
            "attachments[] (file 1) has '; name=' in its file name; Rack 2 takes what follows for"
                + " the field's name.");
    assertThat(warningsOfParts(file("a".repeat(2_000), "image/png")))
        .containsExactly(
            "attachments[] (file 1) has a Content-Disposition of more than 1,536 bytes; Rack 3 does"
                + " not read it.");
    assertThat(warningsOfParts(file("報".repeat(490), "image/png"))).isEmpty();
  }

  // Whatever the warning

  @Test
  void aRefusedRequestIsMarkedToo() {
    assertThat(client.sendJson("141", "{\"Content\":\"Hello\"}").status()).isEqualTo(422);
    assertThat(warnings()).containsExactly(unknown("Content"));

    assertThat(client.sendParts("141", PNG.replace("attachments", "attachment")).status())
        .isEqualTo(422);
    assertThat(warnings()).containsExactly(unknown("attachment[]"));
  }

  @Test
  void aRequestThatIsAnsweredAsOrderedIsMarked() {
    livedesk.conversation(141).answer(404).delay(Duration.ofMillis(1));
    String json = "{\"content\":\"Hi\",\"privat\":true,\"content_attributes\":{\"in_reply_to\":7}}";

    assertThat(client.sendJson("141", json).status()).isEqualTo(404);
    assertThat(warnings()).containsExactly(unknown("privat"));
    assertThat(client.sendJson("141", json).status()).isEqualTo(200);
    assertThat(warnings()).hasSize(2);
  }

  @Test
  void noTextOfTheMessageIsIn() {
    String secret = "Dear Ann";
    var found = new ArrayList<String>();
    found.addAll(
        warningsOf(
            "{'content':'Dear Ann','private':false,'x':'Dear Ann',"
                + "'message_type':'Dear Ann','content_attributes':{'in_reply_to':'Dear Ann'}}"));
    found.addAll(warningsOfTemplate("'processed_params':{'1':'Dear Ann\\n'}"));
    found.addAll(
        warningsOfParts(
            file(secret, "IMAGE/PNG; name=" + secret),
            file(secret + "; name=" + secret, "image/png"),
            field("content", secret),
            field("private", secret),
            field("message_type", secret),
            field("content_attributes", secret),
            field("content_attributes[in_reply_to]", secret)));

    assertThat(found).hasSize(10).allSatisfy(it -> assertThat(it).doesNotContain("Dear", "Ann"));
  }

  @Test
  void fieldNamesAreCut() {
    assertThat(warningsOf("{'content':'Hello','" + "x".repeat(100) + "':1,'a\\nb\\u0000':1}"))
        .containsExactly(unknown("x".repeat(40) + "…"), unknown("a?b?"));
  }

  @Test
  void theyAreBounded() {
    String fields = IntStream.range(0, 100_000).mapToObj(i -> ",'x" + i + "':1").collect(joining());

    assertThat(warningsOf("{'content':'Hello'" + fields + "}"))
        .hasSize(21)
        .last()
        .isEqualTo("There are 99980 more warnings for this request.");
  }

  @Test
  void theyAreImmutable() {
    warningsOf("{'content':'Hello','privat':true}");
    List<String> found = warnings();

    assertThatThrownBy(found::clear).isInstanceOf(UnsupportedOperationException.class);
    var own = new ArrayList<>(List.of("a"));
    var request = new RecordedRequest("POST", "/", Map.of(), new byte[0], own);
    own.clear();
    assertThat(request.warnings()).containsExactly("a");
    assertThat(new RecordedRequest("POST", "/", Map.of(), new byte[0]).warnings()).isEmpty();
  }

  @Test
  void theInboxHasThem() {
    warningsOf("{'content':'Hello','privat':true,'content_attributes':{'in_reply_to':7}}");
    livedesk.conversation(141).fail(1, "131026: Message undeliverable");

    JsonNode message = get("/simulator/conversations/141/messages").at("/messages/0");
    assertThat(message.path("warnings")).hasSize(2);
    assertThat(message.at("/warnings/0").asText()).isEqualTo(unknown("privat"));
    assertThat(get("/simulator/calls/1").path("warnings")).isEqualTo(message.path("warnings"));
    warningsOf("{'content':'Hello'}");
    assertThat(get("/simulator/conversations/141/messages").at("/messages/1/warnings")).isEmpty();
  }

  private JsonNode get(String path) {
    return client.send(client.bareRequest(path).GET()).json();
  }
}
