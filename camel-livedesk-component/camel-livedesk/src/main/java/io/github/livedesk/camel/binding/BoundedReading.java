// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.client.source.Patience;
import java.io.IOException;
import java.io.Reader;

/** Reads characters up to a bound. */
final class BoundedReading {

  private static final int PIECE = 8 * 1024;

  private BoundedReading() {}

  /**
   * The first characters, so many at most.
   *
   * @param patience with a reader that gives nothing and does not end
   */
  static String text(Reader reader, int most, Patience patience) throws IOException {
    var text = new StringBuilder();
    char[] piece = new char[PIECE];
    int read = 0;
    while (read >= 0 && text.length() < most) {
      read = reader.read(piece, 0, Math.min(PIECE, most - text.length()));
      if (read > 0) {
        patience.gotOn();
        text.append(piece, 0, read);
      } else if (read == 0) {
        patience.gotNothing();
      }
    }
    return text.toString();
  }
}
