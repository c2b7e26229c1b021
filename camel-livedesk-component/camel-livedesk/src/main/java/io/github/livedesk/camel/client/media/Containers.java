// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.media;

import java.util.Set;

/** Sound and video containers, which say further on in their first bytes what they hold. */
final class Containers {

  /** Bytes from the first on in which they say it. */
  static final int HEAD = 512;

  private static final Set<String> AUDIO_BRANDS = Set.of("M4A ", "M4B ", "M4P ");
  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx");

  private Containers() {}

  /**
   * The type of a container.
   *
   * @param head its first bytes, each as one character
   * @return null when it is none
   */
  static String typeOf(String head) {
    if (head.startsWith("OggS")) {
      return ofOgg(head);
    }
    if (head.startsWith("RIFF") || head.startsWith("RF64")) {
      return ofRiff(head);
    }
    if (head.startsWith("\u001aE\u00df\u00a3")) {
      return head.contains("webm") ? "video/webm" : "video/x-matroska";
    }
    if (head.startsWith("FORM") && head.startsWith("AIF", 8)) {
      return "audio/aiff";
    }
    if (head.startsWith("\0")) {
      return ofBoxes(head);
    }
    return head.length() > 2 && head.charAt(0) == 0xff ? ofFrame(head) : null;
  }

  private static String ofOgg(String head) {
    if (head.contains("\u0080theora")) {
      return "video/ogg";
    }
    return head.contains("OpusHead") ? MediaTypes.OPUS : "audio/ogg";
  }

  private static String ofRiff(String head) {
    if (head.startsWith("WAVE", 8)) {
      return "audio/wav";
    }
    if (head.startsWith("WEBP", 8)) {
      return "image/webp";
    }
    return head.startsWith("AVI ", 8) ? "video/x-msvideo" : null;
  }

  /** MP4 and its relatives; QuickTime's older files have no brand. */
  private static String ofBoxes(String head) {
    if (head.startsWith("ftyp", 4) && head.length() >= 12) {
      int end = Math.min(Math.max(12, head.charAt(2) << 8 | head.charAt(3)), head.length());
      return ofBrand(head.substring(8, 12), head.substring(8, end));
    }
    boolean isMovie =
        head.startsWith("moov", 4) || head.startsWith("mdat", 4) || head.startsWith("wide", 4);
    return isMovie ? "video/quicktime" : null;
  }

  private static String ofBrand(String brand, String brands) {
    if (AUDIO_BRANDS.contains(brand)) {
      return "audio/mp4";
    }
    if (HEIC_BRANDS.contains(brand)) {
      return "image/heic";
    }
    return switch (brand) {
      case "qt  " -> "video/quicktime";
      case "avif", "avis" -> "image/avif";
      case "mif1", "msf1" ->
          brands.contains("avif")
              ? "image/avif"
              : brands.contains("hei") ? "image/heic" : "image/heif";
      default ->
          brand.startsWith("3g2")
              ? "video/3gpp2"
              : brand.startsWith("3g") ? "video/3gpp" : "video/mp4";
    };
  }

  /**
   * MPEG audio: eleven bits for the begin of a frame, two each for version and layer. AAC in ADTS
   * has layer 0; layer I is not in use, and the mark of UTF-16 looks like it.
   */
  private static String ofFrame(String head) {
    int second = head.charAt(1);
    int third = head.charAt(2);
    if ((second & 0xf6) == 0xf0) {
      return "audio/aac";
    }
    int layer = second & 0x06;
    boolean isFrame =
        (second & 0xe0) == 0xe0
            && (second & 0x18) != 0x08
            && (layer == 0x02 || layer == 0x04)
            && (third & 0xf0) != 0xf0
            && (third & 0x0c) != 0x0c;
    return isFrame ? "audio/mpeg" : null;
  }
}
