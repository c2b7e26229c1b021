// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/** What editors show of a property is what Camel's catalogue says of the option. */
class MetadataTest {

  private static final String PREFIX = "camel.component.livedesk.";

  /** What a starter has, and no component. */
  private static final Set<String> OF_THE_STARTER =
      Set.of(PREFIX + "enabled", PREFIX + "customizer.enabled", PREFIX + "ssl-bundle");

  private static final Map<String, String> BOXED =
      Map.of("boolean", "java.lang.Boolean", "int", "java.lang.Integer", "long", "java.lang.Long");

  private static final Map<String, JsonNode> PROPERTIES = new TreeMap<>();
  private static final Map<String, JsonNode> OPTIONS = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException {
    JsonNode metadata = json("/META-INF/spring-configuration-metadata.json").get("properties");
    metadata.forEach(property -> PROPERTIES.put(property.get("name").asText(), property));
    JsonNode catalogue =
        json("/META-INF/io/github/livedesk/camel/livedesk.json").get("componentProperties");
    catalogue
        .properties()
        .forEach(
            option ->
                OPTIONS.put(
                    PREFIX + DataObjectPropertyName.toDashedForm(option.getKey()),
                    option.getValue()));
  }

  private static JsonNode json(String resource) throws IOException {
    try (InputStream in = MetadataTest.class.getResourceAsStream(resource)) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static Map<String, String> ofOptions(Function<JsonNode, String> part) {
    return OPTIONS.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, option -> part.apply(option.getValue())));
  }

  private static Map<String, String> ofProperties(Function<JsonNode, String> part) {
    return PROPERTIES.entrySet().stream()
        .filter(property -> !OF_THE_STARTER.contains(property.getKey()))
        .collect(toMap(Map.Entry::getKey, property -> part.apply(property.getValue())));
  }

  private static String typeOf(JsonNode option) {
    String type = option.get("javaType").asText();
    return option.get("type").asText().equals("duration")
        ? "java.time.Duration"
        : BOXED.getOrDefault(type, type);
  }

  @Test
  void hasEveryOptionOfTheComponentAndWhatTheStarterAdds() {
    assertThat(OPTIONS).hasSizeGreaterThan(20).containsKey(PREFIX + "api-key");

    assertThat(PROPERTIES.keySet())
        .containsAll(OPTIONS.keySet())
        .containsAll(OF_THE_STARTER)
        .hasSize(OPTIONS.size() + OF_THE_STARTER.size());
  }

  @Test
  void hasTheirTypes() {
    assertThat(ofProperties(property -> property.get("type").asText()))
        .isEqualTo(ofOptions(MetadataTest::typeOf));
  }

  @Test
  void hasTheirDescriptions() {
    assertThat(ofProperties(property -> property.get("description").asText()))
        .isEqualTo(ofOptions(option -> option.get("description").asText()));
  }

  @Test
  void hasTheirDefaults() {
    assertThat(ofProperties(property -> String.valueOf(property.get("defaultValue"))))
        .isEqualTo(ofOptions(option -> String.valueOf(option.get("defaultValue"))));
  }

  @Test
  void theOldNameOfTheSecretIsDeprecatedAndNothingElse() {
    assertThat(PROPERTIES.values().stream().filter(property -> property.has("deprecation")))
        .singleElement()
        .satisfies(
            property -> {
              assertThat(property.get("name").asText()).isEqualTo(PREFIX + "api-secret");
              assertThat(property.at("/deprecation/replacement").asText())
                  .isEqualTo(PREFIX + "secret-key");
            });
  }

  @Test
  void describesWhatTheStarterAdds() {
    assertThat(OF_THE_STARTER)
        .allSatisfy(
            name -> assertThat(PROPERTIES.get(name).path("description").asText()).isNotBlank());
  }

  @Test
  void listsTheSameNamesInErrors() {
    assertThat(OptionNames.all()).containsExactlyElementsOf(PROPERTIES.keySet());
  }
}
