// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.client.api.Content.FilesContent;
import io.github.livedesk.camel.client.api.Json;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.regex.Pattern;

/** What is said of the files of a message, as the first parts of a multipart body. */
final class FormFields {

  private static final String CRLF = "\r\n";
  private static final Pattern NAME = Pattern.compile("\\w+");

  private final StringBuilder text = new StringBuilder();
  private final String boundary;
  private int count;

  FormFields(FilesContent content, String boundary) {
    this.boundary = boundary;
    if (content.text() != null) {
      add("content", content.text());
    }
    add("private", String.valueOf(content.privateNote()));
    addAttributes(content.contentAttributes());
  }

  /** As Rails reads them: one field each in brackets, or where that can't say it, JSON. */
  private void addAttributes(Map<String, Object> attributes) {
    if (attributes.entrySet().stream().allMatch(FormFields::fitsBrackets)) {
      attributes.forEach(
          (name, value) -> add("content_attributes[" + name + "]", value.toString()));
    } else {
      add("content_attributes", Json.write(attributes));
    }
  }

  private static boolean fitsBrackets(Map.Entry<String, Object> attribute) {
    Object value = attribute.getValue();
    return NAME.matcher(attribute.getKey()).matches()
        && (value instanceof String || value instanceof Number || value instanceof Boolean);
  }

  private void add(String name, String value) {
    text.append("--").append(boundary).append(CRLF);
    text.append("Content-Disposition: form-data; name=\"").append(name).append('"').append(CRLF);
    text.append("Content-Type: text/plain; charset=UTF-8").append(CRLF).append(CRLF);
    text.append(value).append(CRLF);
    count++;
  }

  int count() {
    return count;
  }

  ByteBuffer bytes() {
    return ByteBuffer.wrap(text.toString().getBytes(UTF_8));
  }
}
