// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import org.apache.hc.core5.http.FormattedHeader;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** What the head of a reply took on the wire, where the server ends its lines as HTTP asks. */
final class HeadSize {

  private static final int LINE_END = 2;
  private static final int STATUS_LINE = "HTTP/1.1 200 ".length();

  private HeadSize() {}

  /**
   * In bytes, as far as it can be told from what was read.
   *
   * @param response as HttpCore has read it
   */
  static int of(HttpResponse response) {
    String reason = response.getReasonPhrase();
    int size = STATUS_LINE + (reason == null ? 0 : reason.length()) + LINE_END + LINE_END;
    for (Header header : response.getHeaders()) {
      size += line(header) + LINE_END;
    }
    return size;
  }

  private static int line(Header header) {
    return header instanceof FormattedHeader asRead
        ? asRead.getBuffer().length()
        : header.getName().length() + ": ".length() + header.getValue().length();
  }
}
