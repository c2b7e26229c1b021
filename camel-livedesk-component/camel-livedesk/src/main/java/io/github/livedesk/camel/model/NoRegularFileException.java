// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import java.io.IOException;
import java.io.Serial;

/** A path leads to a folder, a pipe, a device or the like, and not to a regular file. */
public final class NoRegularFileException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  public NoRegularFileException() {
    super("no regular file");
  }
}
