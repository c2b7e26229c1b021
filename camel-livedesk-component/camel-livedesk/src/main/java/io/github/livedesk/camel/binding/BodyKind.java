package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.LiveDeskOperation;
import java.io.File;
import java.nio.file.Path;
import org.apache.camel.WrappedFile;

/** Which operation a body asks for, where neither endpoint nor header say. */
final class BodyKind {

  private BodyKind() {}

  static LiveDeskOperation operationFor(ExchangeReader reader) {
    Object body = reader.message().getBody();
    if (body instanceof File || body instanceof Path || body instanceof WrappedFile) {
      // A file is an attachment, which can't be sent yet; its bytes as text would be a guess.
      throw reader.wrong(
          "body",
          "a " + body.getClass().getName(),
          TextBody.TYPES + "; op=text sends the text of a file");
    }
    return LiveDeskOperation.text;
  }
}
