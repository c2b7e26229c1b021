// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The starter's options are those of the component's catalogue entry. */
class OptionsGeneratorTest {

  private static final String COMMAND =
      "mvn -Pregenerate process-classes -pl camel-livedesk-component/camel-livedesk-starter -am";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode catalogue() throws IOException {
    try (InputStream in =
        OptionsGeneratorTest.class.getResourceAsStream(
            "/META-INF/io/github/livedesk/camel/livedesk.json")) {
      return JSON.readTree(in);
    }
  }

  private static JsonNode catalogueWith(String option) throws IOException {
    return JSON.readTree("{\"componentProperties\": {\"newOption\": " + option + "}}");
  }

  private static JsonNode metadataOf(String option) throws IOException {
    String metadata =
        OptionsGenerator.generate(catalogueWith(option)).get(OptionsGenerator.METADATA);
    return JSON.readTree(metadata).at("/properties/0");
  }

  @ParameterizedTest
  @ValueSource(strings = {OptionsGenerator.JAVA, OptionsGenerator.METADATA})
  void whatIsCommittedIsUpToDate(String file) throws IOException {
    assertThat(Path.of("src/generated", file))
        .as("src/generated/%s is out of date. Run: %s", file, COMMAND)
        .usingCharset(UTF_8)
        .hasContent(OptionsGenerator.generate(catalogue()).get(file));
  }

  @ParameterizedTest
  @CsvSource({
    "string, java.lang.String, String",
    "number, double, Double",
    "integer, char, Character",
    "duration, long, java.time.Duration",
    "duration, java.lang.Long, java.time.Duration",
    "object, java.lang.ref.Reference, java.lang.ref.Reference",
    "object, 'java.util.Map<java.lang.String, java.lang.Object>',"
        + " 'java.util.Map<java.lang.String, java.lang.Object>'"
  })
  void anOptionThatIsNotSetIsNull(String type, String javaType, String expected)
      throws IOException {
    String option = JSON.createObjectNode().put("type", type).put("javaType", javaType).toString();

    assertThat(OptionsGenerator.generate(catalogueWith(option)).get(OptionsGenerator.JAVA))
        .contains(
            "  private " + expected + " newOption;\n",
            "  public " + expected + " getNewOption() {\n",
            "  public void setNewOption(" + expected + " newOption) {\n")
        .doesNotContain("@Deprecated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a < b & c", "*/ @end {@link}", "50 % of \"it\" \\ $1", "naïve"})
  void aDescriptionIsTakenAsItIs(String description) throws IOException {
    String option = JSON.createObjectNode().put("description", description).toString();

    assertThat(metadataOf(option).path("description").asText()).isEqualTo(description);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "7", "\"20s\"", "\"\""})
  void aDefaultKeepsItsType(String value) throws IOException {
    assertThat(metadataOf("{\"defaultValue\": " + value + "}").path("defaultValue"))
        .isEqualTo(JSON.readTree(value));
  }

  @ParameterizedTest
  @CsvSource({
    "Use secretKey: it is not printed., camel.component.livedesk.secret-key",
    "Use baseUrl, camel.component.livedesk.base-url",
    "It has no effect.,",
    "'',"
  })
  void aDeprecatedOptionSaysWhatToUse(String note, String replacement) throws IOException {
    String option =
        JSON.createObjectNode().put("deprecated", true).put("deprecationNote", note).toString();

    JsonNode deprecation = metadataOf(option).path("deprecation");

    assertThat(deprecation.path("reason").asText()).isEqualTo(note);
    assertThat(deprecation.path("replacement").asText(null)).isEqualTo(replacement);
    assertThat(OptionsGenerator.generate(catalogueWith(option)).get(OptionsGenerator.JAVA))
        .containsOnlyOnce("  @Deprecated\n  public  getNewOption()")
        .containsOnlyOnce("  @Deprecated\n  public void setNewOption(");
  }

  @Test
  void theSslBundleIsAnOptionOfTheStarter() throws IOException {
    assertThat(OptionsGenerator.generate(JSON.createObjectNode()).get(OptionsGenerator.JAVA))
        .contains("  private String sslBundle;\n");
  }
}
