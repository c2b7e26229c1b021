// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.documentation;

import static java.util.regex.Pattern.DOTALL;
import static java.util.regex.Pattern.MULTILINE;

import io.github.livedesk.camel.testing.LiveDeskCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.util.URISupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A page of documentation, and what it says of the component: endpoint URIs, YAML, properties.
 *
 * @param name said of what is wrong in it
 * @param text AsciiDoc or Markdown
 */
public record Document(String name, String text) {

  /** Folder of the whole project; tests run in that of their module. */
  private static final Path PROJECT = Path.of("..", "..");

  private static final Pattern YAML =
      Pattern.compile(
          "^\\[source, ?yaml[^]]*]\\n(?:\\.[^\\n]*\\n)?----\\n(?<adoc>.*?)^----$|^```ya?ml\\n(?<md>.*?)^```$",
          MULTILINE | DOTALL);

  /** A Java text that goes on in the next line. */
  private static final Pattern CONTINUED = Pattern.compile("\"\\s*\\+\\s*\"");

  /**
   * Up to the quote it began with, or to a space or the end of a literal where there is none; no
   * Maven coordinates.
   */
  private static final Pattern URI =
      Pattern.compile(
          "\"(?<double>livedesk:[^\"]*)\"|'(?<single>livedesk:[^']*)'|`(?<tick>livedesk:[^`]*)`"
              + "|(?<![\\w.\\-\"'`])(?<bare>livedesk:(?:(?!\\+`)\\S)*)");

  private static final Pattern PROPERTY =
      Pattern.compile(
          "camel\\.component\\.livedesk\\.(?<name>[\\w-]+(?:\\.\\w+)*)(?: *= *(?<value>[^\\s`]+))?");

  /** Properties of the Spring Boot starter's own, which its own tests look after. */
  private static final Set<String> OF_THE_STARTER =
      Set.of("enabled", "customizer.enabled", "ssl-bundle");

  /** How the guide writes that there is a URI to be written: no URI itself. */
  private static final Set<String> PATTERNS =
      Set.of(
          "livedesk:messages[?options]",
          "livedesk:contacts[?options]",
          "livedesk:conversations[?options]",
          "livedesk:...");

  private static final Set<String> KEYS_OF_AN_ENDPOINT =
      Set.of("uri", "parameters", "id", "description");

  /** README, docs and the pages of the examples. */
  public static List<Document> all() throws IOException {
    var paths = new TreeSet<Path>();
    paths.add(PROJECT.resolve("README.md"));
    for (String folder : List.of("docs", "camel-livedesk-component", "camel-livedesk-examples")) {
      try (Stream<Path> files = Files.walk(PROJECT.resolve(folder), 2)) {
        files.filter(path -> path.toString().matches(".*\\.(adoc|md)")).forEach(paths::add);
      }
    }
    var documents = new ArrayList<Document>();
    for (Path path : paths) {
      documents.add(new Document(PROJECT.relativize(path).toString(), Files.readString(path)));
    }
    return documents;
  }

  /** All that the catalogue has against it. */
  public List<String> faults(LiveDeskCatalog catalog) {
    var faults = new ArrayList<String>();
    for (String uri : uris()) {
      catalog.faultOf(uri).ifPresent(fault -> faults.add(name + ": " + uri + ": " + fault));
    }
    for (String line : properties()) {
      catalog
          .faultOfProperty(line)
          .ifPresent(fault -> faults.add(name + ": " + line + ": " + fault));
    }
    return faults;
  }

  /** Endpoint URIs; those of YAML with their parameters as options. */
  public List<String> uris() {
    var uris = new ArrayList<String>();
    Matcher matcher = URI.matcher(CONTINUED.matcher(withoutYaml()).replaceAll(""));
    while (matcher.find()) {
      String uri =
          Stream.of("double", "single", "tick", "bare")
              .map(matcher::group)
              .filter(found -> found != null)
              .findFirst()
              .orElseThrow();
      if (!PATTERNS.contains(uri)) {
        uris.add(uri.replace("&amp;", "&"));
      }
    }
    yaml().forEach(node -> collectUris(node, uris));
    return uris;
  }

  /** Lines of properties files; an option that is only mentioned has any value. */
  public List<String> properties() {
    var lines = new ArrayList<String>();
    Matcher matcher = PROPERTY.matcher(text);
    while (matcher.find()) {
      String value = matcher.group("value");
      if (!OF_THE_STARTER.contains(matcher.group("name"))) {
        lines.add(property(matcher.group("name"), value == null ? "{{any}}" : value));
      }
    }
    yaml().forEach(node -> collectProperties(node, lines));
    return lines;
  }

  private String withoutYaml() {
    return YAML.matcher(text).replaceAll("");
  }

  private List<Object> yaml() {
    var nodes = new ArrayList<Object>();
    var load = new Load(LoadSettings.builder().setLabel(name).build());
    Matcher matcher = YAML.matcher(text);
    while (matcher.find()) {
      String block = matcher.group("adoc") == null ? matcher.group("md") : matcher.group("adoc");
      load.loadAllFromString(block).forEach(nodes::add);
    }
    return nodes;
  }

  private static void collectUris(Object node, List<String> uris) {
    if (node instanceof List<?> list) {
      list.forEach(item -> collectUris(item, uris));
    } else if (node instanceof Map<?, ?> map && isEndpoint(map)) {
      uris.add(uriOf(map));
    } else if (node instanceof Map<?, ?> map) {
      map.values().forEach(item -> collectUris(item, uris));
    } else if (node instanceof String text && text.startsWith("livedesk:")) {
      uris.add(text);
    }
  }

  private static boolean isEndpoint(Map<?, ?> map) {
    return map.get("uri") instanceof String uri && uri.startsWith("livedesk:");
  }

  /** A key that no endpoint has becomes an option, so that it is found to be none. */
  private static String uriOf(Map<?, ?> endpoint) {
    var options = new LinkedHashMap<String, Object>();
    if (endpoint.get("parameters") instanceof Map<?, ?> parameters) {
      parameters.forEach((name, value) -> options.put("" + name, "" + value));
    }
    endpoint.forEach(
        (key, value) -> {
          if (!KEYS_OF_AN_ENDPOINT.contains(key)) {
            options.put("" + key, "" + value);
          }
        });
    String uri = endpoint.get("uri").toString();
    if (options.isEmpty()) {
      return uri;
    }
    return uri + (uri.contains("?") ? "&" : "?") + URISupport.createQueryString(options);
  }

  private static void collectProperties(Object node, List<String> lines) {
    if (node instanceof Map<?, ?> root
        && root.get("camel") instanceof Map<?, ?> camel
        && camel.get("component") instanceof Map<?, ?> component
        && component.get("livedesk") instanceof Map<?, ?> options) {
      options.forEach(
          (name, value) -> {
            if (!OF_THE_STARTER.contains("" + name)) {
              lines.add(property("" + name, "" + value));
            }
          });
    }
  }

  private static String property(String option, String value) {
    return "camel.component.livedesk." + option + "=" + value;
  }
}
