// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The head of a part, read as Rack 2.2 and Rack 3 do; where they differ, as the stricter one does.
 * Written by hand, in one pass: a head can be as long as a request.
 */
final class PartHead {

  /** One char for each byte, until it is known what the bytes are. */
  static final Charset BYTES = ISO_8859_1;

  private static final String EOL = "\r\n";
  private static final String NO_TOKEN = " \t\r\n\f\u000B()<>,;:\\\"/[]?=";
  private static final int LONGEST_DISPOSITION = 1_536;

  private final String disposition;
  private final String typeField;
  private final Map<String, String> parameters = new HashMap<>();

  /**
   * @param head its lines with their ends, one char for each byte
   */
  PartHead(String head) {
    disposition = field(head, "content-disposition:");
    typeField = field(head, "content-type:");
    readParameters();
  }

  /** The first field of this name, folded lines joined; null when there is none. */
  private static String field(String head, String name) {
    int start = 0;
    while (start < head.length()) {
      int end = endOfLine(head, start);
      if (head.regionMatches(true, start, name, 0, name.length())) {
        var value = new StringBuilder(head.substring(start + name.length(), end));
        for (int next = end + 2; isFolded(head, next); next = end + 2) {
          end = endOfLine(head, next);
          value.append(head, next, end);
        }
        return value.toString();
      }
      start = end + EOL.length();
    }
    return null;
  }

  private static int endOfLine(String head, int start) {
    int end = head.indexOf(EOL, start);
    return end < 0 ? head.length() : end;
  }

  private static boolean isFolded(String head, int line) {
    return line < head.length() && (head.charAt(line) == ' ' || head.charAt(line) == '\t');
  }

  private void readParameters() {
    int at = disposition == null ? 0 : disposition.indexOf(';') + 1;
    while (at > 0) {
      int equals = disposition.indexOf('=', at);
      if (equals < 0) {
        return;
      }
      String name = disposition.substring(at, equals).stripLeading();
      int start = equals + 1;
      boolean quoted = start < disposition.length() && disposition.charAt(start) == '"';
      int end = quoted ? endOfQuoted(start + 1) : endOfToken(start);
      if (quoted && end > start) {
        parameters.put(name, disposition.substring(start + 1, end));
      } else if (end > start) {
        parameters.put(name, disposition.substring(start, end));
      }
      at = disposition.indexOf(';', Math.max(start, end)) + 1;
    }
  }

  /**
   * Where the closing quotation mark is; an escaped one closes only where there is no other after
   * it. -1 when there is none at all.
   */
  private int endOfQuoted(int start) {
    int lastEscaped = -1;
    for (int i = start; i < disposition.length(); i++) {
      if (disposition.charAt(i) == '"') {
        return i;
      }
      if (disposition.charAt(i) == '\\') {
        i++;
        lastEscaped = i < disposition.length() && disposition.charAt(i) == '"' ? i : lastEscaped;
      }
    }
    return lastEscaped;
  }

  private int endOfToken(int start) {
    int end = start;
    while (end < disposition.length() && NO_TOKEN.indexOf(disposition.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** The name of the field; empty when there is none. */
  String name() {
    String name = parameters.getOrDefault("name", "");
    var plain = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '\\' && i + 1 < name.length()) {
        i++;
      }
      plain.append(name.charAt(i));
    }
    return utf8(plain.toString());
  }

  /** Whether it is a file: also one whose name is empty. */
  boolean isFile() {
    return parameters.containsKey("filename") || hasOnlyExtendedFileName();
  }

  /** The last component of the file's name; null when there is none. */
  String fileName() {
    if (parameters.containsKey("filename")) {
      return RackFileName.read(parameters.get("filename"), UTF_8);
    }
    if (!hasOnlyExtendedFileName()) {
      return null;
    }
    String[] extended = parameters.get("filename*").split("'", 3);
    return RackFileName.read(extended[2], charset(extended[0]));
  }

  private static Charset charset(String name) {
    return name.equalsIgnoreCase("iso-8859-1") ? ISO_8859_1 : UTF_8;
  }

  /** Whether {@code filename*} names the file, and it is one that Rack understands. */
  boolean hasOnlyExtendedFileName() {
    String extended = parameters.getOrDefault("filename*", "");
    return !parameters.containsKey("filename")
        && extended.split("'", 3).length == 3
        && RackFileName.isEncoded(extended);
  }

  /** Whether Rack 2.2 takes a part of the file's name for the name of the field. */
  boolean hasFieldNameInFileName() {
    String raw = parameters.getOrDefault("filename", "");
    for (int at = raw.indexOf(';'); at >= 0; at = raw.indexOf(';', at + 1)) {
      int next = at + 1;
      while (next < raw.length() && Character.isWhitespace(raw.charAt(next))) {
        next++;
      }
      if (raw.regionMatches(true, next, "name=", 0, "name=".length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether newer versions of Rack 3 do not read its Content-Disposition. */
  boolean isTooLong() {
    return disposition != null && disposition.strip().length() > LONGEST_DISPOSITION;
  }

  /** Exactly what follows {@code Content-Type} and its colon and blank; null when nothing does. */
  String contentType() {
    boolean readable =
        typeField != null && typeField.startsWith(" ") && typeField.indexOf('\n') < 0;
    return readable ? utf8(typeField.substring(1)) : null;
  }

  /** What follows {@code Content-Type} and its colon; null when nothing does. */
  String typeField() {
    return typeField;
  }

  /** What the sender meant by Content-Type: without blanks, parameters and capitals, or empty. */
  String meantType() {
    String type = typeField == null ? "" : typeField.split(";", 2)[0];
    return type.strip().toLowerCase(Locale.ROOT);
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(BYTES), UTF_8);
  }
}
