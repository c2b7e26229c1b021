// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import java.io.IOException;
import java.io.Serial;

/** A kept connection had ended, or held bytes that nobody asked for; nothing was written to it. */
public final class UnsolicitedBytesException extends IOException {

  @Serial private static final long serialVersionUID = 1L;
}
