// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.apache.camel.support.jsse.CipherSuitesParameters;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.SecureSocketProtocolsParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.SslOptions;

/** One of Spring Boot's SSL bundles, in the form that Camel takes. */
final class BundleSslContextParameters {

  private BundleSslContextParameters() {}

  static SSLContextParameters of(SslBundle bundle) {
    var parameters = new SSLContextParameters();
    parameters.setSecureSocketProtocol(bundle.getProtocol());
    parameters.setKeyManagers(new BundleKeyManagers(bundle.getManagers()));
    parameters.setTrustManagers(new BundleTrustManagers(bundle.getManagers()));
    SslOptions options = bundle.getOptions();
    if (options.getEnabledProtocols() != null) {
      var protocols = new SecureSocketProtocolsParameters();
      protocols.setSecureSocketProtocol(List.of(options.getEnabledProtocols()));
      parameters.setSecureSocketProtocols(protocols);
    }
    if (options.getCiphers() != null) {
      var ciphers = new CipherSuitesParameters();
      ciphers.setCipherSuite(List.of(options.getCiphers()));
      parameters.setCipherSuites(ciphers);
    }
    return parameters;
  }

  private static final class BundleKeyManagers extends KeyManagersParameters {

    private final SslManagerBundle managers;

    BundleKeyManagers(SslManagerBundle managers) {
      this.managers = managers;
    }

    @Override
    public KeyManager[] createKeyManagers() {
      return managers.getKeyManagers();
    }
  }

  private static final class BundleTrustManagers extends TrustManagersParameters {

    private final SslManagerBundle managers;

    BundleTrustManagers(SslManagerBundle managers) {
      this.managers = managers;
    }

    @Override
    public TrustManager[] createTrustManagers() {
      return managers.getTrustManagers();
    }
  }
}
