// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import java.util.Arrays;
import java.util.Optional;

/** What a send does; the names are those of the option {@code op}. */
public enum LiveDeskOperation {
  /** A text message or private note (API document, "Text message request"). */
  text,
  /** Files, perhaps with a text (API document, "Image/audio/file request"). */
  attachment,
  /** A WhatsApp template (API document, "WhatsApp template request"). */
  template,
  /** LiveDesk's retry call for a failed message (API document, "Retry failed message"). */
  retry;

  /** All names, as an error message and the catalogue show them. */
  public static final String NAMES = "text,attachment,template,retry";

  /** The operation with this name; empty when there is none. */
  public static Optional<LiveDeskOperation> of(String name) {
    return Arrays.stream(values()).filter(known -> known.name().equals(name)).findFirst();
  }
}
