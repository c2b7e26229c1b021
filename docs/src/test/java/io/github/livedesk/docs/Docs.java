// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages under test, and what they show. */
final class Docs {

  static final Path FOLDER = Path.of(System.getProperty("docs"));
  static final Path SITE = Path.of(System.getProperty("site"));
  static final Path PROJECT = FOLDER.getParent();

  private Docs() {}

  /** The names of the pages, without their ending. */
  static List<String> pages() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".adoc"))
          .map(name -> name.substring(0, name.length() - ".adoc".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String page) {
    return read(FOLDER.resolve(page + ".adoc"));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> filesOfProject(String ending) {
    try (Stream<Path> files = Files.walk(PROJECT)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .filter(file -> !PROJECT.relativize(file).toString().matches("(.*/)?target/.*"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Snippet> snippets() {
    return pages().stream().flatMap(page -> snippets(page).stream()).toList();
  }

  static List<Snippet> inLanguage(String language) {
    return snippets().stream().filter(snippet -> snippet.language().equals(language)).toList();
  }

  /** The listings of a page. */
  static List<Snippet> snippets(String page) {
    return Snippet.of(FOLDER.resolve(page + ".adoc"));
  }
}
