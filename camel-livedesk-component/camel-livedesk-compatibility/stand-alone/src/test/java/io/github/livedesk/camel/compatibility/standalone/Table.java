// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is printed at the end. */
final class Table {

  /** What users run, too, and where it is tried. */
  private static final List<List<String>> ELSEWHERE =
      List.of(
          List.of(
              "Karaf " + System.getProperty("karaf.version"),
              "4.14.0",
              "tested in camel-livedesk-karaf"),
          List.of(
              "Camel CLI",
              System.getProperty("camel.cli.version"),
              "tested in camel-livedesk-examples/cli"));

  private Table() {}

  static String of(Map<Project, String> verdicts) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("Projects as users have them", "Camel", "Result"));
    for (Project project : Project.ALL) {
      rows.add(
          List.of(project.runtime(), project.camel(), verdicts.getOrDefault(project, "not built")));
    }
    rows.addAll(ELSEWHERE);
    var table = new StringBuilder();
    rows.forEach(row -> table.append("%-28s  %-7s  %s%n".formatted(row.toArray())));
    return table.toString();
  }
}
