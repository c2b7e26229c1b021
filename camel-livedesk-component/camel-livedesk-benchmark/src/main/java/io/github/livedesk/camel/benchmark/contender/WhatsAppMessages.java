// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.contender;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.camel.component.whatsapp.model.BaseMessage;
import org.apache.camel.component.whatsapp.model.Component;
import org.apache.camel.component.whatsapp.model.Language;
import org.apache.camel.component.whatsapp.model.Parameter;
import org.apache.camel.component.whatsapp.model.TemplateMessage;
import org.apache.camel.component.whatsapp.model.TemplateMessageRequest;
import org.apache.camel.component.whatsapp.model.TextMessage;
import org.apache.camel.component.whatsapp.model.TextMessageRequest;
import org.apache.camel.component.whatsapp.model.UploadMedia;
import org.apache.camel.component.whatsapp.model.UploadMediaRequest;

/** The messages in the model of camel-whatsapp, without a receiver. */
final class WhatsAppMessages {

  private WhatsAppMessages() {}

  /** A file is only uploaded; with WhatsApp, a message that refers to it would be a second call. */
  static BaseMessage of(Kind kind) {
    return switch (kind) {
      case TEXT -> text();
      case TEMPLATE -> template();
      case ATTACHMENT -> file();
    };
  }

  private static BaseMessage text() {
    var text = new TextMessage();
    text.setBody(Messages.TEXT);
    var request = new TextMessageRequest();
    request.setText(text);
    return request;
  }

  private static BaseMessage template() {
    var language = new Language();
    language.setCode(Messages.TEMPLATE_LANGUAGE);
    var body = new Component();
    body.setType("body");
    body.setParameters(Messages.TEMPLATE_VALUES.stream().map(WhatsAppMessages::value).toList());
    var template = new TemplateMessage();
    template.setName(Messages.TEMPLATE_NAME);
    template.setLanguage(language);
    template.setComponents(List.of(body));
    var request = new TemplateMessageRequest();
    request.setTemplate(template);
    return request;
  }

  private static Parameter value(String text) {
    var value = new Parameter();
    value.setType("text");
    value.setText(text);
    return value;
  }

  private static BaseMessage file() {
    var request = new UploadMediaRequest();
    request.setUploadMedia(
        new UploadMedia(
            Messages.FILE_NAME, new ByteArrayInputStream(Messages.file()), "application/pdf"));
    return request;
  }
}
