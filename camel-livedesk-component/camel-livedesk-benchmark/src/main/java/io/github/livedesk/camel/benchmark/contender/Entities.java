// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.contender;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/** Bodies of requests, made anew for each message, as users of HttpClient and Jackson make them. */
final class Entities {

  private static final String BOUNDARY = "a-boundary-that-stands-in-no-file";

  private final ObjectWriter writer = new JsonMapper().writerFor(Map.class);
  private final Map<String, Object> message;

  /**
   * @param kind what the bodies hold
   */
  Entities(Kind kind) {
    message = kind == Kind.ATTACHMENT ? null : Messages.json(kind);
  }

  /** As the documentation of HttpClient has it; camel-http takes it as a body as well. */
  static HttpEntity multipart() {
    return builder().build();
  }

  private static MultipartEntityBuilder builder() {
    return MultipartEntityBuilder.create()
        .setMode(HttpMultipartMode.EXTENDED)
        .addBinaryBody(
            "attachments[]",
            Messages.file(),
            ContentType.APPLICATION_OCTET_STREAM,
            Messages.FILE_NAME);
  }

  /** The next body. */
  byte[] next() throws IOException {
    if (message != null) {
      return writer.writeValueAsBytes(message);
    }
    HttpEntity multipart = builder().setBoundary(BOUNDARY).build();
    var bytes = new ByteArrayOutputStream((int) multipart.getContentLength());
    multipart.writeTo(bytes);
    return bytes.toByteArray();
  }

  /** Of all bodies. */
  ContentType type() {
    return message != null
        ? ContentType.APPLICATION_JSON
        : ContentType.create("multipart/form-data", new BasicNameValuePair("boundary", BOUNDARY));
  }
}
