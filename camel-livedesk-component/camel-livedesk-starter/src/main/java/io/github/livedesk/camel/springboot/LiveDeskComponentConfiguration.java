// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import io.github.livedesk.camel.LiveDeskConfiguration;
import io.github.livedesk.camel.client.LiveDeskHttpClientCustomizer;
import io.github.livedesk.camel.client.RetryMode;
import java.time.Duration;
import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.DeprecatedConfigurationProperty;

/**
 * The options of the component, as properties. What is not set is null and leaves the component as
 * it is, so that an application's own component bean keeps what it has. The defaults in the
 * metadata are those of the component.
 */
@ConfigurationProperties("camel.component.livedesk")
public class LiveDeskComponentConfiguration extends ComponentConfigurationPropertiesCommon {

  /**
   * Scheme and host of the API, perhaps with a port and a path prefix. Plain http is refused for a
   * host that is not loopback, unless allowInsecureHttp=true.
   */
  private String baseUrl;

  /** How LiveDesk is reached, unless an endpoint says otherwise. */
  private LiveDeskConfiguration configuration;

  /**
   * Whether a message that LiveDesk reports as failed fails the exchange. If not, it is handed on
   * with its external error in the headers.
   */
  private Boolean failOnFailedStatus;

  /**
   * Whether the producer should be started lazy (on the first message). By starting lazy you can
   * use this to allow CamelContext and routes to startup in situations where a producer may
   * otherwise fail during starting and cause the route to fail being started. By deferring this
   * startup to be lazy then the startup failure can be handled during routing messages via Camel's
   * routing error handlers. Beware that when the first message is processed then creating and
   * starting the producer may take a little time and prolong the total processing time of the
   * processing.
   */
  private Boolean lazyStartProducer;

  /**
   * Whether autowiring is enabled. This is used for automatic autowiring options (the option must
   * be marked as autowired) by looking up in the registry to find if there is a single instance of
   * matching type, which then gets configured on the component. This can be used for automatic
   * configuring JDBC data sources, JMS connection factories, AWS Clients, etc.
   */
  private Boolean autowiredEnabled;

  /**
   * Sets on HttpClient's builder what has no option here. Retries, redirects, connections and the
   * host name check are set after it and stay as they are.
   */
  private LiveDeskHttpClientCustomizer httpClientCustomizer;

  /**
   * Longest file, 0 for any. A longer one is refused before a connection is opened, or ends the
   * request half-way where its length is not known before. Bytes, or with a unit: 5MB is 5,000,000
   * bytes, 5MiB is 5,242,880 (KB, MB, GB, TB, KiB, MiB, GiB, TiB).
   */
  private String maxAttachmentSize;

  /**
   * Connections at a time, 1 or more, for all endpoints with the same connection options. Further
   * sends wait, within totalTimeout.
   */
  private Integer maxConnections;

  /**
   * Longest reply, unpacked; a longer one is an error. 1 or more bytes, or with a unit: 5MB is
   * 5,000,000 bytes, 5MiB is 5,242,880 (KB, MB, GB, TB, KiB, MiB, GiB, TiB).
   */
  private String maxResponseSize;

  /** Used for enabling or disabling all consumer based health checks from this component */
  private Boolean healthCheckConsumerEnabled;

  /**
   * Used for enabling or disabling all producer based health checks from this component. Notice:
   * Camel has by default disabled all producer based health-checks. You can turn on producer checks
   * globally by setting camel.health.producersEnabled=true.
   */
  private Boolean healthCheckProducerEnabled;

  /** Host of an HTTP proxy for all connections. */
  private String proxyHost;

  /** Password for a proxy that asks for credentials (Basic). */
  private String proxyPassword;

  /** Port of the HTTP proxy, 1 to 65535. */
  private Integer proxyPort;

  /** User name for a proxy that asks for credentials (Basic). */
  private String proxyUser;

  /**
   * Longest wait before the first retry; it doubles with each further one. The wait itself is any
   * time up to that. 0 ms or more.
   */
  private Duration backoffDelay;

  /** Where the doubling of backoffDelay ends. backoffDelay or more. */
  private Duration backoffMaxDelay;

  /** Attempts of one HTTP call, the first counted. 1 or more. */
  private Integer maxAttempts;

  /**
   * How often a message that LiveDesk reports as failed, for a transient or per-recipient-rate
   * reason, is sent again through its retry call. 0 or more.
   */
  private Integer maxMessageRetries;

  /**
   * Longest Retry-After that is waited for. Where LiveDesk asks for more, the send fails at once
   * and says for how long. 0 ms or more.
   */
  private Duration maxRetryAfter;

  /**
   * What is tried again. none: nothing, failed messages included. safe: what LiveDesk surely did
   * not process, and failed messages by its retry call. all: also where the outcome is unknown,
   * which may send a message twice.
   */
  private RetryMode retryMode;

  /**
   * Whether baseUrl may be plain http to a host that is not loopback. The API secret then travels
   * readable for everyone on the way.
   */
  private Boolean allowInsecureHttp;

  /**
   * API key, from LiveDesk's console (Project Settings, API Management). Required, here or on the
   * component.
   */
  private String apiKey;

  /**
   * The old name of secretKey. Deprecation note: Use secretKey: Camel prints the value of apiSecret
   * in clear at the start.
   */
  private String apiSecret;

  /** API secret that belongs to the API key. Required, here or on the component. */
  private String secretKey;

  /**
   * TLS: trusted certificates, client certificate, protocols, ciphers. The host name of the
   * server's certificate is checked whatever is set here.
   */
  private SSLContextParameters sslContextParameters;

  /** Whether to use Camel's global SSLContextParameters where none are set here. */
  private Boolean useGlobalSslContextParameters;

  /** How long a TCP connection may take to open, and again the TLS handshake. 1 ms or more. */
  private Duration connectTimeout;

  /**
   * Longest silence of the server while a request is under way, then the outcome is UNKNOWN. 1 ms
   * or more, kept to a tenth of a second.
   */
  private Duration responseTimeout;

  /**
   * Longest time of the whole send: every attempt, every wait, every byte. 1 ms or more, kept to a
   * tenth of a second.
   */
  private Duration totalTimeout;

  /**
   * Name of one of Spring Boot's SSL bundles (spring.ssl.bundle.*): trusted certificates, client
   * certificate, protocols and ciphers for connections to LiveDesk. Instead of
   * sslContextParameters.
   */
  private String sslBundle;

  public String getBaseUrl() {
    return baseUrl;
  }

  public void setBaseUrl(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  public LiveDeskConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(LiveDeskConfiguration configuration) {
    this.configuration = configuration;
  }

  public Boolean getFailOnFailedStatus() {
    return failOnFailedStatus;
  }

  public void setFailOnFailedStatus(Boolean failOnFailedStatus) {
    this.failOnFailedStatus = failOnFailedStatus;
  }

  public Boolean getLazyStartProducer() {
    return lazyStartProducer;
  }

  public void setLazyStartProducer(Boolean lazyStartProducer) {
    this.lazyStartProducer = lazyStartProducer;
  }

  public Boolean getAutowiredEnabled() {
    return autowiredEnabled;
  }

  public void setAutowiredEnabled(Boolean autowiredEnabled) {
    this.autowiredEnabled = autowiredEnabled;
  }

  public LiveDeskHttpClientCustomizer getHttpClientCustomizer() {
    return httpClientCustomizer;
  }

  public void setHttpClientCustomizer(LiveDeskHttpClientCustomizer httpClientCustomizer) {
    this.httpClientCustomizer = httpClientCustomizer;
  }

  public String getMaxAttachmentSize() {
    return maxAttachmentSize;
  }

  public void setMaxAttachmentSize(String maxAttachmentSize) {
    this.maxAttachmentSize = maxAttachmentSize;
  }

  public Integer getMaxConnections() {
    return maxConnections;
  }

  public void setMaxConnections(Integer maxConnections) {
    this.maxConnections = maxConnections;
  }

  public String getMaxResponseSize() {
    return maxResponseSize;
  }

  public void setMaxResponseSize(String maxResponseSize) {
    this.maxResponseSize = maxResponseSize;
  }

  public Boolean getHealthCheckConsumerEnabled() {
    return healthCheckConsumerEnabled;
  }

  public void setHealthCheckConsumerEnabled(Boolean healthCheckConsumerEnabled) {
    this.healthCheckConsumerEnabled = healthCheckConsumerEnabled;
  }

  public Boolean getHealthCheckProducerEnabled() {
    return healthCheckProducerEnabled;
  }

  public void setHealthCheckProducerEnabled(Boolean healthCheckProducerEnabled) {
    this.healthCheckProducerEnabled = healthCheckProducerEnabled;
  }

  public String getProxyHost() {
    return proxyHost;
  }

  public void setProxyHost(String proxyHost) {
    this.proxyHost = proxyHost;
  }

  public String getProxyPassword() {
    return proxyPassword;
  }

  public void setProxyPassword(String proxyPassword) {
    this.proxyPassword = proxyPassword;
  }

  public Integer getProxyPort() {
    return proxyPort;
  }

  public void setProxyPort(Integer proxyPort) {
    this.proxyPort = proxyPort;
  }

  public String getProxyUser() {
    return proxyUser;
  }

  public void setProxyUser(String proxyUser) {
    this.proxyUser = proxyUser;
  }

  public Duration getBackoffDelay() {
    return backoffDelay;
  }

  public void setBackoffDelay(Duration backoffDelay) {
    this.backoffDelay = backoffDelay;
  }

  public Duration getBackoffMaxDelay() {
    return backoffMaxDelay;
  }

  public void setBackoffMaxDelay(Duration backoffMaxDelay) {
    this.backoffMaxDelay = backoffMaxDelay;
  }

  public Integer getMaxAttempts() {
    return maxAttempts;
  }

  public void setMaxAttempts(Integer maxAttempts) {
    this.maxAttempts = maxAttempts;
  }

  public Integer getMaxMessageRetries() {
    return maxMessageRetries;
  }

  public void setMaxMessageRetries(Integer maxMessageRetries) {
    this.maxMessageRetries = maxMessageRetries;
  }

  public Duration getMaxRetryAfter() {
    return maxRetryAfter;
  }

  public void setMaxRetryAfter(Duration maxRetryAfter) {
    this.maxRetryAfter = maxRetryAfter;
  }

  public RetryMode getRetryMode() {
    return retryMode;
  }

  public void setRetryMode(RetryMode retryMode) {
    this.retryMode = retryMode;
  }

  public Boolean getAllowInsecureHttp() {
    return allowInsecureHttp;
  }

  public void setAllowInsecureHttp(Boolean allowInsecureHttp) {
    this.allowInsecureHttp = allowInsecureHttp;
  }

  public String getApiKey() {
    return apiKey;
  }

  public void setApiKey(String apiKey) {
    this.apiKey = apiKey;
  }

  /**
   * The old name of {@link #getSecretKey()}.
   *
   * @deprecated its name is {@link #getSecretKey()}
   */
  @Deprecated
  @DeprecatedConfigurationProperty(
      replacement = "camel.component.livedesk.secret-key",
      reason = "Camel prints the value of the old name in clear at the start.")
  public String getApiSecret() {
    return apiSecret;
  }

  /**
   * The old name of {@link #setSecretKey}.
   *
   * @deprecated its name is {@link #setSecretKey}
   */
  @Deprecated
  public void setApiSecret(String apiSecret) {
    this.apiSecret = apiSecret;
  }

  public String getSecretKey() {
    return secretKey;
  }

  public void setSecretKey(String secretKey) {
    this.secretKey = secretKey;
  }

  public SSLContextParameters getSslContextParameters() {
    return sslContextParameters;
  }

  public void setSslContextParameters(SSLContextParameters sslContextParameters) {
    this.sslContextParameters = sslContextParameters;
  }

  public Boolean getUseGlobalSslContextParameters() {
    return useGlobalSslContextParameters;
  }

  public void setUseGlobalSslContextParameters(Boolean useGlobalSslContextParameters) {
    this.useGlobalSslContextParameters = useGlobalSslContextParameters;
  }

  public Duration getConnectTimeout() {
    return connectTimeout;
  }

  public void setConnectTimeout(Duration connectTimeout) {
    this.connectTimeout = connectTimeout;
  }

  public Duration getResponseTimeout() {
    return responseTimeout;
  }

  public void setResponseTimeout(Duration responseTimeout) {
    this.responseTimeout = responseTimeout;
  }

  public Duration getTotalTimeout() {
    return totalTimeout;
  }

  public void setTotalTimeout(Duration totalTimeout) {
    this.totalTimeout = totalTimeout;
  }

  public String getSslBundle() {
    return sslBundle;
  }

  public void setSslBundle(String sslBundle) {
    this.sslBundle = sslBundle;
  }
}
