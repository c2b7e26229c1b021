// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.karaf;

import io.github.livedesk.camel.karaf.route.RouteActivator;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** A bundle with a {@link RouteActivator}, made on the spot. */
final class RouteBundle {

  /** Of the bundle, and of its Camel context. */
  static final String NAME = "livedesk-route";

  private RouteBundle() {}

  /**
   * Writes it.
   *
   * @param settings of the route, as headers of the bundle
   */
  static void write(Path jar, Map<String, String> settings) throws IOException, URISyntaxException {
    var manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", NAME);
    headers.putValue("Bundle-Activator", RouteActivator.class.getName());
    headers.putValue(
        "Import-Package",
        "io.github.livedesk.camel,org.apache.camel,org.apache.camel.builder,org.apache.camel.model,"
            + "org.apache.camel.karaf.core,org.osgi.framework");
    settings.forEach(headers::putValue);

    Path classes =
        Path.of(RouteActivator.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path folder = classes.resolve(RouteActivator.class.getPackageName().replace('.', '/'));
    try (OutputStream file = Files.newOutputStream(jar);
        var out = new JarOutputStream(file, manifest);
        Stream<Path> found = Files.list(folder)) {
      List<Path> all = found.toList();
      for (Path one : all) {
        out.putNextEntry(new JarEntry(classes.relativize(one).toString().replace('\\', '/')));
        Files.copy(one, out);
      }
    }
  }
}
