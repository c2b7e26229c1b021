// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What GraalVM would be told of the project in Quarkus. It is not asked here: Quarkus writes all
 * that a native image is made of, and stops.
 */
class NativeSourcesIT {

  private static final Path TARGET = Path.of(System.getProperty("output.folder"));
  private static final Path FOLDER = TARGET.resolve("native");

  private static Path sources;

  @BeforeAll
  static void writeThem() throws Exception {
    var files = new ProjectFiles(Path.of("src", "projects"), Path.of(System.getProperty("docs")));
    files.write(List.of(Project.QUARKUS), FOLDER);
    Path project = FOLDER.resolve(Project.QUARKUS.name());
    Path repository = TARGET.resolve("repository");
    Path log = TARGET.resolve("native.log");
    UserRepository.lay(repository, Path.of(System.getProperty("local.repository")));
    MavenRun.run(
        project,
        repository,
        log,
        Map.of(),
        "-DskipTests",
        "-Dquarkus.native.enabled=true",
        "-Dquarkus.native.sources-only=true",
        "-Dquarkus.package.jar.enabled=false",
        "package");
    Path written = project.resolve("target").resolve("native-sources");
    assertThat(written).as("what Maven makes, see %s", log).isDirectory();
    try (Stream<Path> jars = Files.list(written)) {
      sources = jars.filter(jar -> jar.toString().endsWith("-runner.jar")).findAny().orElseThrow();
    }
  }

  @Test
  void whatSimpleReadsIsReflected() throws IOException {
    assertThat(file("META-INF/native-image/reflect-config.json"))
        .contains(
            "\"io.github.livedesk.camel.LiveDeskComponent\"",
            "\"io.github.livedesk.camel.LiveDeskSendDynamicAware\"",
            "\"io.github.livedesk.camel.LiveDeskConverters\"",
            "\"io.github.livedesk.camel.model.LiveDeskMessage\"",
            "\"io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException\"");
  }

  @Test
  void theCatalogueEntryIsAResource() throws IOException {
    assertThat(file("META-INF/native-image/resource-config.json"))
        .contains("META-INF/io/github/livedesk/camel/livedesk");
  }

  private static String file(String name) throws IOException {
    try (var jar = new ZipFile(sources.toFile());
        InputStream file = jar.getInputStream(jar.getEntry(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
