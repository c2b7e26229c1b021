package io.github.livedesk.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What tools show of the component. */
class CatalogTest {

  private static final String ENTRY = "/META-INF/io/github/livedesk/camel/livedesk.json";

  private static JsonNode catalog() throws Exception {
    try (InputStream in = CatalogTest.class.getResourceAsStream(ENTRY)) {
      return new JsonMapper().readTree(in);
    }
  }

  private static Set<String> names(JsonNode options) {
    Set<String> names = new TreeSet<>();
    options.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void perMessageOptionsBelongToTheEndpointAlone() throws Exception {
    assertThat(names(catalog().get("componentProperties")))
        .contains(
            "apiKey", "apiSecret", "baseUrl", "maxConnections", "useGlobalSslContextParameters")
        .doesNotContain("op", "conversationId", "private", "inReplyTo");
    assertThat(names(catalog().get("properties")))
        .contains("resource", "op", "conversationId", "private", "inReplyTo", "apiKey", "baseUrl")
        .doesNotContain("maxConnections", "useGlobalSslContextParameters");
  }

  @Test
  void everyOptionAndHeaderIsDescribed() throws Exception {
    for (String part : Set.of("componentProperties", "properties", "headers")) {
      for (JsonNode option : catalog().get(part)) {
        assertThat(option.path("description").asText()).isNotBlank();
      }
    }
  }

  @Test
  void secretsAreMarked() throws Exception {
    for (String name : Set.of("apiKey", "apiSecret", "proxyUser", "proxyPassword")) {
      assertThat(catalog().at("/properties/" + name + "/secret").asBoolean()).as(name).isTrue();
    }
  }

  @Test
  void theEndpointIsAsynchronousAndProducesOnly() throws Exception {
    assertThat(catalog().at("/component/async").asBoolean()).isTrue();
    assertThat(catalog().at("/component/producerOnly").asBoolean()).isTrue();
  }

  @Test
  void noUriFactoryIsShipped() {
    assertThat(
            CatalogTest.class.getResource(
                "/META-INF/services/org/apache/camel/urifactory/livedesk-endpoint"))
        .as("made on Camel 4.14 it breaks on 4.17 and later")
        .isNull();
  }
}
