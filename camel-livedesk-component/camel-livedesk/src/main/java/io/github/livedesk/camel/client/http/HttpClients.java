// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import io.github.livedesk.camel.client.settings.ProxySettings;
import io.github.livedesk.camel.client.settings.TransportSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.function.Callback;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Makes HTTP clients that do one thing: one request, once, to the host they were told. */
final class HttpClients {

  /** How often the reactor looks for silent connections: the grain of the response time-out. */
  private static final Duration SELECT_INTERVAL = Duration.ofMillis(100);

  /** Shorter than usual server keep-alive times: so a connection being closed is rarely reused. */
  static final TimeValue MAX_KEEP_ALIVE = TimeValue.ofSeconds(15);

  private static final long MARGIN_MILLIS = 1_000;

  /**
   * One I/O thread handles more messages than LiveDesk accepts; more threads only multiply
   * wake-ups.
   */
  private static final int PROCESSORS_FOR_EACH_IO_THREAD = 4;

  /** HttpClient's buffers, all of one size, that a connection holds as long as it is open. */
  private static final int BUFFERS_OF_A_CONNECTION = 3;

  private static final int MEMORY_FOR_BUFFERS = 48 * 1024 * 1024;

  /** What a message and its reply fit into. */
  private static final int SMALL_BUFFER = 4 * 1024;

  /** A stream of unknown length goes out in pieces of this size, each a system call. */
  private static final int LARGE_BUFFER = 16 * 1024;

  private HttpClients() {}

  static CloseableHttpAsyncClient create(
      TransportSettings settings,
      PoolingAsyncClientConnectionManager connections,
      IdleConnectionGuard kept,
      Callback<Exception> onReactorFailure,
      ThreadFactory threads) {
    HttpAsyncClientBuilder builder = HttpAsyncClientBuilder.create();
    builder.setUserAgent("camel-livedesk");
    builder.setIoReactorExceptionCallback(onReactorFailure);
    // HttpClient's own would log whole messages and the credentials wherever DEBUG is on.
    builder.setIoSessionDecorator(session -> session);
    if (settings.customizer() != null) {
      settings.customizer().customize(builder);
    } else if (settings.proxy() == null) {
      // The protocol interceptor handles authentication challenges and re-parses each URI; we
      // authenticate preemptively, so it is a pass-through.
      builder.replaceExecInterceptor(ChainElement.PROTOCOL.name(), HttpClients::proceed);
    }
    if (settings.proxy() != null) {
      useProxy(builder, settings.proxy());
    }
    return builder
        .setConnectionManager(connections)
        .setConnectionManagerShared(false)
        .setIOReactorConfig(
            IOReactorConfig.custom()
                .setSelectInterval(TimeValue.of(SELECT_INTERVAL))
                .setTcpNoDelay(true)
                .setIoThreadCount(ioThreads(Runtime.getRuntime().availableProcessors()))
                .build())
        .setHttp1Config(
            Http1Config.custom()
                .setMaxLineLength(16 * 1024)
                .setMaxHeaderCount(200)
                .setBufferSize(bufferSize(settings.maxConnections()))
                .build())
        .setConnectionReuseStrategy(HttpClients::isReusable)
        .setKeepAliveStrategy(HttpClients::keepAliveDuration)
        .addExecInterceptorFirst("livedesk", HttpClients::captureExecRuntime)
        .addExecInterceptorBefore(
            ChainElement.MAIN_TRANSPORT.name(), "livedesk-quiet", HttpClients::rejectIfAborted)
        .setIOSessionListener(new EarlyResponseListener(kept))
        .setThreadFactory(threads)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableConnectionState()
        .build();
  }

  static int ioThreads(int processors) {
    return Math.max(1, processors / PROCESSORS_FOR_EACH_IO_THREAD);
  }

  /** Large where there are few connections, so that there is a bound to what all of them hold. */
  static int bufferSize(int maxConnections) {
    int share = MEMORY_FOR_BUFFERS / BUFFERS_OF_A_CONNECTION / maxConnections;
    return Math.max(SMALL_BUFFER, Math.min(share, LARGE_BUFFER));
  }

  private static void proceed(
      HttpRequest request,
      AsyncEntityProducer entityProducer,
      AsyncExecChain.Scope scope,
      AsyncExecChain chain,
      AsyncExecCallback callback)
      throws HttpException, IOException {
    chain.proceed(request, entityProducer, scope, callback);
  }

  private static void captureExecRuntime(
      HttpRequest request,
      AsyncEntityProducer entityProducer,
      AsyncExecChain.Scope scope,
      AsyncExecChain chain,
      AsyncExecCallback callback)
      throws HttpException, IOException {
    CallContext.call(scope.clientContext).setExecRuntime(scope.execRuntime);
    chain.proceed(request, entityProducer, scope, callback);
  }

  /**
   * Runs the exchange, unless it was given up while its connection was being made. HttpClient is
   * told of its failure in words that it may log.
   */
  private static void rejectIfAborted(
      HttpRequest request,
      AsyncEntityProducer entityProducer,
      AsyncExecChain.Scope scope,
      AsyncExecChain chain,
      AsyncExecCallback callback)
      throws HttpException, IOException {
    if (CallContext.call(scope.clientContext).isDone()) {
      throw new AbandonedException("The request was given up");
    }
    chain.proceed(QuietRequest.of(request), entityProducer, GuardedExecRuntime.in(scope), callback);
  }

  /**
   * A second less than the server says, for it counts from when it wrote and we from when we read;
   * and no longer than {@link #MAX_KEEP_ALIVE}. Zero or less means not at all.
   */
  static TimeValue keepAliveDuration(HttpResponse response, HttpContext context) {
    if (!response.containsHeader(HttpHeaders.KEEP_ALIVE)) {
      return MAX_KEEP_ALIVE;
    }
    long said =
        DefaultConnectionKeepAliveStrategy.INSTANCE
            .getKeepAliveDuration(response, context)
            .toMilliseconds();
    return TimeValue.ofMilliseconds(
        Math.min(said - MARGIN_MILLIS, MAX_KEEP_ALIVE.toMilliseconds()));
  }

  /**
   * Never after a reply to half a request, for the other half would begin the next one; nor after a
   * refusal, for nothing in it says to which request it belongs; nor where the server gives it no
   * time.
   */
  private static boolean isReusable(
      HttpRequest request, HttpResponse response, HttpContext context) {
    RequestProducer producer = CallContext.call(context).request();
    boolean halfWritten = producer.isBegun() && !producer.isComplete();
    return !halfWritten
        && response.getCode() < HttpStatus.SC_REDIRECTION
        && keepAliveDuration(response, context).toMilliseconds() > 0
        && DefaultClientConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context);
  }

  static PoolingAsyncClientConnectionManager connections(
      TransportSettings settings, TlsStrategy tls, HostResolver resolver) {
    Timeout connectTimeout = Timeout.of(settings.connectTimeout());
    return PoolingAsyncClientConnectionManagerBuilder.create()
        .setDnsResolver(resolver)
        .setTlsStrategy(tls)
        .setMaxConnTotal(settings.maxConnections())
        .setMaxConnPerRoute(settings.maxConnections())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom().setConnectTimeout(connectTimeout).build())
        .setDefaultTlsConfig(
            TlsConfig.custom()
                .setHandshakeTimeout(connectTimeout)
                // One request a connection at a time: a time-out closes what it belongs to alone.
                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                .build())
        .build();
  }

  /** Policy and verifier are set by name: with HttpClient's defaults no host name is checked. */
  static DefaultClientTlsStrategy tls(TransportSettings settings) {
    SSLContext context =
        settings.sslContext() == null ? SSLContexts.createSystemDefault() : settings.sslContext();
    return new DefaultClientTlsStrategy(
        context,
        null,
        null,
        SSLBufferMode.STATIC,
        HostnameVerificationPolicy.BOTH,
        HttpsSupport.getDefaultHostnameVerifier());
  }

  private static void useProxy(HttpAsyncClientBuilder builder, ProxySettings proxy) {
    var host = new HttpHost(proxy.host(), proxy.port());
    builder.setProxy(host);
    if (proxy.user() != null) {
      var credentials = new BasicCredentialsProvider();
      credentials.setCredentials(
          new AuthScope(host),
          new UsernamePasswordCredentials(proxy.user(), proxy.password().toCharArray()));
      builder.setDefaultCredentialsProvider(credentials);
    }
  }
}
