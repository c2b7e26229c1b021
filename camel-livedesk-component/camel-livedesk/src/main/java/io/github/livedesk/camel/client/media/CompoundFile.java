// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.media;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A file of old Office, which is a file system of its own ("OLE2", [MS-CFB]): the streams in the
 * root folder tell which program it is from.
 */
final class CompoundFile {

  /** Bytes of the file; fewer than asked for where it ends. */
  interface Source {
    byte[] read(long offset, int length) throws IOException;
  }

  private static final Map<String, String> BY_STREAM =
      Map.of(
          "WordDocument", "application/msword",
          "Workbook", "application/vnd.ms-excel",
          "Book", "application/vnd.ms-excel",
          "PowerPoint Document", "application/vnd.ms-powerpoint",
          "__properties_version1.0", "application/vnd.ms-outlook");

  private static final byte[] SIGNATURE = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  private static final int HEADER = 512;
  private static final int ENTRY = 128;

  /** Sectors of the directory that are read; the root folder's own are among the first. */
  private static final int SECTORS = 32;

  /** Sectors of the allocation table that the header itself names. */
  private static final int TABLES = 109;

  private final ByteBuffer header;
  private final Source source;
  private final int sectorSize;

  private CompoundFile(byte[] first, Source source) {
    this.header = ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN);
    this.source = source;
    this.sectorSize = header.getShort(30) == 12 ? 4096 : 512;
  }

  static boolean isOne(byte[] first) {
    return first.length >= SIGNATURE.length
        && Arrays.equals(first, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  /**
   * The type by the directory, where it is within reach.
   *
   * @param first the first bytes
   * @param source the file, or as much of it as there is
   * @return null when it can't be told
   */
  static String typeOf(byte[] first, Source source) throws IOException {
    if (first.length < HEADER) {
      return null;
    }
    return typeOf(new CompoundFile(first, source).directory());
  }

  private byte[] directory() throws IOException {
    var directory = new ByteArrayOutputStream();
    int sector = header.getInt(48);
    for (int i = 0; i < SECTORS && sector >= 0; i++) {
      byte[] bytes = source.read(offset(sector), sectorSize);
      directory.writeBytes(bytes);
      sector = bytes.length < sectorSize ? -1 : next(sector);
    }
    return directory.toByteArray();
  }

  private long offset(int sector) {
    return (sector + 1L) * sectorSize;
  }

  /** The sector that follows in the allocation table; negative at the end. */
  private int next(int sector) throws IOException {
    int perTable = sectorSize / 4;
    int table = sector / perTable;
    int tableSector = table < TABLES ? header.getInt(76 + 4 * table) : -1;
    if (tableSector < 0) {
      return -1;
    }
    byte[] next = source.read(offset(tableSector) + 4L * (sector % perTable), 4);
    return next.length < 4 ? -1 : ByteBuffer.wrap(next).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  /** Only the root folder's own entries count: a letter may have a table embedded. */
  private static String typeOf(byte[] directory) {
    ByteBuffer entries = ByteBuffer.wrap(directory).order(ByteOrder.LITTLE_ENDIAN);
    int count = directory.length / ENTRY;
    if (count == 0) {
      return null;
    }
    int root = entries.getInt(76);
    return root > 0 && root < count ? ofFolder(entries, count, root) : ofAny(entries, count);
  }

  /** The entries of a folder are a binary tree. */
  private static String ofFolder(ByteBuffer entries, int count, int first) {
    var open = new ArrayDeque<Integer>();
    Set<Integer> seen = new HashSet<>();
    open.add(first);
    while (!open.isEmpty()) {
      int entry = open.remove();
      if (entry <= 0 || entry >= count || !seen.add(entry)) {
        continue;
      }
      String type = BY_STREAM.get(name(entries, entry * ENTRY));
      if (type != null) {
        return type;
      }
      open.add(entries.getInt(entry * ENTRY + 68));
      open.add(entries.getInt(entry * ENTRY + 72));
    }
    return null;
  }

  /** Where the tree is damaged, or out of reach. */
  private static String ofAny(ByteBuffer entries, int count) {
    for (int entry = 0; entry < count; entry++) {
      String type = BY_STREAM.get(name(entries, entry * ENTRY));
      if (type != null) {
        return type;
      }
    }
    return null;
  }

  private static String name(ByteBuffer entries, int at) {
    int length = Math.min(Math.max(entries.getShort(at + 64) - 2, 0), 62);
    byte[] name = new byte[length];
    entries.get(at, name);
    return new String(name, UTF_16LE);
  }
}
