// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.ApiClient;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates, judged as the document says. */
@ExtendWith(LiveDeskSimulatorExtension.class)
class TemplateReplyTest {

  private final LiveDeskSimulator livedesk;
  private final ApiClient client;

  TemplateReplyTest(LiveDeskSimulator livedesk) {
    this.livedesk = livedesk;
    this.client = new ApiClient(livedesk);
  }

  /** A template with more in it, written with apostrophes for quotes. */
  private ApiClient.Answer template(String more) {
    return send("{'name':'order_update','language':'en_US'" + more + "}", "'outgoing'");
  }

  private ApiClient.Answer send(String params, String messageType) {
    String json =
        "{'content':'Hi','message_type':%s,'template_params':%s}".formatted(messageType, params);
    return client.sendJson("141", json.replace('\'', '"'));
  }

  @Test
  void hasTheDocumentedReply() {
    ApiClient.Answer answer = template(",'category':'MARKETING','processed_params':{'1':'John'}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/additional_attributes/template_params"))
        .hasToString(
            "{\"name\":\"order_update\",\"language\":\"en_US\",\"category\":\"MARKETING\"}");
    assertThat(livedesk.conversation(141).lastMessage().templateParameters())
        .containsEntry("1", "John");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",'namespace':'ns','processed_params':{'first_name':'John'}",
        ",'header_params':{'type':'text','text_variables':{'1':'x'}}",
        ",'header_params':{'type':'image','media_url':'https://example.com/image.jpg'}",
        ",'header_params':{'type':'video','media_url':'https://example.com/video.mp4'}",
        ",'header_params':{'type':'document','media_url':'https://x.io/1','filename':'1.pdf'}",
        ",'header_params':{'type':'location','location':{'latitude':-90,'longitude':180.0}}",
        ",'footer_params':{'text_variables':{'1':'Acme Corp'}}",
        ",'button_params':[{'index':0,'sub_type':'url','text':'a'},"
            + "{'index':1,'sub_type':'quick_reply','payload':'b'}]"
      })
  void takesWhatIsDocumented(String more) {
    assertThat(template(more).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'processed_params':{'2':'x'} | processed_params.2 is out of order",
        "'processed_params':{'1':''} | processed_params.1 is no text",
        "'processed_params':{'1':7} | processed_params.1 is no text",
        "'processed_params':['x'] | processed_params is not an object",
        "'category':5 | template_params.category is no text",
        "'colour':'red' | template_params.colour is unknown",
        "'header_params':'x' | header_params is not an object",
        "'header_params':{'type':'gif'} | header_params.type is unknown",
        "'header_params':{'type':'text'} | header_params.text_variables is missing",
        "'header_params':{'type':'image','media_url':'ftp://x'} | header_params.media_url is no URL",
        "'header_params':{'type':'image','media_url':'http://x','a':1} | header_params.a is unknown",
        "'header_params':{'type':'document','media_url':'http://x','filename':1} |"
            + " header_params.filename is no text",
        "'header_params':{'type':'location','location':{'latitude':90.1,'longitude':0}} |"
            + " header_params.location.latitude is none",
        "'header_params':{'type':'location','location':{'latitude':0}} |"
            + " header_params.location.longitude is none",
        "'footer_params':'x' | footer_params is not an object",
        "'footer_params':{'text':'x'} | footer_params.text is unknown",
        "'button_params':{} | button_params is not an array",
        "'button_params':[{'index':-1,'sub_type':'url','text':'a'}] |"
            + " button_params.index is missing, negative or twice",
        "'button_params':[{'index':0,'sub_type':'call'}] | button_params.sub_type is unknown",
        "'button_params':[{'index':0,'sub_type':'url','payload':'a'}] |"
            + " button_params.payload is unknown",
        "'button_params':[{'index':0,'sub_type':'url'}] | button_params.text is missing"
      })
  void refusesWhatIsNot(String more, String reason) {
    ApiClient.Answer answer = template("," + more);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.error()).isEqualTo("Validation failed: " + reason);
    assertThat(livedesk.conversationIds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'incoming' | {'name':'n','language':'en'} | message_type is not outgoing",
        "'outgoing' | 'n' | template_params is not an object",
        "'outgoing' | {'language':'en'} | template_params.name is missing",
        "'outgoing' | {'name':'n'} | template_params.language is missing"
      })
  void refusesWhatLacksSomething(String messageType, String params, String reason) {
    ApiClient.Answer answer = send(params, messageType);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.error()).isEqualTo("Validation failed: " + reason);
  }
}
