// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import jakarta.activation.FileDataSource;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.WrappedFile;
import org.apache.camel.attachment.Attachment;

/**
 * A form that was uploaded over HTTP. Camel's consumers attach its files; the body beside them is
 * the only file once more, the fields, or the form as it came.
 */
final class UploadForm {

  private final ExchangeOptions reader;
  private final Map<String, Attachment> attached;

  UploadForm(ExchangeOptions reader, Map<String, Attachment> attached) {
    this.reader = reader;
    this.attached = attached;
  }

  private boolean isForm() {
    String type = reader.anyTextHeader(Exchange.CONTENT_TYPE);
    return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  /** Whether the body is its fields. Whoever fills it in must not steer the message by them. */
  boolean isFields() {
    return isForm() && reader.body() instanceof Map;
  }

  /** Whether the body is nothing but what is attached anyway. */
  boolean isBody() {
    Object body = reader.body();
    File file = file(body);
    if (file != null) {
      return attached.values().stream().anyMatch(attachment -> isFile(attachment, file));
    }
    return isForm() && isRest(body);
  }

  private static File file(Object body) {
    Object file = body instanceof WrappedFile<?> wrapped ? wrapped.getFile() : body;
    return file instanceof Path path ? path.toFile() : file instanceof File local ? local : null;
  }

  private static boolean isFile(Attachment attachment, File file) {
    return attachment != null
        && attachment.getDataHandler() != null
        && attachment.getDataHandler().getDataSource() instanceof FileDataSource source
        && source.getFile().getAbsoluteFile().equals(file.getAbsoluteFile());
  }

  /** The form as it came begins with its boundary; where it was read already, nothing is left. */
  private boolean isRest(Object body) {
    if (!(body instanceof byte[]) && !(body instanceof InputStream)) {
      return false;
    }
    byte[] start = body instanceof byte[] bytes ? bytes : reader.peek((InputStream) body, 2);
    return start.length == 0 || (start.length > 1 && start[0] == '-' && start[1] == '-');
  }
}
