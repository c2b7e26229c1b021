// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A listing of the guide.
 *
 * @param page the name of its page, without its ending
 * @param line where it begins, from 1
 * @param title above it, or null
 * @param language it says, or {@code shell} or {@code output} where it says none
 * @param text what it shows, with the end of its last line
 */
public record Snippet(String page, int line, String title, String language, String text) {

  private static final Pattern LISTING =
      Pattern.compile(
          "(?m)(?:^\\.(?<title>\\S.*)\\n)?(?:^\\[source, ?(?<language>\\w+)[^]]*]\\n)?^----\\n(?<text>(?s:.*?))^----$");

  /** The listings of a page, from its beginning to its end. */
  public static List<Snippet> of(Path page) {
    String text = read(page);
    String name = page.getFileName().toString().replaceFirst("\\.adoc$", "");
    var snippets = new ArrayList<Snippet>();
    Matcher listing = LISTING.matcher(text);
    while (listing.find()) {
      int line = (int) text.substring(0, listing.start()).lines().count() + 1;
      snippets.add(
          new Snippet(
              name,
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

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "docs/" + page + ".adoc:" + line + " " + language;
  }
}
