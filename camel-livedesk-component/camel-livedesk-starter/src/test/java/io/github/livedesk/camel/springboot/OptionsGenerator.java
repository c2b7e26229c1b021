// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Writes src/generated from the component's catalogue entry. The profile regenerate runs this file
 * as it stands, before anything of the starter is compiled: what is out of date may not compile.
 */
final class OptionsGenerator {

  static final String JAVA =
      "java/io/github/livedesk/camel/springboot/LiveDeskComponentConfiguration.java";
  static final String METADATA = "resources/META-INF/additional-spring-configuration-metadata.json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  /** How a catalogue names the option to use instead. */
  private static final Pattern REPLACEMENT = Pattern.compile("Use (\\w+)\\b.*");

  /** An option that the component does not have. */
  private static final Option SSL_BUNDLE =
      new Option(
          "sslBundle",
          "String",
          "Name of one of Spring Boot's SSL bundles (spring.ssl.bundle.*): trusted certificates,"
              + " client certificate, protocols and ciphers for connections to LiveDesk. Instead of"
              + " sslContextParameters.",
          MissingNode.getInstance(),
          null);

  private static final String CLASS =
      """
      // SPDX-License-Identifier: Apache-2.0
      package io.github.livedesk.camel.springboot;

      import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
      import org.springframework.boot.context.properties.ConfigurationProperties;

      /**
       * The options of the component, as properties. What is not set is null and leaves the component as
       * it is, so that an application's own component bean keeps what it has. Generated from the
       * component's catalogue entry, as the descriptions and defaults in
       * META-INF/additional-spring-configuration-metadata.json; CONTRIBUTING.md has the command.
       */
      @ConfigurationProperties("camel.component.livedesk")
      public class LiveDeskComponentConfiguration extends ComponentConfigurationPropertiesCommon {

      %s
      %s}
      """;

  private static final String FIELD = "  private %s %s;\n";

  private static final String ACCESSORS =
      """
      @deprecated@  public @type@ get@Name@() {
          return @name@;
        }

      @deprecated@  public void set@Name@(@type@ @name@) {
          this.@name@ = @name@;
        }
      """;

  private record Option(
      String name, String type, String description, JsonNode defaultValue, String deprecationNote) {

    static Option of(String name, JsonNode entry) {
      return new Option(
          name,
          typeOf(entry),
          entry.path("description").asText(),
          entry.path("defaultValue"),
          entry.path("deprecated").asBoolean() ? entry.path("deprecationNote").asText() : null);
    }

    /** A type that can be null, for an option that is not set. */
    private static String typeOf(JsonNode entry) {
      if (entry.path("type").asText().equals("duration")) {
        return "java.time.Duration";
      }
      String type = entry.path("javaType").asText();
      Class<?> primitive = ClassUtils.resolvePrimitiveClassName(type);
      return primitive == null
          ? type.replaceFirst("^java\\.lang\\.(?=\\w+$)", "")
          : ClassUtils.resolvePrimitiveIfNecessary(primitive).getSimpleName();
    }

    String field() {
      return FIELD.formatted(type, name);
    }

    String accessors() {
      return ACCESSORS
          .replace("@deprecated@", deprecationNote == null ? "" : "  @Deprecated\n")
          .replace("@type@", type)
          .replace("@name@", name)
          .replace("@Name@", StringUtils.capitalize(name));
    }

    ObjectNode metadata() {
      ObjectNode property = property(name, description);
      if (!defaultValue.isMissingNode()) {
        property.set("defaultValue", defaultValue);
      }
      if (deprecationNote != null) {
        ObjectNode deprecation = property.putObject("deprecation");
        deprecation.put("reason", deprecationNote);
        Matcher replacement = REPLACEMENT.matcher(deprecationNote);
        if (replacement.matches()) {
          deprecation.put("replacement", nameOf(replacement.group(1)));
        }
      }
      return property;
    }
  }

  private OptionsGenerator() {}

  /** The texts of the files by their paths, for a catalogue entry. */
  static Map<String, String> generate(JsonNode catalogue) throws IOException {
    List<Option> options = new ArrayList<>();
    catalogue
        .path("componentProperties")
        .properties()
        .forEach(entry -> options.add(Option.of(entry.getKey(), entry.getValue())));
    options.add(SSL_BUNDLE);
    return Map.of(JAVA, java(options), METADATA, metadata(options));
  }

  private static String java(List<Option> options) {
    return CLASS.formatted(
        options.stream().map(Option::field).collect(joining()),
        options.stream().map(Option::accessors).collect(joining("\n")));
  }

  private static String metadata(List<Option> options) throws IOException {
    ObjectNode metadata = JSON.createObjectNode();
    var properties = metadata.putArray("properties");
    options.forEach(option -> properties.add(option.metadata()));
    // Camel's base class has no descriptions of these.
    properties
        .add(property("customizer.enabled", "Whether these properties are set on the component."))
        .add(
            property("enabled", "Whether the component is auto-configured from these properties."));
    var printer = new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
    return JSON.writer(printer).writeValueAsString(metadata) + "\n";
  }

  private static ObjectNode property(String name, String description) {
    return JSON.createObjectNode().put("name", nameOf(name)).put("description", description);
  }

  private static String nameOf(String option) {
    return "camel.component.livedesk." + DataObjectPropertyName.toDashedForm(option);
  }

  /**
   * Writes the files.
   *
   * @param args the catalogue entry, and the folder that the files go into
   */
  public static void main(String[] args) throws IOException {
    for (var file : generate(JSON.readTree(Path.of(args[0]).toFile())).entrySet()) {
      Path target = Path.of(args[1], file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
  }
}
