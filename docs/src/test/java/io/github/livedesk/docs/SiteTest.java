// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rendered guide: every link leads somewhere, and nothing comes from elsewhere. */
class SiteTest {

  private static final Pattern COLOUR = Pattern.compile("--(\\w+): (#[0-9a-f]{6});");
  private static final double AA = 4.5;

  private static final Map<Path, Document> READ = new HashMap<>();

  static List<String> pages() {
    var pages = new ArrayList<>(Docs.pages());
    pages.removeIf(page -> Files.notExists(Docs.SITE.resolve(page + ".html")));
    pages.add("index");
    return pages;
  }

  @Test
  void everyPageThatIsListedIsRendered() throws Exception {
    assertThat(Navigation.of(Docs.FOLDER).pages())
        .hasSizeGreaterThan(15)
        .allSatisfy(page -> assertThat(Docs.SITE.resolve(page.name() + ".html")).exists());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(String page) throws Exception {
    Path file = Docs.SITE.resolve(page + ".html");
    var broken = new ArrayList<String>();
    for (Element link : html(file).select("[href], [src]")) {
      String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
      if (!target.matches("https?://.*") && !leadsSomewhere(file, target)) {
        broken.add(target);
      }
    }
    assertThat(broken).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothingIsLoadedFromElsewhere(String page) throws Exception {
    Document html = html(Docs.SITE.resolve(page + ".html"));

    assertThat(html.select("script, img, iframe, link, source, style, object").eachAttr("src"))
        .noneMatch(source -> source.contains(":") || source.startsWith("//"));
    assertThat(html.select("link").eachAttr("href")).containsExactly("site.css");
    assertThat(html.select("style, [style*=url]")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"site.css", "site.js"})
  void styleAndScriptLoadNothing(String file) {
    assertThat(Docs.read(Docs.SITE.resolve(file)))
        .doesNotContain("@import", "url(", "http:", "https:", "fetch(", "import(");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageListsAllPagesAndMarksItself(String page) throws Exception {
    Document html = html(Docs.SITE.resolve(page + ".html"));
    var pages = Navigation.of(Docs.FOLDER).pages();
    String self = page.equals("index") ? "guide" : page;

    assertThat(html.select("nav a").eachAttr("href"))
        .isEqualTo(pages.stream().map(it -> it.name() + ".html").toList());
    assertThat(html.select("nav a[aria-current=page]").eachAttr("href"))
        .containsExactly(self + ".html");
  }

  @Test
  void previousAndNextGoThroughAllPages() throws Exception {
    var pages = Navigation.of(Docs.FOLDER).pages();
    var passed = new ArrayList<String>();
    String next = pages.get(0).name() + ".html";
    while (next != null) {
      Document html = html(Docs.SITE.resolve(next));
      Element previous = html.selectFirst("footer a[rel=prev]");
      assertThat(previous == null ? null : previous.attr("href"))
          .isEqualTo(passed.isEmpty() ? null : passed.get(passed.size() - 1));
      passed.add(next);
      Element link = html.selectFirst("footer a[rel=next]");
      next = link == null ? null : link.attr("href");
    }
    assertThat(passed).isEqualTo(pages.stream().map(page -> page.name() + ".html").toList());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageCanBeReadByEveryone(String page) throws Exception {
    Document html = html(Docs.SITE.resolve(page + ".html"));

    assertThat(html.select("h1")).hasSize(1);
    assertThat(html.title()).startsWith(html.selectFirst("h1").text());
    assertThat(html.select("img")).allSatisfy(it -> assertThat(it.attr("alt")).contains(" "));
    assertThat(html.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    assertThat(html.select("main table"))
        .allSatisfy(it -> assertThat(it.closest(".scroll")).isNotNull());
    assertThat(html.selectFirst("html").attr("lang"))
        .isEqualTo(page.contains("zh-TW") ? "zh-TW" : "en");
  }

  /** WCAG 2.1, 1.4.3: 4.5 to 1 for text, in the light and in the dark. */
  @ParameterizedTest
  @CsvSource({
    "ink, paper",
    "ink, code",
    "ink, chosen",
    "faint, paper",
    "link, paper",
    "link, code",
    "keyword, code",
    "string, code",
    "comment, code",
    "tag, code"
  })
  void textCanBeToldFromItsGround(String text, String ground) {
    String css = Docs.read(Docs.SITE.resolve("site.css"));
    for (String theme : List.of(css.split("@media", -1)[0], css.split("@media", -1)[1])) {
      Map<String, String> colours = new HashMap<>();
      Matcher colour = COLOUR.matcher(theme);
      while (colour.find()) {
        colours.put(colour.group(1), colour.group(2));
      }
      double one = luminance(colours.get(text));
      double other = luminance(colours.get(ground));
      assertThat((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05))
          .isGreaterThanOrEqualTo(AA);
    }
  }

  @Test
  void theStyleStaysSmall() {
    assertThat(Docs.read(Docs.SITE.resolve("site.css")).lines().count()).isLessThanOrEqualTo(200);
  }

  private static boolean leadsSomewhere(Path from, String link) throws Exception {
    String path = link.replaceFirst("#.*", "");
    Path file = path.isEmpty() ? from : from.resolveSibling(path).normalize();
    if (!Files.exists(file)) {
      return false;
    }
    int hash = link.indexOf('#');
    return hash < 0 || html(file).getElementById(link.substring(hash + 1)) != null;
  }

  private static Document html(Path file) throws Exception {
    Document html = READ.get(file);
    if (html == null) {
      html = Jsoup.parse(Files.readString(file));
      READ.put(file, html);
    }
    return html;
  }

  private static double luminance(String colour) {
    return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
  }

  private static double linear(String colour, int at) {
    double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
