// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** README and the pages of the examples: links to files and to headings of the guide. */
class MarkdownLinksTest {

  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");

  static List<Path> pages() {
    return Docs.filesOfProject(".md");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Path page) {
    var broken = new ArrayList<String>();
    for (MatchResult link : LINK.matcher(Docs.read(page)).results().toList()) {
      if (!link.group(1).matches("https?:.*") && !leadsSomewhere(page, link)) {
        broken.add(link.group());
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean leadsSomewhere(Path page, MatchResult link) {
    Path file = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
    String name = file.getFileName().toString();
    if (Files.notExists(file) || link.group(2) == null || !name.endsWith(".adoc")) {
      return Files.exists(file);
    }
    Path rendered = Docs.SITE.resolve(name.replaceFirst("adoc$", "html"));
    return Jsoup.parse(Docs.read(rendered)).getElementById(link.group(2)) != null;
  }
}
