// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.karaf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An unpacked Karaf, set up so that it is nobody's business but this build's. */
final class KarafFolder {

  private final Path home;

  private KarafFolder(Path home) {
    this.home = home;
  }

  /**
   * Unpacks it anew.
   *
   * @param archive Karaf's tar.gz
   * @param folder where to; what is there is deleted
   */
  static KarafFolder unpack(Path archive, Path folder) throws IOException, InterruptedException {
    delete(folder);
    Files.createDirectories(folder);
    // Not in Java, which would lose what may be executed.
    Process tar =
        new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(tar.waitFor()).as("tar -xzf %s", archive).isZero();
    try (Stream<Path> unpacked = Files.list(folder)) {
      return new KarafFolder(unpacked.findFirst().orElseThrow());
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }

  /** On ports of its own, for this machine alone, with the user karaf. */
  void listen(int ssh, int rmiRegistry, int rmiServer) throws IOException {
    set("org.apache.karaf.shell.cfg", "sshPort", String.valueOf(ssh));
    set("org.apache.karaf.shell.cfg", "sshHost", "127.0.0.1");
    set("org.apache.karaf.management.cfg", "rmiRegistryPort", String.valueOf(rmiRegistry));
    set("org.apache.karaf.management.cfg", "rmiServerPort", String.valueOf(rmiServer));
    set("users.properties", "karaf", "karaf,_g_:admingroup");
    set("users.properties", "_g_\\:admingroup", "group,admin,manager,viewer,systembundles,ssh");
  }

  /** Often enough for a test. */
  void lookAtFolders() throws IOException {
    set("config.properties", "felix.fileinstall.poll", "200");
    set("org.apache.felix.fileinstall-deploy.cfg", "felix.fileinstall.poll", "200");
  }

  /** What the build has resolved, and nothing else: no network, no repository of the user's. */
  void resolveFrom(Path repository) throws IOException {
    String file = "org.ops4j.pax.url.mvn.cfg";
    Path settings = home.resolve("settings.xml");
    Files.writeString(settings, "<settings/>", UTF_8);
    set(file, "org.ops4j.pax.url.mvn.settings", settings.toString());
    set(file, "org.ops4j.pax.url.mvn.localRepository", home.resolve("repository").toString());
    set(file, "org.ops4j.pax.url.mvn.repositories", "");
    set(
        file,
        "org.ops4j.pax.url.mvn.defaultRepositories",
        "${karaf.home.uri}${karaf.default.repository}@id=system.repository@snapshots,"
            + repository.toUri()
            + "@id=build.repository@snapshots");
  }

  /** This build's own features file, which is in no repository while the build runs. */
  void offer(Path features, String artifact, String version) throws IOException {
    Path folder = home.resolve("system/io/github/livedesk").resolve(artifact).resolve(version);
    Files.createDirectories(folder);
    Files.copy(features, folder.resolve(artifact + "-" + version + "-features.xml"));
  }

  /** Features processing for {@code etc/org.apache.karaf.features.xml}. */
  void process(Path features) throws IOException {
    Files.copy(features, etc("org.apache.karaf.features.xml"), StandardCopyOption.REPLACE_EXISTING);
  }

  Path home() {
    return home;
  }

  Path deploy(String file) {
    return home.resolve("deploy").resolve(file);
  }

  Path etc(String file) {
    return home.resolve("etc").resolve(file);
  }

  Path console() {
    return home.resolve("data/console.log");
  }

  Path log() {
    return home.resolve("data/log/karaf.log");
  }

  private void set(String file, String key, String value) throws IOException {
    Path path = etc(file);
    // With the lines that go on after a backslash.
    var setting = Pattern.compile("(?m)^" + Pattern.quote(key) + "[ =].*(?:(?<=\\\\)\\R.*)*");
    String others = setting.matcher(Files.readString(path, UTF_8)).replaceAll("");
    Files.write(path, List.of(others, key + " = " + value), UTF_8);
  }
}
