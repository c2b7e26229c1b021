// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/**
 * What Rack makes of a file name in a part's head. Written by hand: a name can be as long as a
 * request, and a regular expression with alternatives overflows the stack there.
 */
final class RackFileName {

  private RackFileName() {}

  /**
   * Undoes percent sequences and backslashes, then cuts folders.
   *
   * @param raw one char for each byte
   * @param charset of the bytes
   * @return null when there is nothing but folders
   */
  static String read(String raw, Charset charset) {
    String decoded = isEncoded(raw) ? decoded(raw) : raw;
    return withoutFolders(new String(unescaped(decoded).getBytes(PartHead.BYTES), charset));
  }

  /** Percent signs are undone only where each of them begins a sequence. */
  static boolean isEncoded(String raw) {
    for (int at = raw.indexOf('%'); at >= 0; at = raw.indexOf('%', at + 1)) {
      if (at + 2 >= raw.length() || hex(raw, at + 1) < 0 || hex(raw, at + 2) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int hex(String raw, int at) {
    char digit = raw.charAt(at);
    return digit < 128 ? Character.digit(digit, 16) : -1;
  }

  private static String decoded(String raw) {
    var bytes = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) == '%') {
        bytes.write(hex(raw, i + 1) << 4 | hex(raw, i + 2));
        i += 2;
      } else {
        bytes.write(raw.charAt(i));
      }
    }
    return bytes.toString(PartHead.BYTES);
  }

  /** A backslash before anything but itself and a quotation mark is one of a Windows path. */
  private static String unescaped(String name) {
    for (int i = 0; i + 1 < name.length(); i++) {
      char next = name.charAt(i + 1);
      if (name.charAt(i) == '\\' && next != '\\' && next != '"') {
        return name;
      }
    }
    var plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '\\' && i + 1 < name.length()) {
        i++;
      }
      plain.append(name.charAt(i));
    }
    return plain.toString();
  }

  private static String withoutFolders(String name) {
    int end = name.length();
    while (end > 0 && isSeparator(name.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && !isSeparator(name.charAt(start - 1))) {
      start--;
    }
    return end > 0 || name.isEmpty() ? name.substring(start, end) : null;
  }

  private static boolean isSeparator(char c) {
    return c == '/' || c == '\\';
  }
}
