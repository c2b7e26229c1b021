// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The options of the component, as properties. What is not set is null and leaves the component as
 * it is, so that an application's own component bean keeps what it has. Generated from the
 * component's catalogue entry, as the descriptions and defaults in
 * META-INF/additional-spring-configuration-metadata.json; CONTRIBUTING.md has the command.
 */
@ConfigurationProperties("camel.component.livedesk")
public class LiveDeskComponentConfiguration extends ComponentConfigurationPropertiesCommon {

  private String baseUrl;
  private Boolean failOnFailedStatus;
  private Boolean lazyStartProducer;
  private Boolean autowiredEnabled;
  private io.github.livedesk.camel.LiveDeskConfiguration configuration;
  private io.github.livedesk.camel.client.LiveDeskHttpClientCustomizer httpClientCustomizer;
  private String maxAttachmentSize;
  private Integer maxConnections;
  private String maxResponseSize;
  private Boolean healthCheckConsumerEnabled;
  private Boolean healthCheckProducerEnabled;
  private String proxyHost;
  private String proxyPassword;
  private Integer proxyPort;
  private String proxyUser;
  private java.time.Duration backoffDelay;
  private java.time.Duration backoffMaxDelay;
  private Integer maxAttempts;
  private Integer maxMessageRetries;
  private java.time.Duration maxRetryAfter;
  private io.github.livedesk.camel.client.RetryMode retryMode;
  private Boolean allowInsecureHttp;
  private String apiKey;
  private String apiSecret;
  private String secretKey;
  private org.apache.camel.support.jsse.SSLContextParameters sslContextParameters;
  private Boolean useGlobalSslContextParameters;
  private java.time.Duration connectTimeout;
  private java.time.Duration responseTimeout;
  private java.time.Duration totalTimeout;
  private String sslBundle;

  public String getBaseUrl() {
    return baseUrl;
  }

  public void setBaseUrl(String baseUrl) {
    this.baseUrl = baseUrl;
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

  public io.github.livedesk.camel.LiveDeskConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(io.github.livedesk.camel.LiveDeskConfiguration configuration) {
    this.configuration = configuration;
  }

  public io.github.livedesk.camel.client.LiveDeskHttpClientCustomizer getHttpClientCustomizer() {
    return httpClientCustomizer;
  }

  public void setHttpClientCustomizer(io.github.livedesk.camel.client.LiveDeskHttpClientCustomizer httpClientCustomizer) {
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

  public java.time.Duration getBackoffDelay() {
    return backoffDelay;
  }

  public void setBackoffDelay(java.time.Duration backoffDelay) {
    this.backoffDelay = backoffDelay;
  }

  public java.time.Duration getBackoffMaxDelay() {
    return backoffMaxDelay;
  }

  public void setBackoffMaxDelay(java.time.Duration backoffMaxDelay) {
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

  public java.time.Duration getMaxRetryAfter() {
    return maxRetryAfter;
  }

  public void setMaxRetryAfter(java.time.Duration maxRetryAfter) {
    this.maxRetryAfter = maxRetryAfter;
  }

  public io.github.livedesk.camel.client.RetryMode getRetryMode() {
    return retryMode;
  }

  public void setRetryMode(io.github.livedesk.camel.client.RetryMode retryMode) {
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

  @Deprecated
  public String getApiSecret() {
    return apiSecret;
  }

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

  public org.apache.camel.support.jsse.SSLContextParameters getSslContextParameters() {
    return sslContextParameters;
  }

  public void setSslContextParameters(org.apache.camel.support.jsse.SSLContextParameters sslContextParameters) {
    this.sslContextParameters = sslContextParameters;
  }

  public Boolean getUseGlobalSslContextParameters() {
    return useGlobalSslContextParameters;
  }

  public void setUseGlobalSslContextParameters(Boolean useGlobalSslContextParameters) {
    this.useGlobalSslContextParameters = useGlobalSslContextParameters;
  }

  public java.time.Duration getConnectTimeout() {
    return connectTimeout;
  }

  public void setConnectTimeout(java.time.Duration connectTimeout) {
    this.connectTimeout = connectTimeout;
  }

  public java.time.Duration getResponseTimeout() {
    return responseTimeout;
  }

  public void setResponseTimeout(java.time.Duration responseTimeout) {
    this.responseTimeout = responseTimeout;
  }

  public java.time.Duration getTotalTimeout() {
    return totalTimeout;
  }

  public void setTotalTimeout(java.time.Duration totalTimeout) {
    this.totalTimeout = totalTimeout;
  }

  public String getSslBundle() {
    return sslBundle;
  }

  public void setSslBundle(String sslBundle) {
    this.sslBundle = sslBundle;
  }
}
