// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import org.apache.hc.core5.http.FormattedHeader;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;

/** What a head takes on the wire, where its lines end as HTTP asks. */
final class HeadSize {

  private static final int LINE_END = 2;
  private static final int STATUS_LINE = "HTTP/1.1 200 ".length();

  private static final int REQUEST_LINE = "  HTTP/1.1\r\n".length();

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

  /**
   * In bytes.
   *
   * @param request as it was written, with all that was added to it on its way
   */
  static int of(HttpRequest request) {
    int size = request.getMethod().length() + REQUEST_LINE + request.getRequestUri().length();
    for (Header header : request.getHeaders()) {
      size += line(header) + LINE_END;
    }
    return size + LINE_END;
  }

  private static int line(Header header) {
    return header instanceof FormattedHeader asRead
        ? asRead.getBuffer().length()
        : header.getName().length() + ": ".length() + header.getValue().length();
  }
}
