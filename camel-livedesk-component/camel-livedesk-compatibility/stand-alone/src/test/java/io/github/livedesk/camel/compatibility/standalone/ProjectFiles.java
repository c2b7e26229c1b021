// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility.standalone;

import static java.util.stream.Collectors.toSet;

import io.github.livedesk.docs.Snippet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes projects: their templates, in which {@code @docs(page, language, word)} stands for the one
 * listing of that page and language that has the word in it.
 */
final class ProjectFiles {

  private static final Pattern LISTING =
      Pattern.compile(
          "(?m)^(?<indent> *)@docs\\((?<page>\\S+), (?<language>\\S+), (?<word>.+)\\)$");

  private final Path templates;
  private final Path docs;
  private final Set<Snippet> used = new LinkedHashSet<>();

  /**
   * @param templates {@code src/projects}
   * @param docs the folder of the pages
   */
  ProjectFiles(Path templates, Path docs) {
    this.templates = templates;
    this.docs = docs;
  }

  /** Writes projects into folders of their names, where nothing of an earlier build is left. */
  void write(List<Project> projects, Path folder) throws IOException {
    delete(folder);
    for (Project project : projects) {
      write(project, folder);
    }
    // What a build configures for itself ends here.
    Files.createDirectories(folder.resolve(".mvn"));
  }

  private void write(Project project, Path folder) {
    Path template = templates.resolve(project.template());
    for (Path file : filesOf(template, Integer.MAX_VALUE).toList()) {
      String text = withListings(read(file)).replace("@name@", project.name());
      if (file.endsWith("pom.xml")) {
        text = withVersions(text, project.versions());
      }
      write(folder.resolve(project.name()).resolve(template.relativize(file)), text);
    }
  }

  /** The listings of the guide that no project has. */
  List<Snippet> unused() {
    Set<String> texts = used.stream().map(Snippet::text).collect(toSet());
    return filesOf(docs, 1)
        .filter(page -> page.toString().endsWith(".adoc"))
        .flatMap(page -> Snippet.of(page).stream())
        .filter(snippet -> !texts.contains(snippet.text()))
        .toList();
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private String withListings(String text) {
    return LISTING
        .matcher(text)
        .replaceAll(
            it ->
                Matcher.quoteReplacement(
                    listing(it.group(2), it.group(3), it.group(4))
                        .indent(it.group(1).length())
                        .stripTrailing()));
  }

  private String listing(String page, String language, String word) {
    List<Snippet> found =
        Snippet.of(docs.resolve(page + ".adoc")).stream()
            .filter(it -> it.language().equals(language) && it.text().contains(word))
            .toList();
    if (found.size() != 1) {
      throw new IllegalStateException(
          "docs/%s.adoc: found %d listings in %s with '%s'; it takes one"
              .formatted(page, found.size(), language, word));
    }
    used.add(found.get(0));
    return found.get(0).text();
  }

  private static String withVersions(String pom, Map<String, String> versions) {
    String text = pom;
    for (var version : versions.entrySet()) {
      Matcher matcher =
          Pattern.compile(
                  "(<artifactId>%s</artifactId>\\s*<version>)[^<]*"
                      .formatted(Pattern.quote(version.getKey())))
              .matcher(text);
      if (!matcher.find()) {
        throw new IllegalStateException("No version of " + version.getKey() + " in\n" + pom);
      }
      text = matcher.replaceAll("$1" + version.getValue());
    }
    return text;
  }

  private static Stream<Path> filesOf(Path folder, int depth) {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
