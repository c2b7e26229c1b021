// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.karaf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The same bundle under a higher version. */
final class NewerVersion {

  private NewerVersion() {}

  static void write(Path jar, String version, Path newer) throws IOException {
    try (var in = new JarFile(jar.toFile())) {
      Manifest manifest = in.getManifest();
      manifest.getMainAttributes().putValue("Bundle-Version", version);
      try (OutputStream file = Files.newOutputStream(newer);
          var out = new JarOutputStream(file, manifest)) {
        for (JarEntry entry : in.stream().toList()) {
          if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
            out.putNextEntry(new JarEntry(entry.getName()));
            in.getInputStream(entry).transferTo(out);
          }
        }
      }
    }
  }
}
