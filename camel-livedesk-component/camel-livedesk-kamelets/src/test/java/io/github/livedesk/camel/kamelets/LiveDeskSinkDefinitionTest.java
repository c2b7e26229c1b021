// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.livedesk.camel.LiveDeskComponent;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.camel.kamelets.catalog.KameletsCatalog;
import org.apache.camel.v1.Kamelet;
import org.junit.jupiter.api.Test;

/** The Kamelet's file, as tools read it. */
class LiveDeskSinkDefinitionTest {

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static InputStream file() {
    return LiveDeskSinkDefinitionTest.class.getResourceAsStream(
        "/kamelets/livedesk-sink.kamelet.yaml");
  }

  private static JsonNode options() throws IOException {
    try (InputStream in =
        LiveDeskComponent.class.getResourceAsStream(
            "/META-INF/io/github/livedesk/camel/livedesk.json")) {
      return new ObjectMapper().readTree(in).get("properties");
    }
  }

  @Test
  void theCatalogueOfKameletsHasIt() {
    Kamelet kamelet = new KameletsCatalog().getKamelets().get("livedesk-sink");

    assertThat(kamelet).isNotNull();
    assertThat(kamelet.getMetadata().getLabels())
        .containsEntry("camel.apache.org/kamelet.type", "sink");
    assertThat(kamelet.getSpec().getDefinition().getTitle()).isEqualTo("LiveDesk Sink");
  }

  @Test
  void nothingInItIsMisspelt() throws IOException {
    Kamelet kamelet = YAML.readValue(file(), Kamelet.class);

    assertThat(kamelet.getSpec().getDependencies())
        .contains("camel:kamelet")
        .anyMatch(it -> it.matches("mvn:io\\.github\\.livedesk:camel-livedesk:\\d.*"));
  }

  /** The operations of other resources are not the sink's. */
  private static final List<String> OF_MESSAGES =
      List.of("text", "attachment", "template", "retry");

  @Test
  void eachPropertyIsAnOptionOfTheEndpointAndIsHandedOn() throws IOException {
    JsonNode spec = YAML.readTree(file()).get("spec");
    JsonNode properties = spec.at("/definition/properties");
    JsonNode parameters = spec.at("/template/from/steps/0/to/parameters");
    JsonNode options = options();

    assertThat(properties.properties()).hasSizeGreaterThan(10);
    assertThat(parameters).hasSameSizeAs(properties);
    properties
        .properties()
        .forEach(
            property -> {
              String name = property.getKey();
              JsonNode option = options.path(name);
              assertThat(parameters.path(name).asText()).isEqualTo("{{?" + name + "}}");
              assertThat(option.isObject()).as(name).isTrue();
              assertThat(property.getValue().get("type").asText())
                  .isEqualTo(option.has("enum") ? "string" : option.get("type").asText());
              assertThat(property.getValue().path("format").asText().equals("password"))
                  .as(name)
                  .isEqualTo(option.path("secret").asBoolean());
              if (option.has("enum")) {
                assertThat(values(property.getValue().get("enum")))
                    .isEqualTo(name.equals("op") ? OF_MESSAGES : values(option.get("enum")));
              }
            });
  }

  private static List<String> values(JsonNode array) {
    return YAML.convertValue(
        array, YAML.getTypeFactory().constructCollectionType(List.class, String.class));
  }
}
