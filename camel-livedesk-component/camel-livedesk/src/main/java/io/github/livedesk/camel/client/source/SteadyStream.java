// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose reads give something, or end, or fail. */
final class SteadyStream extends FilterInputStream {

  private final Patience patience;

  SteadyStream(InputStream stream, Patience patience) {
    super(stream);
    this.patience = patience;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int got = super.read(buffer, offset, length);
    while (got == 0 && length > 0) {
      patience.gotNothing();
      got = super.read(buffer, offset, length);
    }
    patience.gotOn();
    return got;
  }
}
