// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import io.github.livedesk.camel.client.api.Failure;
import io.github.livedesk.camel.client.api.StoppedException;
import io.github.livedesk.camel.client.http.BrokenCallException;
import io.github.livedesk.camel.client.http.HttpTransport.SilenceException;
import io.github.livedesk.camel.client.http.HttpTransport.TotalTimeoutException;
import io.github.livedesk.camel.client.http.MalformedResponseException;
import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.client.settings.ProxySettings;
import io.github.livedesk.camel.client.source.SourceTimeoutException;
import io.github.livedesk.camel.client.source.UnreadableFileException;
import io.github.livedesk.camel.model.failure.FieldError;
import io.github.livedesk.camel.model.failure.Listing;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** A request that got no reply, to what it means: one table, NOT_SENT before the last byte. */
final class FailureTranslator {

  private final ClientSettings settings;

  FailureTranslator(ClientSettings settings) {
    this.settings = settings;
  }

  /**
   * @param complete whether the last byte of the request may have been written
   */
  Failure translate(Exception cause, boolean complete) {
    if (cause instanceof UnreadableFileException file) {
      return Failure.request(new FieldError("body", file.found(), file.takes()));
    }
    if (!complete) {
      return Failure.connection(beforeTheEnd(cause), shown(cause));
    }
    if (cause instanceof MalformedResponseException) {
      return Failure.unreadableResponse(0, "the reply is not HTTP as LiveDesk speaks it", null);
    }
    return Failure.noResponse(afterTheEnd(cause), shown(cause));
  }

  private String beforeTheEnd(Exception cause) {
    String host = settings.baseUrl().getHost();
    if (isRefused(cause)) {
      return "nothing listens at " + refusedAt();
    }
    if (cause instanceof UnknownHostException) {
      return "no address is known for " + host;
    }
    if (cause instanceof ConnectTimeoutException) {
      return "no connection to " + host + " within connectTimeout=" + connectTimeout();
    }
    if (cause instanceof SSLException) {
      return "no TLS connection to " + host + ": " + Listing.cut(cause.getMessage());
    }
    if (cause instanceof SourceTimeoutException late) {
      return late.what()
          + " was not read for "
          + late.millis()
          + "ms, within totalTimeout="
          + millis(settings.totalTimeout());
    }
    if (cause instanceof TotalTimeoutException) {
      return "no free connection, or none that took the request, within totalTimeout="
          + millis(settings.totalTimeout());
    }
    if (cause instanceof SilenceException) {
      return "LiveDesk took nothing for responseTimeout=" + millis(settings.responseTimeout());
    }
    if (cause instanceof StoppedException || cause instanceof CancellationException) {
      return "the component was stopped before the request went out";
    }
    if (cause instanceof BrokenCallException broken) {
      return "the request could not be written, " + broken.error();
    }
    return "the connection to " + host + " failed before the request was written: " + name(cause);
  }

  /** Not where the system's own time ran out, which Java reports in the same class. */
  private static boolean isRefused(Exception cause) {
    return cause instanceof ConnectException
        && String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("refused");
  }

  private String refusedAt() {
    ProxySettings proxy = settings.transport().proxy();
    if (proxy != null) {
      return "the proxy " + proxy.host() + ":" + proxy.port();
    }
    URI url = settings.baseUrl();
    int usual = url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    int port = url.getPort() < 0 ? usual : url.getPort();
    return url.getScheme() + "://" + url.getHost() + ":" + port;
  }

  private String afterTheEnd(Exception cause) {
    if (cause instanceof TotalTimeoutException) {
      return "no reply within totalTimeout=" + millis(settings.totalTimeout());
    }
    if (cause instanceof SilenceException) {
      return "LiveDesk was silent for responseTimeout=" + millis(settings.responseTimeout());
    }
    if (cause instanceof StoppedException || cause instanceof CancellationException) {
      return "the component was stopped before the reply came";
    }
    if (cause instanceof BrokenCallException broken) {
      return "the reply could not be read, " + broken.error();
    }
    return "the connection was lost before the reply came: " + name(cause);
  }

  private String connectTimeout() {
    return millis(settings.transport().connectTimeout());
  }

  private static String millis(Duration duration) {
    return duration.toMillis() + "ms";
  }

  private static String name(Exception cause) {
    return cause.getClass().getSimpleName();
  }

  /** Our own markers say less than the exception they lead to. */
  private static Exception shown(Exception cause) {
    boolean hide =
        cause instanceof MalformedResponseException
            || cause instanceof TotalTimeoutException
            || cause instanceof SourceTimeoutException
            || cause instanceof SilenceException
            || cause instanceof StoppedException;
    return hide ? null : cause;
  }
}
