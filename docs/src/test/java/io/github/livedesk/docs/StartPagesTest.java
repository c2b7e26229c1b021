// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The same start in both languages. */
class StartPagesTest {

  private static final Pattern LINK = Pattern.compile("xref:([\\w-]+)\\.adoc");
  private static final Pattern HEADING = Pattern.compile("(?m)^==+ ");

  @Test
  void commandsAndCodeAreTheSame() {
    assertThat(shown("start.zh-TW")).hasSizeGreaterThan(7).isEqualTo(shown("start"));
  }

  @Test
  void sectionsAndLinksAreTheSame() {
    assertThat(found(HEADING, "start.zh-TW")).isEqualTo(found(HEADING, "start"));
    assertThat(found(LINK, "start.zh-TW").subList(1, found(LINK, "start.zh-TW").size()))
        .isEqualTo(found(LINK, "start"));
  }

  @Test
  void eachLeadsToTheOther() {
    assertThat(Docs.text("start")).contains("xref:start.zh-TW.adoc[");
    assertThat(Docs.text("start.zh-TW")).contains("xref:start.adoc[", ":lang: zh-TW");
  }

  private static List<String> shown(String page) {
    return Docs.snippets(page).stream().map(Snippet::text).toList();
  }

  private static List<String> found(Pattern pattern, String page) {
    return pattern.matcher(Docs.text(page)).results().map(MatchResult::group).toList();
  }
}
