// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.testing.LiveDeskCatalog;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever copies from the documentation gets what the component takes. */
class DocumentationTest {

  private static final LiveDeskCatalog CATALOG = new LiveDeskCatalog();

  static List<Document> documents() throws Exception {
    return Document.all();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyUriOptionAndPropertyIsOneOfTheComponent(Document document) {
    assertThat(document.faults(CATALOG)).isEmpty();
  }

  @Test
  void whatTheReadmeAndTheGuideShowIsFound() throws Exception {
    Map<String, Document> documents =
        documents().stream().collect(Collectors.toMap(Document::name, document -> document));

    assertThat(documents).containsKeys("README.md", "docs/text.adoc", "docs/attachments.adoc");
    assertThat(documents.get("README.md").uris()).contains("livedesk:messages?conversationId=141");
    assertThat(documents.get("README.md").properties())
        .contains("camel.component.livedesk.api-key={{any}}");
    assertThat(documents.get("docs/text.adoc").uris())
        .contains("livedesk:messages?conversationId=141&private=true");
    assertThat(documents.get("docs/attachments.adoc").uris())
        .contains(
            "livedesk:messages?op=attachment&conversationId=141&content=Our offer",
            "livedesk:messages?op=attachment&conversationId=141&content=Our+offer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".to(\"livedesk:messages?conversatoinId=141\")",
        ".to(\"livedesk:messages?conversationId=141\"\n    + \"&conversatoinId=1\")",
        "<to uri=\"livedesk:messages?op=text&amp;conversatoinId=141\"/>",
        "Use `livedesk:messages?conversatoinId=141` for that.",
        "livedesk:messages?conversatoinId=141",
        "```yaml\n- to: livedesk:messages?conversatoinId=141\n```\n",
        "```yaml\n- to:\n    uri: livedesk:messages\n    parameters:\n      conversatoinId: 1\n```\n",
        "[source,yaml]\n----\n- to:\n    uri: livedesk:messages\n    conversatoinId: 1\n----\n",
        "camel.component.livedesk.conversatoinId=141",
        "```yaml\ncamel:\n  component:\n    livedesk:\n      conversatoinId: 141\n```\n"
      })
  void aMisspeltOptionIsFound(String text) {
    assertThat(new Document("page", text).faults(CATALOG))
        .singleElement()
        .asString()
        .startsWith("page: ")
        .containsIgnoringCase("conversatoinId");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.github.livedesk:camel-livedesk:1.0.0",
        "mvn:io.github.livedesk:camel-livedesk",
        "`livedesk:messages?conversationId=${header.conversation}`",
        "`camel.component.livedesk.*`"
      })
  void whatIsRightOrNoUriIsLeftAlone(String text) {
    assertThat(new Document("page", text).faults(CATALOG)).isEmpty();
  }
}
