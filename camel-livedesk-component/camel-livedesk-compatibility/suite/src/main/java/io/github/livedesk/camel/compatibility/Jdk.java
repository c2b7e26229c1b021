// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JDK on this machine.
 *
 * @param home the folder that has {@code bin/java}
 */
record Jdk(Path home) {

  static Jdk ofTheBuild() {
    return new Jdk(Path.of(System.getProperty("java.home")));
  }

  /**
   * The one that a property names, or else any beside the JDK of the build, of the system's
   * packages or of SDKMAN.
   *
   * @throws IllegalArgumentException when the property names something else
   */
  static Optional<Jdk> of(int feature, String property) {
    String named = System.getProperty(property, "");
    if (!named.isBlank()) {
      var jdk = new Jdk(Path.of(named));
      if (!jdk.is(feature)) {
        throw new IllegalArgumentException(
            property + ": found '" + named + "'; it takes the home of a JDK " + feature);
      }
      return Optional.of(jdk);
    }
    return Stream.of(
            ofTheBuild().home().getParent(),
            Path.of("/usr/lib/jvm"),
            Path.of(System.getProperty("user.home"), ".sdkman", "candidates", "java"))
        .flatMap(Jdk::in)
        .filter(jdk -> jdk.is(feature))
        .findFirst();
  }

  Path java() {
    return home.resolve("bin").resolve("java");
  }

  private static Stream<Jdk> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> homes = Files.list(folder)) {
      return homes.sorted().map(Jdk::new).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean is(int feature) {
    Path release = home.resolve("release");
    if (!Files.isExecutable(java()) || !Files.isRegularFile(release)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(release)) {
      return lines.anyMatch(line -> line.matches("JAVA_VERSION=\"" + feature + "\\b.*"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
