// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.Callable;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/**
 * A self-signed certificate and its key, made by the JDK's keytool for one test run.
 *
 * @param keyStore PKCS 12 file
 */
public record TestCertificate(Path keyStore) {

  private static final String PASSWORD = "changeit";

  /**
   * Makes one in a new file of a folder.
   *
   * @param subjectAlternativeName such as {@code ip:127.0.0.1}
   */
  public static TestCertificate of(Path folder, String subjectAlternativeName) throws Exception {
    Path file = Files.createTempFile(folder, "certificate", ".p12");
    Files.delete(file);
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "test",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                "san=" + subjectAlternativeName,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes(), Charset.defaultCharset());
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool: " + output);
    }
    return new TestCertificate(file);
  }

  /** For the server that has this certificate. */
  public SSLContext serverContext() throws GeneralSecurityException, IOException {
    var keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** For a client that trusts this certificate and no other. */
  public SSLContextParameters trusted() {
    var store = new KeyStoreParameters();
    store.setResource(keyStore.toUri().toString());
    store.setPassword(PASSWORD);
    store.setType("PKCS12");
    var trust = new TrustManagersParameters();
    trust.setKeyStore(store);
    var parameters = new SSLContextParameters();
    parameters.setTrustManagers(trust);
    return parameters;
  }

  /** With a default context that trusts it, as with -Djavax.net.ssl.trustStore=... */
  public <T> T whileTrustedByDefault(CamelContext camel, Callable<T> action) throws Exception {
    SSLContext before = SSLContext.getDefault();
    SSLContext.setDefault(trusted().createSSLContext(camel));
    try {
      return action.call();
    } finally {
      SSLContext.setDefault(before);
    }
  }
}
