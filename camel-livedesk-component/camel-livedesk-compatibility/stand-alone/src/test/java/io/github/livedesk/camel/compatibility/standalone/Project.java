// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility.standalone;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;

/**
 * A project as a user has it.
 *
 * @param runtime what Camel runs in, with its version
 * @param camel the version of all its Camel jars
 * @param template the folder of {@code src/projects} that it is made from
 * @param versions by artifact: those that the user wants, in place of those that the docs show
 */
record Project(String runtime, String camel, String template, Map<String, String> versions) {

  static final Project QUARKUS = quarkus("3.27.0", "4.14.0");

  static final List<Project> ALL =
      List.of(
          camelMain("4.14.0"),
          camelMain("4.18.0"),
          springBoot("3.5.4", "4.14.0"),
          springBoot("3.5.10", "4.18.0"),
          springBoot("4.1.0", "4.22.0"),
          QUARKUS);

  private static Project camelMain(String camel) {
    return new Project("camel-main", camel, "camel-main", Map.of("camel-bom", camel));
  }

  private static Project springBoot(String boot, String camel) {
    return new Project(
        "Spring Boot " + boot,
        camel,
        "spring-boot",
        Map.of("spring-boot-starter-parent", boot, "camel-spring-boot-bom", camel));
  }

  private static Project quarkus(String quarkus, String camel) {
    return new Project(
        "Quarkus " + quarkus,
        camel,
        "quarkus",
        Map.of(
            "quarkus-bom", quarkus, "quarkus-camel-bom", quarkus, "quarkus-maven-plugin", quarkus));
  }

  /** That of its folder, and its artifact. */
  String name() {
    return versions.values().stream().distinct().sorted().collect(joining("-", template + "-", ""));
  }

  @Override
  public String toString() {
    return runtime + ", Camel " + camel;
  }
}
