// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges a multipart request (API document, "Image/audio/file request") as Rack and Rails do: the
 * field of a file is {@code attachments[]}, quoted, and nothing else.
 */
final class AttachmentCall {

  /** As Active Record casts them; all else but these is true. */
  private static final Set<String> FALSE = Set.of("false", "FALSE", "f", "F", "0", "off", "OFF");

  private static final Set<String> TRUE = Set.of("true", "TRUE", "t", "T", "1", "on", "ON");

  private final Warnings warnings;
  private final List<StoredAttachment> files = new ArrayList<>();
  private int fileParts;
  private String content;
  private boolean privateNote;
  private Long inReplyTo;

  private AttachmentCall(Warnings warnings) {
    this.warnings = warnings;
  }

  static Draft read(RecordedRequest request, Warnings warnings) throws Refusal, IOException {
    String type = request.header("Content-Type");
    // Undertow reads beyond the end of such a header.
    String boundary =
        type.endsWith("boundary=") ? "" : Headers.extractQuotedValueFromHeader(type, "boundary");
    if (boundary == null || boundary.isEmpty()) {
      throw Refusal.badRequest("The Content-Type has no boundary");
    }
    var call = new AttachmentCall(warnings);
    try {
      for (Multipart.Part part : Multipart.parse(request.content(), boundary)) {
        call.take(part);
      }
    } catch (CharacterCodingException noText) {
      throw Refusal.badRequest("A field has bytes that are none of its charset");
    } catch (NoMultipartException why) {
      throw Refusal.badRequest("This is no multipart body: " + why.getMessage());
    }
    if (call.files.isEmpty()) {
      throw new Refusal(422, "Validation failed: Attachments are missing");
    }
    return new Draft(call.content, call.privateNote, call.inReplyTo, call.files, Map.of());
  }

  private void take(Multipart.Part part) throws Refusal, CharacterCodingException {
    String name = part.head().name();
    switch (name) {
      case "attachments[]" -> takeFile(part);
      case "attachments" -> throw new Refusal(422, "undefined method `each' for attachments");
      case "content" -> {
        content = part.text();
        TextCall.checkContent(content);
      }
      case "private" -> privateNote = flag(part.text());
      case "message_type" -> TextCall.checkMessageType(new TextNode(part.text()), warnings);
      case "content_attributes[in_reply_to]" ->
          inReplyTo = TextCall.inReplyTo(new TextNode(part.text()), warnings);
      case "content_attributes" -> takeAttributes(part.text());
      case "" -> warnings.add("A part has no field name; the server ignores it.");
      default -> {
        if (name.startsWith("content_attributes[")) {
          NullBytes.refuse(Warnings.shown(name), part.text());
        } else {
          warnings.addUnknownField(name);
        }
      }
    }
  }

  private void takeAttributes(String text) throws Refusal {
    JsonNode attributes = TextCall.parseAttributes(text);
    if (attributes == null) {
      warnings.add("content_attributes is not JSON; the server ignores it.");
      return;
    }
    NullBytes.refuse("content_attributes", attributes);
    inReplyTo = TextCall.inReplyTo(attributes.path("in_reply_to"), warnings);
  }

  private void takeFile(Multipart.Part part) throws Refusal {
    PartHead head = part.head();
    String field = "attachments[] (file " + ++fileParts + ")";
    if (!head.isFile()) {
      throw new Refusal(422, "mismatched digest");
    }
    String name = head.fileName();
    if (name == null) {
      throw new Refusal(422, "Validation failed: Filename can't be blank");
    }
    FileWarnings.add(field, head, warnings);
    if (!name.isEmpty()) {
      NullBytes.refuse("the file name of " + field, name);
      NullBytes.refuse("the Content-Type of " + field, head.contentType());
      files.add(new StoredAttachment(0, name, head.contentType(), alone(part.body())));
    }
  }

  /** In memory without the rest of its request; on disk that stays. */
  private static Content alone(Content file) {
    return file.file() == null ? Content.of(file.bytes()) : file;
  }

  /** As Active Record casts it: what is not false is true, and blank is neither. */
  private boolean flag(String text) throws Refusal {
    if (text.isEmpty()) {
      throw new Refusal(422, "Validation failed: Private can't be blank");
    }
    if (!FALSE.contains(text) && !TRUE.contains(text)) {
      warnings.add(
          "private is neither true nor false; the server takes it as true, so that only agents see"
              + " the message.");
    }
    return !FALSE.contains(text);
  }
}
