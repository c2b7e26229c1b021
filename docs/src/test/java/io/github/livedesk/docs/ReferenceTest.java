// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.livedesk.camel.LiveDeskComponent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The component's catalogue and the pages that speak of all of it. */
class ReferenceTest {

  @Test
  void theTablesAreUpToDate() throws IOException {
    assertThat(Docs.text("reference"))
        .as("Run: mvn -q -Preference process-classes -pl docs -am")
        .isEqualTo(Reference.upToDate(Docs.FOLDER));
  }

  @Test
  void theApiPageSpeaksOfEveryOptionAndHeader() throws IOException {
    JsonNode catalogue =
        new ObjectMapper()
            .readTree(
                LiveDeskComponent.class.getResource(
                    "/META-INF/io/github/livedesk/camel/livedesk.json"));
    String page = Docs.text("api");
    var missing = new ArrayList<String>();
    for (String part : List.of("properties", "componentProperties", "headers")) {
      catalogue
          .get(part)
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!page.contains("`" + name + "`")) {
                  missing.add(name);
                }
              });
    }
    assertThat(missing).isEmpty();
  }
}
