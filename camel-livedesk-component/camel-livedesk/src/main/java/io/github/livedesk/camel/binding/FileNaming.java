// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.client.media.ContentTypes;
import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.Unicode;
import io.github.livedesk.camel.model.failure.Listing;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Names;
import jakarta.activation.DataHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.Attachment;

/** Names and types of files: as they are sent, and as errors show them. */
final class FileNaming {

  private static final Pattern CONTENT_TYPE =
      Pattern.compile("\\s*[!-~&&[^/;,*\"]]+/[!-~&&[^/;,*\"]]+\\s*(;.*)?", Pattern.DOTALL);

  private static final List<String> TYPE_HEADERS =
      List.of(
          LiveDeskConstants.FILE_CONTENT_TYPE, Exchange.FILE_CONTENT_TYPE, Exchange.CONTENT_TYPE);

  private FileNaming() {}

  /** The file name that our header or Camel's gives, or null. */
  static String declaredName(ExchangeOptions reader) {
    String own = reader.textHeader(LiveDeskConstants.FILE_NAME);
    return own == null ? reader.textHeader(Exchange.FILE_NAME) : own;
  }

  /** The content type that our header, Camel's or that of HTTP gives, normalized, or null. */
  static String declaredType(ExchangeOptions reader) {
    for (String name : TYPE_HEADERS) {
      String type = ContentTypes.normalized(reader.anyTextHeader(name));
      if (type != null) {
        return type;
      }
    }
    return null;
  }

  /** Whether our own header has what is no type: the file that it was written for is refused. */
  static boolean isOwnTypeBroken(ExchangeOptions reader) {
    String own = reader.textHeader(LiveDeskConstants.FILE_CONTENT_TYPE);
    return own != null && !own.isBlank() && !CONTENT_TYPE.matcher(own).matches();
  }

  /**
   * The type in the header of HTTP, or null. The header may be older than the body, for a route can
   * make a document of a request in JSON: what the bytes tell counts more. Of a stream they are not
   * known yet; then a type of text says too little.
   */
  static String httpType(ExchangeOptions reader, FileContent content) {
    String type = ContentTypes.normalized(reader.anyTextHeader(Exchange.CONTENT_TYPE));
    if (type == null) {
      return null;
    }
    if (!content.isInMemory()) {
      return ContentTypes.isText(type) ? null : type;
    }
    try {
      String found = ContentTypes.ofContent(content, reader.watch());
      return found == null || ContentTypes.isText(found) ? type : null;
    } catch (IOException toldByTheSend) {
      return type;
    }
  }

  /**
   * The charset that the declared content type names, of whatever type; else that of a header which
   * says no more. None where there is none.
   */
  static Optional<DeclaredCharset> declaredCharset(ExchangeOptions reader) {
    for (String header : TYPE_HEADERS) {
      String type = reader.anyTextHeader(header);
      String charset = type == null ? null : ContentTypes.charset(type);
      if (charset != null || ContentTypes.normalized(type) != null) {
        return Optional.ofNullable(charset).map(name -> new DeclaredCharset(header, name));
      }
    }
    return Optional.empty();
  }

  /**
   * A charset by its name.
   *
   * @param header where it stands
   */
  record DeclaredCharset(String header, String name) {}

  /**
   * What stands behind the last slash or backslash.
   *
   * @throws LiveDeskRequestException when that is nothing, or dots
   */
  static String lastComponent(ExchangeOptions reader, String name) {
    String last = lastComponent(name);
    if (last == null) {
      throw reader.wrong("file name", "one without letters or digits", "a name such as offer.pdf");
    }
    return last;
  }

  /** What stands behind the last slash or backslash; null when that is nothing, or dots. */
  static String lastComponent(String name) {
    String path = Unicode.strip(name);
    int end = path.length();
    while (end > 0 && isSeparator(path.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && !isSeparator(path.charAt(start - 1))) {
      start--;
    }
    String last = path.substring(start, end);
    return Unicode.isBlank(last) || last.chars().allMatch(c -> c == '.') ? null : last;
  }

  private static boolean isSeparator(char c) {
    return c == '/' || c == '\\';
  }

  /**
   * The content type that the route gives, by a header of ours. It was written to be obeyed.
   *
   * @return null for the type that says nothing
   * @throws LiveDeskRequestException when it is none
   */
  static String contentType(ExchangeOptions reader, String type) {
    if (!CONTENT_TYPE.matcher(type).matches()) {
      throw reader.wrong("content type", "text that is no content type", "one such as image/png");
    }
    return ContentTypes.normalized(type);
  }

  /** The names of attachments, for an error. */
  static String shown(Map<String, Attachment> attachments) {
    return Listing.of(
        attachments.entrySet(),
        attachments.size(),
        entry -> shown(entry.getKey(), entry.getValue()),
        ", ",
        "files");
  }

  /** The name of an attachment, for an error. */
  static String shown(String id, Attachment attachment) {
    return shown(name(id, attachment == null ? null : attachment.getDataHandler()));
  }

  /** A file's name, if it looks like one: a text taken for a path by mistake must not show. */
  static String shown(String name) {
    String last = lastComponent(name);
    return last == null ? Names.NO_ENDING : Names.shownFile(last).orElse(Names.NO_ENDING);
  }

  /** An attachment's own name, else the id that it goes by. */
  static String name(String id, DataHandler handler) {
    String name = handler == null ? null : told(handler::getName);
    return name == null || Unicode.isBlank(name) ? id : name;
  }

  /** The type that an attachment names, normalized, or null. */
  static String type(DataHandler handler) {
    return ContentTypes.normalized(told(handler::getContentType));
  }

  /** A source of the user's own that can't tell has not told: its bytes may still be read. */
  private static String told(Supplier<String> source) {
    try {
      return source.get();
    } catch (RuntimeException e) {
      return null;
    }
  }
}
