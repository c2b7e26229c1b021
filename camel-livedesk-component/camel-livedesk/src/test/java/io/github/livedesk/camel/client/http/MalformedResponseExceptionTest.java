// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.junit.jupiter.api.Test;

class MalformedResponseExceptionTest {

  private static void assertQuiet(Exception failure) {
    assertThat(MalformedResponseException.withoutQuotes(failure))
        .isInstanceOf(MalformedResponseException.class)
        .hasNoCause()
        .hasNoSuppressedExceptions()
        .hasMessageNotContaining("canary");
  }

  @Test
  void whatTheParserSaysIsHidden() {
    assertQuiet(new ParseException("canary"));
    assertQuiet(new HttpException("canary"));
    assertQuiet(new MalformedChunkCodingException("canary"));
    assertQuiet(new MessageConstraintException("canary"));
    assertQuiet(new NumberFormatException("canary"));
  }

  @Test
  void itIsHiddenAtAnyDepth() {
    var parsers = new ParseException("canary");
    assertQuiet(new IOException(parsers));
    assertQuiet(new IOException(new UncheckedIOException(new IOException(parsers))));
    var suppressing = new IOException("lost");
    suppressing.addSuppressed(new IOException(new IOException(parsers)));
    assertQuiet(suppressing);
    assertQuiet(new SSLException(suppressing));
  }

  @Test
  void whatTheNetworkSaysIsLeftAsItIs() {
    var circle = new IOException("one");
    circle.initCause(new IOException("other", circle));
    for (Exception failure :
        new Exception[] {
          new ConnectException("refused"),
          new ConnectionClosedException("closed"),
          new TruncatedChunkException("cut"),
          new ClosedChannelException(),
          new SSLException("handshake", new IOException("reset")),
          circle
        }) {
      assertThat(MalformedResponseException.withoutQuotes(failure)).isSameAs(failure);
    }
  }
}
