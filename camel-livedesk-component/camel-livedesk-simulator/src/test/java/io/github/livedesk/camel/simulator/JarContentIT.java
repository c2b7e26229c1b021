// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What the jar brings into a user's project: nothing that others look for, and no dependency. */
class JarContentIT {

  private static final String OURS = "io/github/livedesk/camel/simulator/";

  @Test
  void itsClassesAreAllInPackagesOfOurOwn() throws IOException {
    List<String> classes =
        entries().stream()
            .filter(name -> name.endsWith(".class"))
            .map(name -> name.replaceFirst("^META-INF/versions/\\d+/", ""))
            .toList();

    assertThat(classes).hasSizeGreaterThan(1_000).allMatch(name -> name.startsWith(OURS));
    assertThat(classes).contains(OURS + "shaded/io/undertow/Undertow.class");
  }

  @Test
  void itOffersNoServiceOfTheLibrariesInIt() throws IOException {
    assertThat(entries())
        .filteredOn(name -> name.startsWith("META-INF/services/"))
        .contains("META-INF/services/" + OURS.replace('/', '.') + "shaded.org.xnio.XnioProvider")
        .noneMatch(name -> name.matches("META-INF/services/(io\\.undertow|org\\.|com\\.).*"));
  }

  @Test
  void itBringsNoDependencyAlong() throws Exception {
    var dependencies =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("dependency-reduced-pom.xml").toFile())
            .getElementsByTagName("dependency");

    assertThat(dependencies.getLength()).isPositive();
    for (int i = 0; i < dependencies.getLength(); i++) {
      var dependency = (Element) dependencies.item(i);
      assertThat(
              text(dependency, "optional").equals("true")
                  || text(dependency, "scope").equals("test"))
          .as(text(dependency, "artifactId"))
          .isTrue();
    }
  }

  @Test
  void itHasTheLicencesOfWhatIsInIt() throws IOException {
    try (var jar = jar()) {
      assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License").contains("Version 2.0");
      assertThat(text(jar, "META-INF/NOTICE"))
          .contains("undertow-core", "xnio-api", "xnio-nio", "jboss-logging", "jboss-threads")
          .contains(
              "wildfly-common", "wildfly-client-config", "jackson-databind", "Tatu Saloranta");
      assertThat(text(jar, "META-INF/thirdparty-LICENSE")).contains("MIT License");
    }
  }

  private static JarFile jar() throws IOException {
    return new JarFile(System.getProperty("simulator.jar"));
  }

  private static List<String> entries() throws IOException {
    try (var jar = jar()) {
      return jar.stream().map(ZipEntry::getName).filter(name -> !name.endsWith("/")).toList();
    }
  }

  private static String text(JarFile jar, String name) throws IOException {
    return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), UTF_8);
  }

  private static String text(Element parent, String name) {
    var children = parent.getElementsByTagName(name);
    return children.getLength() == 0 ? "" : children.item(0).getTextContent();
  }
}
