// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.client.LiveDeskHttpClientCustomizer;
import io.github.livedesk.camel.client.RetryMode;
import java.util.Objects;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/** How LiveDesk is reached: options of the component and of the endpoint. */
@UriParams
public class LiveDeskConfiguration implements Cloneable {

  static final String DEFAULT_BASE_URL = "https://livedesk-api.engagelab.com";

  @UriParam(
      displayName = "API Key",
      label = "security",
      secret = true,
      description =
          "API key, from LiveDesk's console (Project Settings, API Management). Required, here or on"
              + " the component.")
  private String apiKey;

  @UriParam(
      displayName = "Secret Key",
      label = "security",
      secret = true,
      description = "API secret that belongs to the API key. Required, here or on the component.")
  private String secretKey;

  @Deprecated
  @UriParam(
      displayName = "API Secret",
      label = "security",
      secret = true,
      description = "The old name of secretKey.")
  @Metadata(
      deprecationNote = "Use secretKey: Camel prints the value of apiSecret in clear at the start.")
  private String apiSecret;

  /** What a copy has of its original, until a secret is set on the copy, by either name. */
  private GivenSecret copiedSecret;

  @UriParam(
      displayName = "Base URL",
      label = "common",
      defaultValue = DEFAULT_BASE_URL,
      description =
          "Scheme and host of the API, perhaps with a port and a path prefix. Plain http is refused"
              + " for a host that is not loopback, unless allowInsecureHttp=true.")
  private String baseUrl = DEFAULT_BASE_URL;

  @UriParam(
      displayName = "Allow Insecure HTTP",
      label = "security",
      defaultValue = "false",
      description =
          "Whether baseUrl may be plain http to a host that is not loopback. The API secret then"
              + " travels readable for everyone on the way.")
  private boolean allowInsecureHttp;

  @UriParam(
      label = "timeout",
      defaultValue = "10s",
      javaType = "java.time.Duration",
      description =
          "How long a TCP connection may take to open, and again the TLS handshake. 1 ms or more.")
  private long connectTimeout = 10_000;

  @UriParam(
      label = "timeout",
      defaultValue = "30s",
      javaType = "java.time.Duration",
      description =
          "Longest silence of the server while a request is under way, then the outcome is UNKNOWN."
              + " 1 ms or more, kept to a tenth of a second.")
  private long responseTimeout = 30_000;

  @UriParam(
      label = "timeout",
      defaultValue = "5m",
      javaType = "java.time.Duration",
      description =
          "Longest time of the whole send: every attempt, every wait, every byte. 1 ms or more, kept to"
              + " a tenth of a second.")
  private long totalTimeout = 300_000;

  @UriParam(
      label = "retry",
      defaultValue = "3",
      description = "Attempts of one HTTP call, the first counted. 1 or more.")
  private int maxAttempts = 3;

  @UriParam(
      label = "retry",
      defaultValue = "safe",
      description =
          "What is tried again. none: nothing, failed messages included. safe: what LiveDesk surely"
              + " did not process, and failed messages by its retry call. all: also where the outcome"
              + " is unknown, which may send a message twice.")
  private RetryMode retryMode = RetryMode.safe;

  @UriParam(
      label = "retry",
      defaultValue = "500ms",
      javaType = "java.time.Duration",
      description =
          "Longest wait before the first retry; it doubles with each further one. The wait itself is"
              + " any time up to that. 0 ms or more.")
  private long backoffDelay = 500;

  @UriParam(
      label = "retry",
      defaultValue = "20s",
      javaType = "java.time.Duration",
      description = "Where the doubling of backoffDelay ends. backoffDelay or more.")
  private long backoffMaxDelay = 20_000;

  @UriParam(
      label = "retry",
      defaultValue = "60s",
      javaType = "java.time.Duration",
      description =
          "Longest Retry-After that is waited for. Where LiveDesk asks for more, the send fails at"
              + " once and says for how long. 0 ms or more.")
  private long maxRetryAfter = 60_000;

  @UriParam(
      label = "retry",
      defaultValue = "2",
      description =
          "How often a message that LiveDesk reports as failed, for a transient or per-recipient-rate"
              + " reason, is sent again through its retry call. 0 or more.")
  private int maxMessageRetries = 2;

  @UriParam(
      label = "advanced",
      defaultValue = "4194304",
      javaType = "java.lang.String",
      description =
          "Longest reply, unpacked; a longer one is an error. 1 or more bytes, or with a unit: 5MB is"
              + " 5,000,000 bytes, 5MiB is 5,242,880 (KB, MB, GB, TB, KiB, MiB, GiB, TiB).")
  private int maxResponseSize = 4_194_304;

  @UriParam(
      label = "advanced",
      defaultValue = "0",
      javaType = "java.lang.String",
      description =
          "Longest file, 0 for any. A longer one is refused before a connection is opened, or ends the"
              + " request half-way where its length is not known before. Bytes, or with a unit: 5MB is"
              + " 5,000,000 bytes, 5MiB is 5,242,880 (KB, MB, GB, TB, KiB, MiB, GiB, TiB).")
  private long maxAttachmentSize;

  @UriParam(
      label = "producer",
      defaultValue = "true",
      description =
          "Whether a message that LiveDesk reports as failed fails the exchange. If not, it is handed"
              + " on with its external error in the headers.")
  private boolean failOnFailedStatus = true;

  @UriParam(
      displayName = "SSL Context Parameters",
      label = "security",
      description =
          "TLS: trusted certificates, client certificate, protocols, ciphers. The host name of the"
              + " server's certificate is checked whatever is set here.")
  private SSLContextParameters sslContextParameters;

  @UriParam(label = "proxy", description = "Host of an HTTP proxy for all connections.")
  private String proxyHost;

  @UriParam(label = "proxy", description = "Port of the HTTP proxy, 1 to 65535.")
  private Integer proxyPort;

  @UriParam(
      label = "proxy",
      secret = true,
      description = "User name for a proxy that asks for credentials (Basic).")
  private String proxyUser;

  @UriParam(
      label = "proxy",
      secret = true,
      description = "Password for a proxy that asks for credentials (Basic).")
  private String proxyPassword;

  @UriParam(
      displayName = "HTTP Client Customizer",
      label = "advanced",
      description =
          "Sets on HttpClient's builder what has no option here. Retries, redirects, connections and"
              + " the host name check are set after it and stay as they are.")
  @Metadata(autowired = true)
  private LiveDeskHttpClientCustomizer httpClientCustomizer;

  /** A copy that can be changed without changing this one. */
  public LiveDeskConfiguration copy() {
    try {
      var copy = (LiveDeskConfiguration) clone();
      if (!hasTwoSecrets()) {
        copy.takeSecret(null, null, secret());
      }
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new RuntimeCamelException(e);
    }
  }

  /**
   * This one, with today's credentials where it has those of yesterday.
   *
   * @param yesterday where its credentials came from, unless they are its own
   * @param today what has become of that
   */
  LiveDeskConfiguration following(LiveDeskConfiguration yesterday, LiveDeskConfiguration today) {
    LiveDeskConfiguration followed = copy();
    if (Objects.equals(apiKey, yesterday.apiKey)
        && Objects.equals(getSecretKey(), yesterday.getSecretKey())
        && !hasTwoSecrets()) {
      followed.apiKey = today.apiKey;
      followed.takeSecret(today.secretKey, today.apiSecret, today.copiedSecret);
    }
    if (Objects.equals(proxyUser, yesterday.proxyUser)
        && Objects.equals(proxyPassword, yesterday.proxyPassword)) {
      followed.proxyUser = today.proxyUser;
      followed.proxyPassword = today.proxyPassword;
    }
    return followed;
  }

  boolean hasSameCredentials(LiveDeskConfiguration other) {
    return Objects.equals(apiKey, other.apiKey)
        && Objects.equals(getSecretKey(), other.getSecretKey())
        && Objects.equals(proxyUser, other.proxyUser)
        && Objects.equals(proxyPassword, other.proxyPassword);
  }

  public String getApiKey() {
    return apiKey;
  }

  public void setApiKey(String apiKey) {
    this.apiKey = apiKey;
  }

  /** The secret, by whichever of its two names it was set; null where there is none. */
  public String getSecretKey() {
    GivenSecret given = secret();
    return given == null ? null : given.value();
  }

  public void setSecretKey(String secretKey) {
    takeSecret(secretKey, apiSecret, null);
  }

  /**
   * The same as {@link #getSecretKey()}.
   *
   * @deprecated its name is {@link #getSecretKey()}
   */
  @Deprecated
  @SuppressWarnings("InlineMeSuggester")
  public String getApiSecret() {
    return getSecretKey();
  }

  /**
   * The same as {@link #setSecretKey}, with a warning in the log when it is used.
   *
   * @deprecated its name is {@link #setSecretKey}
   */
  @Deprecated
  public void setApiSecret(String apiSecret) {
    takeSecret(secretKey, apiSecret, null);
  }

  private void takeSecret(String secretKey, String apiSecret, GivenSecret copied) {
    this.secretKey = secretKey;
    this.apiSecret = apiSecret;
    this.copiedSecret = copied;
  }

  /** Null where there is none. */
  GivenSecret secret() {
    return GivenSecret.of(secretKey, apiSecret).orElse(copiedSecret);
  }

  /** Whether a secret was set by the old name, here and not on what this is a copy of. */
  boolean hasOldSecret() {
    return GivenSecret.isSet(apiSecret);
  }

  /** Whether the two names have different values. */
  boolean hasTwoSecrets() {
    return GivenSecret.areDifferent(secretKey, apiSecret);
  }

  public String getBaseUrl() {
    return baseUrl;
  }

  public void setBaseUrl(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  public boolean isAllowInsecureHttp() {
    return allowInsecureHttp;
  }

  public void setAllowInsecureHttp(boolean allowInsecureHttp) {
    this.allowInsecureHttp = allowInsecureHttp;
  }

  public long getConnectTimeout() {
    return connectTimeout;
  }

  public void setConnectTimeout(long connectTimeout) {
    this.connectTimeout = connectTimeout;
  }

  public long getResponseTimeout() {
    return responseTimeout;
  }

  public void setResponseTimeout(long responseTimeout) {
    this.responseTimeout = responseTimeout;
  }

  public long getTotalTimeout() {
    return totalTimeout;
  }

  public void setTotalTimeout(long totalTimeout) {
    this.totalTimeout = totalTimeout;
  }

  public int getMaxAttempts() {
    return maxAttempts;
  }

  public void setMaxAttempts(int maxAttempts) {
    this.maxAttempts = maxAttempts;
  }

  public RetryMode getRetryMode() {
    return retryMode;
  }

  public void setRetryMode(RetryMode retryMode) {
    this.retryMode = retryMode;
  }

  public long getBackoffDelay() {
    return backoffDelay;
  }

  public void setBackoffDelay(long backoffDelay) {
    this.backoffDelay = backoffDelay;
  }

  public long getBackoffMaxDelay() {
    return backoffMaxDelay;
  }

  public void setBackoffMaxDelay(long backoffMaxDelay) {
    this.backoffMaxDelay = backoffMaxDelay;
  }

  public long getMaxRetryAfter() {
    return maxRetryAfter;
  }

  public void setMaxRetryAfter(long maxRetryAfter) {
    this.maxRetryAfter = maxRetryAfter;
  }

  public int getMaxMessageRetries() {
    return maxMessageRetries;
  }

  public void setMaxMessageRetries(int maxMessageRetries) {
    this.maxMessageRetries = maxMessageRetries;
  }

  public int getMaxResponseSize() {
    return maxResponseSize;
  }

  public void setMaxResponseSize(int maxResponseSize) {
    this.maxResponseSize = maxResponseSize;
  }

  /**
   * Sets it by a text.
   *
   * @param maxResponseSize bytes, or with a unit, such as {@code 5MB}
   * @throws InvalidOptionException when it is no size
   */
  public void setMaxResponseSize(String maxResponseSize) {
    this.maxResponseSize =
        (int) ByteSize.parse("maxResponseSize", maxResponseSize, 1, Integer.MAX_VALUE);
  }

  public long getMaxAttachmentSize() {
    return maxAttachmentSize;
  }

  public void setMaxAttachmentSize(long maxAttachmentSize) {
    this.maxAttachmentSize = maxAttachmentSize;
  }

  /**
   * Sets it by a text.
   *
   * @param maxAttachmentSize bytes, or with a unit, such as {@code 10MB}
   * @throws InvalidOptionException when it is no size
   */
  public void setMaxAttachmentSize(String maxAttachmentSize) {
    this.maxAttachmentSize =
        ByteSize.parse("maxAttachmentSize", maxAttachmentSize, 0, Long.MAX_VALUE);
  }

  public boolean isFailOnFailedStatus() {
    return failOnFailedStatus;
  }

  public void setFailOnFailedStatus(boolean failOnFailedStatus) {
    this.failOnFailedStatus = failOnFailedStatus;
  }

  public SSLContextParameters getSslContextParameters() {
    return sslContextParameters;
  }

  public void setSslContextParameters(SSLContextParameters sslContextParameters) {
    this.sslContextParameters = sslContextParameters;
  }

  public String getProxyHost() {
    return proxyHost;
  }

  public void setProxyHost(String proxyHost) {
    this.proxyHost = proxyHost;
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

  public String getProxyPassword() {
    return proxyPassword;
  }

  public void setProxyPassword(String proxyPassword) {
    this.proxyPassword = proxyPassword;
  }

  public LiveDeskHttpClientCustomizer getHttpClientCustomizer() {
    return httpClientCustomizer;
  }

  public void setHttpClientCustomizer(LiveDeskHttpClientCustomizer httpClientCustomizer) {
    this.httpClientCustomizer = httpClientCustomizer;
  }
}
