// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.docs;

import io.github.livedesk.docs.Navigation.Page;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/**
 * What stands around the text of every page: head, list of all pages, the pages before and after.
 */
final class PageFrame {

  private final String frame;
  private final Navigation navigation;

  /**
   * @param frame HTML with places named {@code @title@} and so on
   */
  PageFrame(String frame, Navigation navigation) {
    this.frame = frame;
    this.navigation = navigation;
  }

  /**
   * The whole page.
   *
   * @param body the page's text as Asciidoctor makes it
   * @param source what leads from the site to the folder above docs
   */
  String around(Page page, String title, String body, String source) {
    boolean isChinese = page.language().startsWith("zh");
    Document html =
        Jsoup.parse(
            frame
                .replace("@language@", page.language())
                .replace("@title@", Entities.escape(title))
                .replace("@pages@", pages(page))
                .replace("@previous@", link(navigation.neighbour(page, -1), "prev"))
                .replace("@next@", link(navigation.neighbour(page, 1), "next"))
                .replace("@allPages@", isChinese ? "所有頁面" : "All pages")
                .replace("@body@", body));
    html.select("a[href^=../]")
        .forEach(a -> a.attr("href", source + a.attr("href").substring("../".length())));
    html.select("a[href~=^[\\w.-]+\\.adoc(#|$)]")
        .forEach(a -> a.attr("href", a.attr("href").replaceFirst("\\.adoc", ".html")));
    html.select("table").forEach(PageFrame::scrollByItself);
    html.select("pre").attr("tabindex", "0");
    html.outputSettings().prettyPrint(false);
    return html.outerHtml();
  }

  /** A table that is wider than the page must not make the page wide. */
  private static void scrollByItself(Element table) {
    table.wrap("<div class=\"scroll\" tabindex=\"0\"></div>");
  }

  private String pages(Page current) {
    return navigation.pages().stream()
        .collect(
            Collectors.groupingBy(Page::group, java.util.LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            group ->
                (group.getKey().isEmpty() ? "" : "<h2>" + Entities.escape(group.getKey()) + "</h2>")
                    + group.getValue().stream()
                        .map(page -> "<li>" + entry(page, current) + "</li>")
                        .collect(Collectors.joining("", "<ul>", "</ul>")))
        .collect(Collectors.joining());
  }

  private static String entry(Page page, Page current) {
    return anchor(page, page.equals(current) ? " aria-current=\"page\"" : "");
  }

  private static String link(Page page, String rel) {
    return page == null ? "" : anchor(page, " rel=\"" + rel + "\"");
  }

  private static String anchor(Page page, String attributes) {
    return "<a href=\"%s.html\" lang=\"%s\"%s>%s</a>"
        .formatted(page.name(), page.language(), attributes, Entities.escape(page.title()));
  }
}
