// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.livedesk.camel.client.source.InMemory;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.TemplateMessage;
import io.github.livedesk.camel.model.TextMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/**
 * Tells exchanges that are read at once, for all of it is in memory, from those that wait for
 * somebody else: a disk, a network, a converter of the route's own.
 */
final class SlowInput {

  /** Of values: their text takes no time and can't fail. */
  private static final Set<String> PACKAGES_OF_VALUES =
      Set.of("java.lang", "java.math", "java.time");

  private SlowInput() {}

  static boolean isIn(Exchange exchange) {
    return !isInMemory(exchange.getMessage().getBody())
        || !CamelAttachments.all(exchange).isEmpty();
  }

  private static boolean isInMemory(Object body) {
    if (body instanceof FileMessage message) {
      return message.files().stream().map(FilePart::content).allMatch(InMemory::is);
    }
    if (body instanceof FilePart file) {
      return InMemory.is(file.content());
    }
    if (body instanceof StreamCache cache) {
      return cache.inMemory();
    }
    return body == null
        || body instanceof String
        || body instanceof TextMessage
        || body instanceof TemplateMessage
        || body instanceof Map
        || body instanceof JsonNode
        || body instanceof byte[]
        || body instanceof ByteBuffer
        || body instanceof LiveDeskMessage
        || body instanceof Enum
        || body.getClass() == ByteArrayInputStream.class
        || body.getClass() == ByteArrayOutputStream.class
        || PACKAGES_OF_VALUES.contains(body.getClass().getPackageName());
  }
}
