// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The pages of the guide in their order: the list in {@code guide.adoc}, which readers of the
 * repository see as well.
 *
 * @param pages the contents page, then those it lists
 */
record Navigation(List<Page> pages) {

  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^== (?<group>.+)$|^\\* xref:(?<name>[\\w.-]+)\\.adoc\\[(?<title>[^]]+)]");
  private static final Pattern INCLUDE =
      Pattern.compile("(?m)^include::(?<file>[\\w.-]+\\.adoc)\\[");
  private static final String CONTENTS = "guide";

  /**
   * A page of the guide.
   *
   * @param name of its file, without {@code .adoc}
   * @param title as it is listed
   * @param group the heading it is listed under; empty for the contents page
   */
  record Page(String name, String title, String group) {

    /** A page in another language than English has it in its name, as {@code start.zh-TW} has. */
    String language() {
      int dot = name.indexOf('.');
      return dot < 0 ? "en" : name.substring(dot + 1);
    }
  }

  /**
   * Reads the list.
   *
   * @throws IllegalStateException where a page of the folder is not listed, or a listed one is not
   *     there
   */
  static Navigation of(Path docs) throws IOException {
    var pages = new ArrayList<Page>();
    pages.add(new Page(CONTENTS, "Contents", ""));
    String group = "";
    Matcher line = LINE.matcher(Files.readString(docs.resolve(CONTENTS + ".adoc")));
    while (line.find()) {
      if (line.group("group") == null) {
        pages.add(new Page(line.group("name"), line.group("title"), group));
      } else {
        group = line.group("group");
      }
    }
    check(docs, pages);
    return new Navigation(List.copyOf(pages));
  }

  /** The page before or after, or null at the ends. */
  Page neighbour(Page page, int step) {
    int index = pages.indexOf(page) + step;
    return index < 0 || index >= pages.size() ? null : pages.get(index);
  }

  private static void check(Path docs, List<Page> pages) throws IOException {
    Set<String> listed = new TreeSet<>();
    pages.forEach(page -> listed.add(page.name() + ".adoc"));
    Set<String> there = new TreeSet<>();
    Set<String> parts = new TreeSet<>();
    try (Stream<Path> files = Files.list(docs)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".adoc")).toList()) {
        there.add(file.getFileName().toString());
        Matcher include = INCLUDE.matcher(Files.readString(file));
        while (include.find()) {
          parts.add(include.group("file"));
        }
      }
    }
    Set<String> forgotten = new TreeSet<>(there);
    forgotten.removeAll(listed);
    forgotten.removeAll(parts);
    Set<String> missing = new TreeSet<>(listed);
    missing.removeAll(there);
    if (!forgotten.isEmpty() || !missing.isEmpty()) {
      throw new IllegalStateException(
          "docs/guide.adoc lists the pages of the guide, one a line: * xref:page.adoc[Title]. Not"
              + " listed: "
              + forgotten
              + ", listed and not there: "
              + missing);
    }
  }
}
