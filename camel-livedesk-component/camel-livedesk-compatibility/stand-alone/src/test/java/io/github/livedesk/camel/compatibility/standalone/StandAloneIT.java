// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility.standalone;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The guide, followed to the letter: projects that know this build only by its installed artifacts.
 * Their own tests send to the simulator, and here is looked at what they leave.
 */
class StandAloneIT {

  private static final Path TARGET = Path.of(System.getProperty("output.folder"));
  private static final Path PROJECTS = TARGET.resolve("projects");
  private static final Path LOG = TARGET.resolve("maven.log");

  /** What the projects get as an account's credentials. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of("LIVEDESK_API_KEY", "canary-key-4711", "LIVEDESK_SECRET_KEY", "canary-secret-4711");

  /** With those that the guide shows for the simulator. */
  private static final List<String> CREDENTIALS =
      List.of("canary-key-4711", "canary-secret-4711", "simulator-key", "simulator-secret");

  /** Of what is wrong; Spring's are longer. */
  private static final int LONGEST_LINE = 300;

  private static final Map<Project, String> VERDICTS = new HashMap<>();

  private static ProjectFiles files;

  @BeforeAll
  static void buildTheProjects() throws Exception {
    files = new ProjectFiles(Path.of("src", "projects"), Path.of(System.getProperty("docs")));
    files.write(Project.ALL, PROJECTS);
    ProjectFiles.write(PROJECTS.resolve("pom.xml"), reactor());
    Path repository = TARGET.resolve("repository");
    UserRepository.lay(repository, Path.of(System.getProperty("local.repository")));
    MavenRun.run(
        PROJECTS,
        repository,
        LOG,
        ENVIRONMENT,
        "-Dmaven.test.redirectTestOutputToFile=true",
        "test");
  }

  @AfterAll
  static void writeTheTable() throws IOException {
    Files.writeString(TARGET.resolve("table.txt"), Table.of(VERDICTS));
  }

  static List<Project> projects() {
    return Project.ALL;
  }

  @ParameterizedTest
  @MethodSource("projects")
  void itStartsAndSends(Project project) throws IOException {
    VERDICTS.put(project, "failed");
    Result result = Result.of(PROJECTS.resolve(project.name()));

    assertThat(result.tests()).as(StandAloneIT::errors).isPositive();
    assertThat(result.bad()).as(StandAloneIT::errors).isZero();
    assertThat(result.camelJars())
        .as("%s: Camel jars", project)
        .containsKeys("camel-api", "camel-support", "camel-http", "camel-jackson", "camel-health")
        .allSatisfy((jar, version) -> assertThat(version).as(jar).isEqualTo(project.camel()));
    assertThat(result.output())
        .contains("Apache Camel " + project.camel())
        .doesNotContain(CREDENTIALS);
    VERDICTS.put(
        project,
        "passed, %d tests, %d Camel jars".formatted(result.tests(), result.camelJars().size()));
  }

  /** Listings that the tests of the guide leave to this one. */
  @Test
  void whatIsTriedNowhereElseIsInAProject() {
    assertThat(files.unused())
        .filteredOn(snippet -> List.of("java", "xml").contains(snippet.language()))
        .noneMatch(snippet -> snippet.page().equals("quarkus"))
        .noneMatch(snippet -> snippet.text().startsWith("<dependencyManagement>"));
  }

  /** What Maven says is wrong, in whichever project. */
  private static String errors() {
    try (Stream<String> lines = Files.lines(LOG)) {
      return lines
          .filter(line -> line.matches("(\\[ERROR]|Caused by).*"))
          .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
          .collect(joining("\n", LOG + ":\n", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs them all; none of them has it as its parent. */
  private static String reactor() {
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId>
          <artifactId>projects</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          <modules>
        %s
          </modules>
        </project>
        """
        .formatted(
            Project.ALL.stream()
                .map(project -> "    <module>" + project.name() + "</module>")
                .collect(joining("\n")));
  }
}
