// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import static io.github.livedesk.camel.simulator.ApiClient.field;
import static io.github.livedesk.camel.simulator.ApiClient.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.ApiClient;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** U+0000, which the database behind a server of this kind stores nowhere. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class NullByteTest {

  private static final String PNG = file("a.png", "image/png");
  private static final String CANT_BE_STORED =
      " contains U+0000, which can't be stored; leave it out";

  private final LiveDeskSimulator livedesk;
  private final ApiClient client;

  NullByteTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.client = new ApiClient(livedesk);
  }

  private void assertRefused(ApiClient.Answer answer, String field) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.error()).isEqualTo("Validation failed: " + field + CANT_BE_STORED);
    assertThat(livedesk.conversationIds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'content':'a0' | content",
        "'content':'0' | content",
        "'content':'a','content_attributes':{'in_reply_to':'0'} | content_attributes.in_reply_to",
        "'content':'a','content_attributes':{'x':[1,{'y':'b0'}]} | content_attributes.x[1].y",
        "'content':'a','content_attributes':{'x0':1} | content_attributes.x?",
      })
  void isRefusedInAText(String members, String field) {
    assertRefused(client.sendJson("141", json(members)), field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'processed_params':{'1':'a','2':'b0'} | .processed_params.2",
        "'processed_params':{'x0':'a'} | .processed_params.x?",
        "'namespace':'n0' | .namespace",
        "'header_params':{'type':'text','text_variables':{'1':'0'}} |"
            + " .header_params.text_variables.1",
        "'header_params':{'type':'document','media_url':'http://x','filename':'a0'} |"
            + " .header_params.filename",
        "'header_params':{'type':'location','location':{'latitude':0,'longitude':0,'name':'a0'}} |"
            + " .header_params.location.name",
        "'footer_params':{'text_variables':{'1':'0'}} | .footer_params.text_variables.1",
        "'button_params':[{'index':0,'sub_type':'url','text':'a0'}] | .button_params[0].text",
        "'button_params':[{'index':0,'sub_type':'quick_reply','payload':'a0'}] |"
            + " .button_params[0].payload",
      })
  void isRefusedInATemplate(String more, String field) {
    String params =
        "'content':'Hi','message_type':'outgoing','template_params':"
            + "{'name':'n','language':'en',"
            + more
            + "}";

    assertRefused(client.sendJson("141", json(params)), "template_params" + field);
  }

  /** Apostrophes become quotation marks, and noughts at the end of a text U+0000. */
  private static String json(String members) {
    return "{" + members.replace("0'", "\\u0000'").replace('\'', '"') + "}";
  }

  @Test
  void isRefusedInAField() {
    assertRefused(client.sendParts("141", PNG, field("content", "a\0b")), "content");
    assertRefused(
        client.sendParts("141", PNG, field("content_attributes[x]", "\0")),
        "content_attributes[x]");
    assertRefused(
        client.sendParts("141", PNG, field("content_attributes", "{\"x\":\"\\u0000\"}")),
        "content_attributes.x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0.png", "a%00.png", "%00", "folder/%00a.png"})
  void isRefusedInAFileName(String name) {
    assertRefused(
        client.sendParts("141", PNG, file(name, "image/png")),
        "the file name of attachments[] (file 2)");
  }

  @Test
  void isRefusedInAContentType() {
    assertRefused(
        client.sendParts("141", file("a", "image/png\0")),
        "the Content-Type of attachments[] (file 1)");
  }

  @Test
  void isTakenWhereNothingIsStored() {
    assertThat(client.sendJson("141", json("'content':'a','other':'0'")).status()).isEqualTo(200);
    assertThat(client.sendParts("141", PNG, field("other", "\0")).status()).isEqualTo(200);
    assertThat(client.sendParts("141", PNG.replace("BYTES", "\0")).status()).isEqualTo(200);
  }

  @Test
  void otherControlCharactersAreTaken() {
    assertThat(client.sendText("141", "a\u0001\u001f\u0085b").status()).isEqualTo(200);
  }
}
