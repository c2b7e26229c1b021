// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.store;

import java.util.Set;

/** What LiveDesk shows a file as: its Content-Type is compared as it came, letter by letter. */
public final class FileTypes {

  private static final Set<String> IMAGES =
      Set.of("image/jpeg", "image/jpg", "image/png", "image/gif", "image/bmp", "image/webp");
  private static final Set<String> VIDEOS =
      Set.of("video/ogg", "video/mp4", "video/webm", "video/quicktime");

  private FileTypes() {}

  /**
   * {@code image}, {@code video}, {@code audio} or {@code file}.
   *
   * @param contentType null where there is none
   */
  public static String of(String contentType) {
    if (contentType == null) {
      return "file";
    }
    if (IMAGES.contains(contentType)) {
      return "image";
    }
    if (VIDEOS.contains(contentType)) {
      return "video";
    }
    return contentType.contains("audio/") ? "audio" : "file";
  }
}
