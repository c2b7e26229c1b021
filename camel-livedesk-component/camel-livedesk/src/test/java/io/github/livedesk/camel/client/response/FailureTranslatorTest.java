// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.client.RetryMode;
import io.github.livedesk.camel.client.api.StoppedException;
import io.github.livedesk.camel.client.http.HttpTransport.SilenceException;
import io.github.livedesk.camel.client.http.HttpTransport.TotalTimeoutException;
import io.github.livedesk.camel.client.http.MalformedResponseException;
import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.client.settings.Credentials;
import io.github.livedesk.camel.client.settings.ProxySettings;
import io.github.livedesk.camel.client.settings.RetrySettings;
import io.github.livedesk.camel.client.settings.TransportSettings;
import io.github.livedesk.camel.client.source.UnreadableFileException;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.model.failure.SendContext;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTranslatorTest {

  private static LiveDeskException read(
      String url, ProxySettings proxy, boolean complete, Exception cause) {
    var settings =
        new ClientSettings(
            URI.create(url),
            new Credentials("key", "secret"),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            1000,
            0,
            true,
            new RetrySettings(
                RetryMode.none, 1, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(60), 0),
            new TransportSettings(1, Duration.ofSeconds(10), null, proxy, null));
    var context = new SendContext("text", "141", 1);
    return new FailureTranslator(settings).translate(cause, complete).toException(context);
  }

  static Stream<Arguments> causes() {
    return Stream.of(
        Arguments.of(
            new ConnectException("Connection refused"),
            "nothing listens at http://desk:80",
            "the connection was lost before the reply came: ConnectException"),
        Arguments.of(
            new ConnectException("Connection timed out"),
            "the connection to desk failed before the request was written: ConnectException",
            "the connection was lost before the reply came: ConnectException"),
        Arguments.of(
            new UnknownHostException("desk"),
            "no address is known for desk",
            "the connection was lost before the reply came: UnknownHostException"),
        Arguments.of(
            new ConnectTimeoutException("late"),
            "no connection to desk within connectTimeout=10000ms",
            "the connection was lost before the reply came: ConnectTimeoutException"),
        Arguments.of(
            new SSLException("bad"),
            "no TLS connection to desk: bad",
            "the connection was lost before the reply came: SSLException"),
        Arguments.of(
            new TotalTimeoutException(),
            "no free connection, or none that took the request, within totalTimeout=300000ms",
            "no reply within totalTimeout=300000ms"),
        Arguments.of(
            new SilenceException(),
            "LiveDesk took nothing for responseTimeout=30000ms",
            "LiveDesk was silent for responseTimeout=30000ms"),
        Arguments.of(
            new StoppedException(),
            "the component was stopped before the request went out",
            "the component was stopped before the reply came"),
        Arguments.of(
            new CancellationException(),
            "the component was stopped before the request went out",
            "the component was stopped before the reply came"),
        Arguments.of(
            MalformedResponseException.withoutQuotes(new ParseException("quoted")),
            "the connection to desk failed before the request was written: MalformedResponseException",
            "the reply is not HTTP as LiveDesk speaks it"),
        Arguments.of(
            new SocketException("reset"),
            "the connection to desk failed before the request was written: SocketException",
            "the connection was lost before the reply came: SocketException"));
  }

  @ParameterizedTest
  @MethodSource("causes")
  void saysWhyThereIsNoReply(Exception cause, String beforeTheEnd, String afterTheEnd) {
    LiveDeskException notSent = read("http://desk", null, false, cause);
    assertThat(notSent).hasMessageContaining(beforeTheEnd);
    assertThat(notSent.getOutcome()).isEqualTo(Outcome.NOT_SENT);

    LiveDeskException unknown = read("http://desk", null, true, cause);
    assertThat(unknown).hasMessageContaining(afterTheEnd);
    assertThat(unknown.getOutcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void whatTheNetworkSaidIsTheCause() {
    for (Exception cause :
        new Exception[] {new SocketException("reset"), new SSLException("bad")}) {
      assertThat(read("http://desk", null, false, cause)).hasCause(cause);
      assertThat(read("http://desk", null, true, cause)).hasCause(cause);
    }
  }

  @Test
  void ourOwnMarkersAreNoCause() {
    for (Exception cause :
        new Exception[] {
          new TotalTimeoutException(),
          new SilenceException(),
          new StoppedException(),
          MalformedResponseException.withoutQuotes(new ParseException("quoted"))
        }) {
      assertThat(read("http://desk", null, false, cause)).hasNoCause();
      assertThat(read("http://desk", null, true, cause)).hasNoCause();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://desk/api, http://desk:80",
    "https://desk, https://desk:443",
    "HTTPS://desk, HTTPS://desk:443",
    "https://desk:8443, https://desk:8443",
    "http://desk:0, http://desk:0"
  })
  void saysWhereNothingListens(String url, String place) {
    assertThat(read(url, null, false, new ConnectException("Connection refused: desk")))
        .hasMessageContaining("nothing listens at " + place + " ");
  }

  @Test
  void saysSoOfAProxy() {
    var proxy = new ProxySettings("gate", 3128, null, null);

    assertThat(read("http://desk", proxy, false, new ConnectException("Connection refused")))
        .hasMessageContaining("nothing listens at the proxy gate:3128");
  }

  @Test
  void aFileThatCannotBeReadIsTheRoutesFault() {
    var source = UnreadableFileException.unreadable(new IOException("quoted"));

    assertThat(read("http://desk", null, true, source))
        .isInstanceOf(LiveDeskRequestException.class)
        .hasMessageContaining("a file that can't be read, IOException");
  }
}
