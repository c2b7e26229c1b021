// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * What the tests of a project left behind.
 *
 * @param tests how many ran
 * @param bad how many of them failed or were skipped
 * @param camelJars versions by jar
 * @param output all that they printed, the log included
 */
record Result(int tests, int bad, Map<String, String> camelJars, String output) {

  /** Those of Camel itself and of its starters. Camel Quarkus has versions of its own. */
  private static final Pattern CAMEL_JAR =
      Pattern.compile(
          "[/\\\\]camel[/\\\\](?:springboot[/\\\\])?(camel-[\\w-]+)[/\\\\]([\\w.-]+)[/\\\\]\\1-\\2\\.jar");

  /** Reads the reports of Maven's surefire. */
  static Result of(Path project) {
    int tests = 0;
    int bad = 0;
    var jars = new TreeMap<String, String>();
    for (Path report : reports(project, ".xml")) {
      Element suite = root(report);
      tests += number(suite, "tests");
      bad += number(suite, "failures") + number(suite, "errors") + number(suite, "skipped");
      for (MatchResult jar : CAMEL_JAR.matcher(classPath(suite)).results().toList()) {
        jars.put(jar.group(1), jar.group(2));
      }
    }
    var output = new StringBuilder();
    reports(project, "-output.txt").forEach(file -> output.append(read(file)));
    return new Result(tests, bad, jars, output.toString());
  }

  private static String classPath(Element suite) {
    var properties = suite.getElementsByTagName("property");
    var found = new StringBuilder();
    for (int i = 0; i < properties.getLength(); i++) {
      var property = (Element) properties.item(i);
      if (List.of("java.class.path", "surefire.test.class.path")
          .contains(property.getAttribute("name"))) {
        found.append(property.getAttribute("value"));
      }
    }
    return found.toString();
  }

  private static int number(Element suite, String attribute) {
    return Integer.parseInt(suite.getAttribute(attribute));
  }

  private static List<Path> reports(Path project, String ending) {
    Path folder = project.resolve("target").resolve("surefire-reports");
    if (!Files.isDirectory(folder)) {
      return new ArrayList<>();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Element root(Path xml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(xml.toFile())
          .getDocumentElement();
    } catch (Exception e) {
      throw new IllegalStateException("Can't read " + xml, e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
