// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.options;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.main.Main;

/**
 * Credentials in files, as Kubernetes mounts them: {@code livedesk/api-key} and {@code
 * livedesk/secret-key}, which {@code {{secret:livedesk/api-key}}} reads.
 */
record SecretFiles(Path folder) {

  void write(String key, String secret) {
    try {
      Path livedesk = Files.createDirectories(folder.resolve("livedesk"));
      Files.writeString(livedesk.resolve("api-key"), key);
      Files.writeString(livedesk.resolve("secret-key"), secret);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() throws IOException {
    Files.delete(folder.resolve("livedesk").resolve("api-key"));
  }

  /** camel-kubernetes shall read files, and never look for a cluster. */
  void configure(Main main) {
    main.addInitialProperty("camel.kubernetes-config.client-enabled", "false");
    main.addInitialProperty("camel.kubernetes-config.mount-path-secrets", folder.toString());
  }
}
