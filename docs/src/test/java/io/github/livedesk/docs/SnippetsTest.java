// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.docs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Whoever pastes a snippet of the guide gets what it says. */
class SnippetsTest {

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Set<String> TABS = Set.of("Java", "XML", "YAML");

  /** What the build tries. Output of programs is shown as it came. */
  private static final Set<String> TRIED =
      Set.of("java", "xml", "yaml", "properties", "shell", "json", "output");

  private static final Set<String> YAML_ROOTS =
      Set.of(
          "route",
          "from",
          "onException",
          "routeConfiguration",
          "routeTemplate",
          "rest",
          "beans",
          "errorHandler",
          "intercept",
          "interceptFrom",
          "interceptSendToEndpoint",
          "onCompletion",
          "route-configuration",
          "on-exception");

  @TempDir private static Path compiled;

  private static JavaSnippets java;
  private static List<String> faultsOfJava;

  @BeforeAll
  static void compile() throws Exception {
    String sources =
        Docs.filesOfProject(".java").stream()
            .map(Docs::read)
            .map(SnippetsTest::squeezed)
            .collect(joining());
    java = new JavaSnippets(compiled);
    faultsOfJava =
        java.compile(
            Docs.inLanguage("java").stream()
                .filter(snippet -> !isBuilt(snippet))
                .filter(snippet -> isTab(snippet) || !sources.contains(withoutEnd(snippet)))
                .toList());
  }

  @Test
  void everySnippetIsOfALanguageThatIsTried() {
    assertThat(Docs.snippets()).allSatisfy(it -> assertThat(TRIED).contains(it.language()));
    assertThat(Docs.snippets().stream().map(Snippet::language))
        .contains(TRIED.toArray(String[]::new));
  }

  /** Here, or as part of a source that the build compiles anyway. */
  @Test
  void javaCompiles() {
    assertThat(faultsOfJava).isEmpty();
  }

  static List<Snippet> xml() {
    return Docs.inLanguage("xml").stream().filter(snippet -> !isBuilt(snippet)).toList();
  }

  @ParameterizedTest
  @MethodSource("xml")
  void xmlIsRoutesThatCamelLoadsOrDependenciesThatThereAre(Snippet snippet) throws Exception {
    Document xml = Jsoup.parse(snippet.text(), Parser.xmlParser());
    if (xml.selectFirst("> dependency") == null) {
      try (Routes routes = Routes.of(snippet, snippet.text())) {
        assertThat(routes.described()).isNotEmpty();
      }
    } else {
      assertThat(xml.select("> dependency")).allSatisfy(it -> assertThat(isUsedHere(it)).isTrue());
    }
  }

  static List<Snippet> yaml() {
    return Docs.inLanguage("yaml");
  }

  @ParameterizedTest
  @MethodSource("yaml")
  void yamlIsRoutesThatCamelLoadsOrPropertiesThatThereAre(Snippet snippet) throws Exception {
    Object yaml = new Load(LoadSettings.builder().build()).loadFromString(snippet.text());
    if (yaml instanceof Map<?, ?> map) {
      var names = new ArrayList<String>();
      flatten("", map, names);
      assertThat(names).isNotEmpty().allSatisfy(it -> assertThat(Properties.isKnown(it)).isTrue());
    } else {
      try (Routes routes = Routes.of(snippet, asRoutes((List<?>) yaml, snippet.text()))) {
        assertThat(routes.described()).isNotEmpty();
      }
    }
  }

  static List<List<Snippet>> tabs() {
    var groups = new ArrayList<List<Snippet>>();
    for (String page : Docs.pages()) {
      List<Snippet> group = List.of();
      for (Snippet snippet : Docs.snippets(page)) {
        if (isTab(snippet) && snippet.title().equals("Java")) {
          group = new ArrayList<>();
          groups.add(group);
        }
        if (isTab(snippet)) {
          group.add(snippet);
        }
      }
    }
    return groups;
  }

  @ParameterizedTest
  @MethodSource("tabs")
  void theTabsSayTheSame(List<Snippet> tabs) throws Exception {
    assertThat(tabs).extracting(Snippet::title).containsExactly("Java", "XML", "YAML");
    var described = new LinkedHashMap<String, List<String>>();
    for (Snippet tab : tabs) {
      boolean isJava = tab.language().equals("java");
      try (Routes routes = isJava ? Routes.of(java.routes(tab)) : Routes.of(tab, tab.text())) {
        described.put(tab.title(), routes.described());
      }
    }
    assertThat(described.get("XML")).isEqualTo(described.get("Java"));
    assertThat(described.get("YAML")).isEqualTo(described.get("Java"));
  }

  @Test
  void mainPagesHaveTabs() {
    assertThat(tabs().stream().collect(groupingBy(tabs -> tabs.get(0).page())))
        .containsKeys(
            "start", "start.zh-TW", "text", "attachments", "templates", "failures", "contacts");
  }

  static List<Snippet> properties() {
    return Docs.inLanguage("properties");
  }

  @ParameterizedTest
  @MethodSource("properties")
  void everyPropertyIsOneThatThereIs(Snippet snippet) {
    assertThat(snippet.text().lines().filter(line -> !line.isBlank() && !line.startsWith("#")))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(Properties.isKnown(line.split("=", 2)[0].strip())).as(line).isTrue());
  }

  static List<Snippet> json() {
    return Docs.inLanguage("json");
  }

  @ParameterizedTest
  @MethodSource("json")
  void jsonIsJson(Snippet snippet) throws Exception {
    assertThat(new ObjectMapper().readTree(snippet.text()).isContainerNode()).isTrue();
  }

  static List<Snippet> shell() {
    return Docs.inLanguage("shell");
  }

  @ParameterizedTest
  @MethodSource("shell")
  void whatCommandsNameIsThere(Snippet snippet) {
    assertThat(Commands.faults(snippet.text())).isEmpty();
  }

  /** The build makes projects of these, and a test there sees that it does: StandAloneIT. */
  private static boolean isBuilt(Snippet snippet) {
    return snippet.page().equals("quarkus") || snippet.text().startsWith("<dependencyManagement>");
  }

  private static boolean isTab(Snippet snippet) {
    return snippet.title() != null && TABS.contains(snippet.title());
  }

  /** A class may go on in the source with what is no example. */
  private static String withoutEnd(Snippet snippet) {
    return squeezed(snippet.text()).replaceFirst("}$", "");
  }

  private static String squeezed(String code) {
    return SPACE.matcher(code).replaceAll("");
  }

  private static boolean isUsedHere(Element dependency) {
    String group = dependency.selectFirst("groupId").text();
    String artifact =
        "<artifactId>" + dependency.selectFirst("artifactId").text() + "</artifactId>";
    Element version = dependency.selectFirst("version");
    return Docs.filesOfProject("pom.xml").stream()
        .map(Docs::read)
        .filter(pom -> pom.contains(group) && pom.contains(artifact))
        .anyMatch(pom -> version == null || pom.contains(version.outerHtml()));
  }

  /** Steps alone become those of a route. */
  private static String asRoutes(List<?> yaml, String text) {
    boolean isSteps =
        yaml.stream()
            .anyMatch(
                item -> item instanceof Map<?, ?> map && !YAML_ROOTS.containsAll(map.keySet()));
    return isSteps ? "- from:\n    uri: direct:here\n    steps:\n" + text.indent(6) : text;
  }

  private static void flatten(String prefix, Map<?, ?> map, List<String> names) {
    map.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> below) {
            flatten(prefix + key + ".", below, names);
          } else {
            names.add(prefix + key);
          }
        });
  }
}
