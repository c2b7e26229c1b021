// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.media;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a ZIP archive is: the entries at its begin tell an Office document from an archive. */
final class ZipEntries {

  private static final String ZIP = "application/zip";
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final Pattern OFFICE_PART = Pattern.compile("(word|xl|ppt)/.+\\.(xml|rels|bin)");

  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int HEADER_LENGTH = 30;
  private static final int SIZE_COMES_LATER = 8;

  private ZipEntries() {}

  /** The type of an archive by its first bytes. */
  static String typeOf(byte[] first) {
    ByteBuffer bytes = ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (at >= 0 && at + HEADER_LENGTH <= first.length && bytes.getInt(at) == LOCAL_HEADER) {
      int nameLength = Short.toUnsignedInt(bytes.getShort(at + 26));
      long data = at + HEADER_LENGTH + nameLength + Short.toUnsignedLong(bytes.getShort(at + 28));
      if (data > first.length) {
        break;
      }
      String name = new String(first, at + HEADER_LENGTH, nameLength, UTF_8);
      String type = typeOf(name, first, at, (int) data, bytes);
      if (type != null) {
        return type;
      }
      at = next(bytes, at, (int) data);
    }
    return ZIP;
  }

  private static String typeOf(String name, byte[] first, int at, int data, ByteBuffer bytes) {
    boolean isStored = bytes.getShort(at + 8) == 0;
    if (at == 0 && isStored && name.equals("mimetype")) {
      int end = next(bytes, at, data);
      int length = Math.min((end < 0 ? first.length : end) - data, first.length - data);
      String type = DeclaredType.normalized(new String(first, data, length, US_ASCII));
      return type != null && type.startsWith("application/") ? type : null;
    }
    Matcher part = OFFICE_PART.matcher(name);
    return part.matches() ? ofPart(part.group(1)) : null;
  }

  private static String ofPart(String folder) {
    return OFFICE
        + switch (folder) {
          case "word" -> "wordprocessingml.document";
          case "xl" -> "spreadsheetml.sheet";
          default -> "presentationml.presentation";
        };
  }

  /** Where the next entry begins; -1 when that is not within the bytes. */
  private static int next(ByteBuffer bytes, int at, int data) {
    long size = Integer.toUnsignedLong(bytes.getInt(at + 18));
    if ((bytes.getShort(at + 6) & SIZE_COMES_LATER) == 0 || size > 0) {
      long next = data + size;
      return next < bytes.limit() ? (int) next : -1;
    }
    for (int i = data; i + 4 <= bytes.limit(); i++) {
      if (bytes.getInt(i) == LOCAL_HEADER) {
        return i;
      }
    }
    return -1;
  }
}
