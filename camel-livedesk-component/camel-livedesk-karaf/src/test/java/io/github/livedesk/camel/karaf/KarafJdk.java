// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.karaf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDK for Karaf: 17, for there are later ones that Karaf 4.4 does not start on. */
final class KarafJdk {

  static final String ADVICE =
      "Karaf runs on a JDK 17: none at the property karaf.java.home, none that runs this build and"
          + " none at JAVA_HOME";

  private static final Pattern VERSION_17 = Pattern.compile("(?m)^JAVA_VERSION=\"17[.\"]");

  private KarafJdk() {}

  static boolean isThere() throws IOException {
    return home().isPresent();
  }

  /** Empty where there is none. */
  static Optional<Path> home() throws IOException {
    Stream<String> homes =
        Stream.of(
                System.getProperty("karaf.java.home"),
                System.getProperty("java.home"),
                System.getenv("JAVA_HOME"))
            .filter(home -> home != null && !home.isBlank());
    for (Path home : homes.map(Path::of).toList()) {
      if (isVersion17(home)) {
        return Optional.of(home);
      }
    }
    return Optional.empty();
  }

  private static boolean isVersion17(Path home) throws IOException {
    Path release = home.resolve("release");
    return Files.isRegularFile(release)
        && VERSION_17.matcher(Files.readString(release, UTF_8)).find();
  }
}
