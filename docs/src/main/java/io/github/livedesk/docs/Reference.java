// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables of {@code reference.adoc} that are made from the component's catalogue. */
public final class Reference {

  private static final String CATALOGUE =
      "camel-livedesk-component/camel-livedesk/src/generated/resources/META-INF/io/github/livedesk"
          + "/camel/livedesk.json";

  private Reference() {}

  /**
   * Writes the tables anew.
   *
   * @param arguments the folder of the pages
   */
  public static void main(String[] arguments) throws IOException {
    Path docs = Path.of(arguments[0]);
    Files.writeString(page(docs), upToDate(docs));
  }

  static Path page(Path docs) {
    return docs.resolve("reference.adoc");
  }

  /** The page as it should be. */
  static String upToDate(Path docs) throws IOException {
    JsonNode catalogue = new ObjectMapper().readTree(docs.resolveSibling(CATALOGUE).toFile());
    String page = Files.readString(page(docs));
    page = replace(page, "endpoint-options", options(catalogue.get("properties")));
    page = replace(page, "component-options", options(catalogue.get("componentProperties")));
    return replace(page, "headers", headers(catalogue.get("headers")));
  }

  private static String replace(String page, String name, String table) {
    String begin = "// tag::" + name + "[]\n";
    int from = page.indexOf(begin) + begin.length();
    return page.substring(0, from) + table + page.substring(page.indexOf("// end::" + name, from));
  }

  private static String options(JsonNode options) {
    var table = new StringBuilder("[cols=\"2,1,1,4\"]\n|===\n|Option |Type |Default |Meaning\n");
    Map<String, String> rows = new TreeMap<>();
    options
        .properties()
        .forEach(
            option ->
                rows.put(
                    option.getKey(),
                    row(
                        code(option.getKey()),
                        type(option.getValue()),
                        option.getValue().has("defaultValue")
                            ? code(option.getValue().get("defaultValue").asText())
                            : "",
                        meaning(option.getValue()))));
    rows.values().forEach(table::append);
    return table.append("|===\n").toString();
  }

  private static String headers(JsonNode headers) {
    var table = new StringBuilder("[cols=\"2,1,4\"]\n|===\n|Header |Type |Meaning\n");
    headers
        .properties()
        .forEach(
            header ->
                table.append(
                    row(
                        code(header.getKey()),
                        type(header.getValue()),
                        meaning(header.getValue()))));
    return table.append("|===\n").toString();
  }

  private static String row(String... cells) {
    return "\n"
        + List.of(cells).stream().map(cell -> "|" + cell).collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String type(JsonNode option) {
    if ("duration".equals(option.path("type").asText())) {
      return "duration";
    }
    return code(option.get("javaType").asText().replaceAll("\\b[a-z]\\w*\\.", ""));
  }

  private static String meaning(JsonNode option) {
    var sentences = new ArrayList<String>();
    sentences.add(option.get("description").asText().replace("|", "\\|"));
    if (option.has("enum")) {
      var values = new ArrayList<String>();
      option.get("enum").forEach(value -> values.add(code(value.asText())));
      sentences.add("One of " + String.join(", ", values) + ".");
    }
    // What is deprecated, is so because it is shown.
    if (option.path("secret").asBoolean() && !option.path("deprecated").asBoolean()) {
      sentences.add("Never shown.");
    }
    return String.join(" ", sentences);
  }

  private static String code(String text) {
    return "`+" + text + "+`";
  }
}
