// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The type of a file by the bytes it begins with. */
final class Signatures {

  private record Signature(String begin, String type) {}

  /** Longer ones first, where one begins like another. */
  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature("\u0089PNG", "image/png"),
          new Signature("\u00ff\u00d8\u00ff", "image/jpeg"),
          new Signature("GIF87a", "image/gif"),
          new Signature("GIF89a", "image/gif"),
          new Signature("II*\0", "image/tiff"),
          new Signature("MM\0*", "image/tiff"),
          new Signature("%PDF-", "application/pdf"),
          new Signature("{\\rtf", "application/rtf"),
          new Signature("7z\u00bc\u00af'\u001c", "application/x-7z-compressed"),
          new Signature("Rar!\u001a\u0007", "application/vnd.rar"),
          new Signature("\u001f\u008b", "application/gzip"),
          new Signature("\u00fd7zXZ\0", "application/x-xz"),
          new Signature("fLaC", "audio/flac"),
          new Signature("#!AMR-WB", "audio/amr-wb"),
          new Signature("#!AMR", "audio/amr"),
          new Signature("MThd\0", "audio/midi"));

  /** Letters that a text may begin with too. */
  private static final List<Signature> UNLESS_TEXT =
      List.of(
          new Signature("BM", "image/bmp"),
          new Signature("MZ", "application/x-msdownload"),
          new Signature("ID3", "audio/mpeg"),
          new Signature("BZh", "application/x-bzip2"));

  private static final Pattern SVG =
      Pattern.compile(
          "(?s)\\uFEFF?\\s*+(?:(?:<\\?xml.*?\\?>|<!--.*?-->)\\s*+)*+"
              + "(?:<svg[\\s>]|<!DOCTYPE\\s+svg\\b).*");

  /** Bytes in which an XML file has come to its first element. */
  private static final int PROLOG = 2048;

  private Signatures() {}

  /** As {@link ContentTypes#ofBytes(byte[])} has it. */
  static String typeOf(byte[] first) {
    String begin = new String(first, 0, Math.min(first.length, Containers.HEAD), ISO_8859_1);
    String type = find(SIGNATURES, begin);
    if (type == null) {
      type = Containers.typeOf(begin);
    }
    if (type != null) {
      return type;
    }
    if (begin.startsWith("PK\u0003\u0004") || begin.startsWith("PK\u0005\u0006")) {
      return ZipEntries.typeOf(first);
    }
    if (CompoundFile.isOne(first)) {
      return ofCompoundFile(first);
    }
    String text = text(first);
    if (text == null) {
      return find(UNLESS_TEXT, begin);
    }
    return text.isEmpty() ? null : ofText(text);
  }

  private static String find(List<Signature> signatures, String begin) {
    for (Signature signature : signatures) {
      if (begin.startsWith(signature.begin())) {
        return signature.type();
      }
    }
    return null;
  }

  private static String ofCompoundFile(byte[] first) {
    try {
      return CompoundFile.typeOf(
          first,
          (offset, length) ->
              offset >= first.length
                  ? new byte[0]
                  : Arrays.copyOfRange(
                      first, (int) offset, (int) Math.min(offset + length, first.length)));
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
  }

  private static String ofText(String text) {
    return SVG.matcher(text.substring(0, Math.min(text.length(), PROLOG))).matches()
        ? "image/svg+xml"
        : "text/plain";
  }

  /** Null when the bytes are no UTF-8 or have control characters; the last letter may be cut. */
  private static String text(byte[] first) {
    CharBuffer text = CharBuffer.allocate(first.length);
    if (UTF_8.newDecoder().decode(ByteBuffer.wrap(first), text, false).isError()) {
      return null;
    }
    String read = text.flip().toString();
    return read.chars().allMatch(Signatures::isOfText) ? read : null;
  }

  private static boolean isOfText(int c) {
    return !Character.isISOControl(c) || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
