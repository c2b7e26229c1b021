// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.docs;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The site in a real browser: narrow and wide, light and dark, with and without scripts. */
@Tag("browser")
class BrowserTest {

  private static final String PANELS = ".listingblock:has(> .title)";

  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void startBrowser() {
    Optional<Path> chromium =
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .map(folder -> Path.of(folder, "chromium"))
            .filter(path -> path.toFile().canExecute())
            .findFirst();
    assumeTrue(chromium.isPresent(), "There is no chromium on the PATH");
    setDefaultAssertionTimeout(30_000);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(
                        List.of(
                            "--no-sandbox", "--disable-gpu", "--disable-background-networking")));
  }

  @AfterAll
  static void endBrowser() {
    if (playwright != null) {
      browser.close();
      playwright.close();
    }
  }

  @Test
  void noPageIsWiderThanItsWindow() throws Exception {
    try (var window = browser.newContext()) {
      Page page = window.newPage();
      var tooWide = new ArrayList<String>();
      for (Navigation.Page each : Navigation.of(Docs.FOLDER).pages()) {
        page.navigate(url(each.name()));
        for (int width : List.of(400, 1280)) {
          page.setViewportSize(width, 900);
          if ((int) page.evaluate("document.documentElement.scrollWidth") > width) {
            tooWide.add(each.name() + " at " + width);
          }
        }
      }
      assertThat(tooWide).isEmpty();
    }
  }

  @Test
  void aTabIsChosenForTheWholePageAndRemembered() {
    try (var window = browser.newContext()) {
      Page page = window.newPage();
      page.navigate(url("failures"));
      assertThat(visible(page)).containsOnly("Java");

      Locator tabs = page.locator("[role=tab]");
      tabs.nth(1).click();
      assertThat(visible(page)).containsOnly("XML").hasSize(2);
      page.keyboard().press("ArrowRight");
      assertThat(visible(page)).containsOnly("YAML");
      assertThat(tabs.nth(2)).isFocused();
      assertThat(tabs.nth(2)).hasAttribute("aria-selected", "true");

      page.reload();
      assertThat(visible(page)).containsOnly("YAML");
    }
  }

  @Test
  void withoutScriptsAllExamplesAreShown() {
    try (var window = browser.newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = window.newPage();
      page.navigate(url("start"));

      assertThat(page.locator(PANELS + ":visible")).hasCount(6);
      assertThat(page.locator(PANELS + " > .title:visible"))
          .hasText(new String[] {"Java", "XML", "YAML", "Java", "XML", "YAML"});
    }
  }

  @Test
  void onPaperAllExamplesAreShownAndNoNavigation() {
    try (var window = browser.newContext()) {
      Page page = window.newPage();
      page.navigate(url("start"));
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(page.locator(PANELS + ":visible")).hasCount(6);
      assertThat(page.locator("nav")).isHidden();
    }
  }

  @Test
  void inTheDarkThePageIsDark() {
    try (var window =
        browser.newContext(new NewContextOptions().setColorScheme(ColorScheme.DARK))) {
      Page page = window.newPage();
      page.navigate(url("start"));

      assertThat(page.locator("body")).hasCSS("background-color", "rgb(20, 23, 26)");
    }
  }

  private static String url(String page) {
    return Docs.SITE.resolve(page + ".html").toUri().toString();
  }

  private static List<String> visible(Page page) {
    return page.locator(PANELS + ":visible")
                .evaluateAll("all => all.map(it => it.querySelector('.title').textContent)")
            instanceof List<?> names
        ? names.stream().map(String::valueOf).toList()
        : List.of();
  }
}
