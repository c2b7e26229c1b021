package io.github.livedesk.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages under test, and what they show. */
final class Docs {

  static final Path FOLDER = Path.of(System.getProperty("docs"));
  static final Path SITE = Path.of(System.getProperty("site"));
  static final Path PROJECT = FOLDER.getParent();

  private static final Pattern LISTING =
      Pattern.compile(
          "(?m)(?:^\\.(?<title>\\S.*)\\n)?(?:^\\[source, ?(?<language>\\w+)[^]]*]\\n)?^----\\n(?<text>(?s:.*?))^----$");

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
    String text = text(page);
    var snippets = new ArrayList<Snippet>();
    Matcher listing = LISTING.matcher(text);
    while (listing.find()) {
      int line = (int) text.substring(0, listing.start()).lines().count() + 1;
      snippets.add(
          new Snippet(
              page,
              line,
              listing.group("title"),
              language(listing.group("language"), listing.group("text")),
              listing.group("text")));
    }
    return snippets;
  }

  private static String language(String given, String text) {
    if (given == null) {
      return text.matches("(?s)(mvn|java|camel|export) .*") ? "shell" : "output";
    }
    return given;
  }

  /**
   * A listing.
   *
   * @param line where it begins, from 1
   * @param title above it, or null
   * @param language it says, or {@code shell} or {@code output} where it says none
   */
  record Snippet(String page, int line, String title, String language, String text) {

    @Override
    public String toString() {
      return "docs/" + page + ".adoc:" + line + " " + language;
    }
  }
}
