// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.livedesk.camel.simulator.call.NullBytes;
import io.github.livedesk.camel.simulator.call.Warnings;
import io.github.livedesk.camel.simulator.content.Content;
import io.github.livedesk.camel.simulator.http.ShownName;
import io.github.livedesk.camel.simulator.store.ApiError;
import io.github.livedesk.camel.simulator.store.Attachment;
import io.github.livedesk.camel.simulator.store.IncomingMessage;
import io.github.livedesk.camel.simulator.store.Request;
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
final class AttachmentValidator {

  /** As Active Record casts them; all else but these is true. */
  private static final Set<String> FALSE = Set.of("false", "FALSE", "f", "F", "0", "off", "OFF");

  private static final Set<String> TRUE = Set.of("true", "TRUE", "t", "T", "1", "on", "ON");

  private final Warnings warnings;
  private final List<Attachment> files = new ArrayList<>();
  private int fileParts;
  private String content;
  private boolean privateNote;
  private Long inReplyTo;

  private AttachmentValidator(Warnings warnings) {
    this.warnings = warnings;
  }

  static IncomingMessage read(Request request, Warnings warnings) throws ApiError, IOException {
    String type = request.header("Content-Type");
    // Undertow reads beyond the end of such a header.
    String boundary =
        type.endsWith("boundary=") ? "" : Headers.extractQuotedValueFromHeader(type, "boundary");
    if (boundary == null || boundary.isEmpty()) {
      throw ApiError.badRequest("The Content-Type has no boundary");
    }
    var call = new AttachmentValidator(warnings);
    try {
      for (Multipart.Part part : Multipart.parse(request.body(), boundary)) {
        call.take(part);
      }
    } catch (CharacterCodingException noText) {
      throw ApiError.badRequest("A field has bytes that are none of its charset");
    } catch (NoMultipartException why) {
      throw ApiError.badRequest("This is no multipart body: " + why.getMessage());
    }
    if (call.files.isEmpty()) {
      throw new ApiError(422, "Validation failed: Attachments are missing");
    }
    return new IncomingMessage(
        call.content, call.privateNote, call.inReplyTo, call.files, Map.of());
  }

  private void take(Multipart.Part part) throws ApiError, CharacterCodingException {
    String name = part.head().name();
    switch (name) {
      case "attachments[]" -> takeFile(part);
      case "attachments" -> throw new ApiError(422, "undefined method `each' for attachments");
      case "content" -> {
        content = part.text();
        TextValidator.checkContent(content);
      }
      case "private" -> privateNote = flag(part.text());
      case "message_type" -> TextValidator.checkMessageType(new TextNode(part.text()), warnings);
      case "content_attributes[in_reply_to]" ->
          inReplyTo = TextValidator.inReplyTo(new TextNode(part.text()), warnings);
      case "content_attributes" -> takeAttributes(part.text());
      case "" -> warnings.add("A part has no field name; the server ignores it.");
      default -> {
        if (name.startsWith("content_attributes[")) {
          NullBytes.refuse(ShownName.of(name), part.text());
        } else {
          warnings.addUnknownField(name);
        }
      }
    }
  }

  private void takeAttributes(String text) throws ApiError {
    JsonNode attributes = TextValidator.parseAttributes(text);
    if (attributes == null) {
      warnings.add("content_attributes is not JSON; the server ignores it.");
      return;
    }
    NullBytes.refuse("content_attributes", attributes);
    inReplyTo = TextValidator.inReplyTo(attributes.path("in_reply_to"), warnings);
  }

  private void takeFile(Multipart.Part part) throws ApiError {
    PartHead head = part.head();
    String field = "attachments[] (file " + ++fileParts + ")";
    if (!head.isFile()) {
      throw new ApiError(422, "mismatched digest");
    }
    String name = head.fileName();
    if (name == null) {
      throw new ApiError(422, "Validation failed: Filename can't be blank");
    }
    FileWarnings.add(field, head, warnings);
    if (!name.isEmpty()) {
      NullBytes.refuse("the file name of " + field, name);
      NullBytes.refuse("the Content-Type of " + field, head.contentType());
      files.add(new Attachment(0, name, head.contentType(), alone(part.body())));
    }
  }

  /** In memory without the rest of its request; on disk that stays. */
  private static Content alone(Content file) {
    return file.file() == null ? Content.of(file.bytes()) : file;
  }

  /** As Active Record casts it: what is not false is true, and blank is neither. */
  private boolean flag(String text) throws ApiError {
    if (text.isEmpty()) {
      throw new ApiError(422, "Validation failed: Private can't be blank");
    }
    if (!FALSE.contains(text) && !TRUE.contains(text)) {
      warnings.add(
          "private is neither true nor false; the server takes it as true, so that only agents see"
              + " the message.");
    }
    return !FALSE.contains(text);
  }
}
