package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Judges a multipart request (API document, "Image/audio/file request") as Rack and Rails do: the
 * field of a file is {@code attachments[]}, quoted, and nothing else.
 */
final class AttachmentCall {

  private final List<StoredAttachment> files = new ArrayList<>();
  private String content;
  private boolean privateNote;
  private JsonNode inReplyTo;

  private AttachmentCall() {}

  static Draft read(RecordedRequest request) throws Refusal {
    String type = request.header("Content-Type");
    String boundary = Headers.extractQuotedValueFromHeader(type, "boundary");
    if (boundary == null || boundary.isEmpty()) {
      throw new Refusal(400, "Bad Request");
    }
    var call = new AttachmentCall();
    try {
      for (Multipart.Part part : Multipart.parse(request.body(), boundary)) {
        call.take(part);
      }
    } catch (IOException noMultipart) {
      throw new Refusal(400, "Bad Request");
    }
    if (call.files.isEmpty()) {
      throw new Refusal(422, "Validation failed: Attachments are missing");
    }
    return new Draft(
        call.content,
        call.privateNote,
        call.inReplyTo == null ? null : TextCall.inReplyTo(call.inReplyTo),
        call.files,
        Map.of());
  }

  private void take(Multipart.Part part) throws Refusal {
    switch (part.name()) {
      case "attachments[]" -> takeFile(part);
      case "attachments" -> throw new Refusal(422, "undefined method `each' for attachments");
      case "content" -> {
        content = text(part);
        TextCall.checkLength(content);
      }
      case "private" -> privateNote = flag(text(part));
      case "content_attributes[in_reply_to]" -> inReplyTo = new TextNode(text(part));
      case "content_attributes" -> inReplyTo = TextCall.parse(part.body()).path("in_reply_to");
      default -> {
        // Rails ignores what it does not permit
      }
    }
  }

  private void takeFile(Multipart.Part part) throws Refusal {
    if (part.fileName() == null) {
      throw new Refusal(422, "mismatched digest");
    }
    if (!part.fileName().isEmpty()) {
      files.add(new StoredAttachment(0, part.fileName(), part.contentType(), part.body()));
    }
  }

  private static String text(Multipart.Part part) {
    return new String(part.body(), UTF_8);
  }

  /** As Active Record casts it: what is not false is true, and blank is neither. */
  private static boolean flag(String text) throws Refusal {
    if (text.isEmpty()) {
      throw new Refusal(422, "Validation failed: Private can't be blank");
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "false", "f", "0", "off" -> false;
      default -> true;
    };
  }
}
