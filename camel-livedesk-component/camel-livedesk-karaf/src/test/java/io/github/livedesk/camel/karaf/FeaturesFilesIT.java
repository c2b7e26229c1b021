// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.karaf;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;

/**
 * The features files, by Karaf's own schema: Karaf itself takes no notice of what it does not know.
 */
class FeaturesFilesIT {

  @Test
  void theOneOfTheComponentFitsKarafsSchema() {
    assertThatCode(() -> validate(Karaf.property("karaf.features"))).doesNotThrowAnyException();
  }

  @Test
  void theOneOfTheExampleFitsKarafsSchema() {
    assertThatCode(() -> validate(Karaf.built("camel-livedesk-example-karaf", "-features.xml")))
        .doesNotThrowAnyException();
  }

  private static void validate(Path features) throws Exception {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(Karaf.property("karaf.features.schema").toFile());
    schema.newValidator().validate(new StreamSource(features.toFile()));
  }
}
