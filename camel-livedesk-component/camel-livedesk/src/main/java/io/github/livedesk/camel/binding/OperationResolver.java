// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.LiveDeskOperation;
import io.github.livedesk.camel.model.TemplateMessage;
import io.github.livedesk.camel.model.TextMessage;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.WrappedFile;

/** Which operation a body asks for, where neither endpoint nor header say. */
final class OperationResolver {

  private OperationResolver() {}

  /**
   * A request model decides by its type; files and attachments are attachments; bytes with a name
   * or a type of a file are one; all else is text.
   *
   * @return empty for bytes that nothing beside them tells
   */
  static Optional<LiveDeskOperation> operationFor(ExchangeOptions reader) {
    Object body = reader.body();
    if (body instanceof TextMessage) {
      return Optional.of(LiveDeskOperation.text);
    }
    if (body instanceof TemplateMessage) {
      return Optional.of(LiveDeskOperation.template);
    }
    boolean files =
        body instanceof FileMessage
            || body instanceof FilePart
            || body instanceof File
            || body instanceof Path
            || body instanceof WrappedFile
            || !reader.attachments().due().isEmpty();
    if (files) {
      return Optional.of(LiveDeskOperation.attachment);
    }
    if (!ByteBody.isOne(body)) {
      return Optional.of(LiveDeskOperation.text);
    }
    return ByteBody.isNamedAsFile(reader)
        ? Optional.of(LiveDeskOperation.attachment)
        : Optional.empty();
  }
}
