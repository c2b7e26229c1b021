// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation lists each line that the component can log, and no other. */
class LogCatalogueTest {

  private static final Path DOCUMENT = Path.of("..", "..", "docs", "operations.adoc");
  private static final Path SOURCES = Path.of("src", "main", "java");

  private static final Pattern CALL =
      Pattern.compile(
          "\\b(?<logger>LOG|SENDS)\\s*\\.(?<level>trace|debug|info|warn|error)\\(\\s*"
              + "\"(?<text>(?:[^\"]|\"\\s*\\+\\s*\")*)\"");

  private static final Pattern ANY_CALL =
      Pattern.compile(
          "\\.(?:trace|debug|info|warn|error|atTrace|atDebug|atInfo|atWarn|atError)\\(\\s*[^)\\s]");

  private static final Pattern ROW =
      Pattern.compile(
          "^\\|`(TRACE|DEBUG|INFO|WARN|ERROR)` \\|`([^`]+)` \\|`([^`]+)`", Pattern.MULTILINE);

  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        sources.add(Files.readString(file));
      }
    }
    return sources;
  }

  /** As the rows of the table: level, logger, text. */
  private static List<String> logged() throws IOException {
    return sources().stream()
        .flatMap(source -> CALL.matcher(source).results())
        .map(LogCatalogueTest::row)
        .toList();
  }

  private static String row(MatchResult call) {
    String logger = call.group(1).equals("SENDS") ? "send" : "camel";
    String text = call.group(3).replaceAll("\"\\s*\\+\\s*\"", "");
    return call.group(2).toUpperCase(Locale.ROOT) + " " + logger + " " + text;
  }

  private static List<String> documented() throws IOException {
    Matcher rows = ROW.matcher(Files.readString(DOCUMENT));
    return rows.results()
        .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
        .toList();
  }

  @Test
  void eachLineOfTheCodeIsInTheTableAndNoOther() throws Exception {
    assertThat(documented()).isNotEmpty().containsExactlyInAnyOrderElementsOf(logged());
  }

  @Test
  void noCallIsWrittenSoThatItIsNotSeenHere() throws Exception {
    long calls = sources().stream().flatMap(source -> ANY_CALL.matcher(source).results()).count();

    assertThat(logged()).isNotEmpty().hasSize((int) calls);
  }

  @Test
  void thereAreNoLoggersButTheTwo() throws Exception {
    assertThat(sources().stream().filter(source -> source.contains("LoggerFactory.getLogger")))
        .singleElement()
        .asString()
        .contains("\"io.github.livedesk.camel.send\"", "\"io.github.livedesk.camel\"");
  }
}
