// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.media;

import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.model.FileContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.apache.camel.util.MimeTypeHelper;

/**
 * Content types of files. LiveDesk decides by the content type, and by nothing else, whether it
 * shows an image, plays a sound or a video, or offers a file. Every type returned here is ASCII
 * without line ends, so that it can stand in the head of a part as it is.
 */
public final class ContentTypes {

  /** The type of a file of which nothing is known. */
  public static final String UNKNOWN = "application/octet-stream";

  private static final String OGG = "audio/ogg";
  private static final int FIRST_BYTES = 16 * 1024;

  private ContentTypes() {}

  /**
   * A declared type in the form in which it is sent: in lower case, without parameters but the
   * charset of text and the codecs of audio, and with the usual name of a type that has several.
   *
   * @param declared as in a header or a mail, such as {@code IMAGE/PNG; name="p.png"}, or null
   * @return such as {@code image/png}; null when it can't be read, or says only that the type is
   *     unknown, as {@code application/octet-stream} does
   */
  public static String normalized(String declared) {
    return declared == null ? null : DeclaredType.normalized(declared);
  }

  /**
   * The type by the ending of a file name.
   *
   * @param name such as {@code offer.pdf}, or null
   * @return null when the ending is unknown
   */
  public static String ofName(String name) {
    String ending = name == null ? "" : MediaTypes.endingOfName(name);
    if (ending.isEmpty()) {
      return null;
    }
    String type = MediaTypes.ofEnding(ending);
    return type == null ? normalized(MimeTypeHelper.probeMimeType("x." + ending)) : type;
  }

  /**
   * The type by the first bytes of a file; some kilobytes are enough.
   *
   * @param first the bytes from the first on, not null
   * @return {@code text/plain} when it looks like text; null when it can't be told
   */
  public static String ofBytes(byte[] first) {
    return Signatures.typeOf(first);
  }

  /**
   * The type by the first bytes of a file. The position of the buffer stays as it is.
   *
   * @param first the bytes from the first on, not null
   * @return {@code text/plain} when it looks like text; null when it can't be told
   */
  public static String ofBytes(ByteBuffer first) {
    byte[] bytes = new byte[Math.min(first.remaining(), FIRST_BYTES)];
    first.duplicate().get(bytes);
    return ofBytes(bytes);
  }

  /**
   * The type by the content of a file that can be opened more than once.
   *
   * @param watch for streams that give nothing
   * @return null when it can't be told
   */
  public static String ofContent(FileContent content, SourceWatch watch) throws IOException {
    byte[] first;
    try (InputStream stream = watch.steady(content.open())) {
      first = stream.readNBytes(FIRST_BYTES);
    }
    return CompoundFile.isOne(first)
        ? CompoundFile.typeOf(first, (offset, length) -> read(content, watch, offset, length))
        : ofBytes(first);
  }

  private static byte[] read(FileContent content, SourceWatch watch, long offset, int length)
      throws IOException {
    if (offset >= content.length()) {
      return new byte[0];
    }
    try (InputStream stream = watch.steady(content.open())) {
      stream.skipNBytes(offset);
      return stream.readNBytes(length);
    }
  }

  /** Whether the first bytes can tell more than the name did. */
  public static boolean isRefinedByBytes(String ofName) {
    return ofName == null || ofName.equals(OGG);
  }

  /** What is known by name and first bytes together; either may be null. */
  public static String refined(String ofName, String ofBytes) {
    boolean takesBytes =
        ofName == null || (ofName.equals(OGG) && ofBytes != null && ofBytes.contains("/ogg"));
    return takesBytes ? ofBytes : ofName;
  }

  /**
   * The charset that a declared type names, whatever the type is.
   *
   * @param declared as in a header or a mail, such as {@code application/json; charset=Big5}
   * @return as it was written, without quotes; null when there is none
   */
  public static String charset(String declared) {
    return DeclaredType.charset(declared);
  }

  /**
   * Whether files of a type are text. A picture or a model in XML or JSON, as {@code image/svg+xml}
   * is one, is no text that people read.
   *
   * @param normalizedType in lower case, with or without parameters, or null
   */
  public static boolean isText(String normalizedType) {
    if (normalizedType == null) {
      return false;
    }
    String type = MediaTypes.withoutParameters(normalizedType);
    return type.startsWith("text/")
        || type.equals("application/json")
        || type.equals("application/xml")
        || type.equals("application/x-www-form-urlencoded")
        || (type.startsWith("application/") && (type.endsWith("+json") || type.endsWith("+xml")));
  }

  /**
   * The usual ending of files of a type.
   *
   * @param type with or without parameters, not null
   * @return with its dot, such as {@code .png}; empty when there is none
   */
  public static String ending(String type) {
    String ending =
        MediaTypes.endingOf(MediaTypes.withoutParameters(type).toLowerCase(Locale.ROOT));
    return ending == null ? "" : "." + ending;
  }
}
