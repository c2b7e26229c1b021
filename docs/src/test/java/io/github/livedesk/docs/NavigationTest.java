// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.livedesk.docs.Navigation.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NavigationTest {

  @TempDir private Path docs;

  @BeforeEach
  void twoPages() throws IOException {
    page("guide", "== Start\n\n* xref:start.adoc[Start]: how\n* xref:start.zh-TW.adoc[上手]\n");
    page("start", "= Start\n");
    page("start.zh-TW", "= 上手\n");
  }

  @Test
  void pagesAreThoseOfTheList() throws IOException {
    assertThat(Navigation.of(docs).pages())
        .containsExactly(
            new Page("guide", "Contents", ""),
            new Page("start", "Start", "Start"),
            new Page("start.zh-TW", "上手", "Start"));
  }

  @Test
  void aPageThatIsNotListedIsNotForgotten() throws IOException {
    page("performance", "= Performance\n");

    assertThatThrownBy(() -> Navigation.of(docs))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("[performance.adoc]");
  }

  @Test
  void aPartOfAPageNeedsNoPlaceInTheList() throws IOException {
    page("figures", "|===\n|===\n");
    page("start", "= Start\n\ninclude::figures.adoc[]\n");

    assertThat(Navigation.of(docs).pages()).hasSize(3);
  }

  @Test
  void aListedPageThatIsNotThereIsFound() throws IOException {
    Files.delete(docs.resolve("start.adoc"));

    assertThatThrownBy(() -> Navigation.of(docs)).hasMessageContaining("not there: [start.adoc]");
  }

  private void page(String name, String text) throws IOException {
    Files.writeString(docs.resolve(name + ".adoc"), text);
  }
}
