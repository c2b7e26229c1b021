// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.syntax.elements.ClassesThat;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.camel.util.MimeTypeHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data goes one way: exchange, binding, client, binding, exchange. */
class ArchitectureTest {

  private static final String CAMEL = "io.github.livedesk.camel";
  private static final String BINDING = CAMEL + ".binding..";
  private static final String CLIENT = CAMEL + ".client..";
  private static final String MODEL = CAMEL + ".model..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPath("target/classes");

  private static ClassesThat<GivenClassesConjunction> noClass() {
    return noClasses().that();
  }

  @Test
  void noRoomsImportEachOtherInACircle() {
    slices().matching(CAMEL + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /** Which rooms a room may import; all lead to the ground. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          binding           | client.api client.media client.source model model.failure
          binding.contact   | binding client.contact client.api client.source model.contact model \
          model.failure
          binding.conversation | binding client.conversation client.api client.source \
          model.conversation model.contact model model.failure
          client            |
          client.send       | client client.response client.http client.body client.media \
          client.source client.retry client.concurrent client.metrics client.settings client.api \
          model model.failure
          client.contact    | client.api model.contact model model.failure
          client.conversation | client.api model.conversation model model.failure
          client.response   | client.http client.body client.source client.metrics \
          client.settings client.api model model.failure
          client.http       | client client.body client.source client.metrics client.settings \
          client.api model model.failure
          client.retry      | client client.metrics client.settings client.api model.failure
          client.concurrent | client.metrics
          client.body       | client.media client.source client.api model model.failure
          client.media      | client.source model
          client.source     | client.api model
          client.metrics    | client.api model model.failure
          client.settings   | client
          client.api        | model model.failure
          model             | model.failure
          model.contact     | model
          model.conversation | model
          model.failure     |
          """)
  void aRoomImportsNoOthers(String room, String permitted) {
    Stream<String> own = Stream.of(CAMEL + "." + room);
    Stream<String> others =
        permitted == null
            ? Stream.empty()
            : Arrays.stream(permitted.split(" ")).map(name -> CAMEL + "." + name);

    classes()
        .that()
        .resideInAPackage(CAMEL + "." + room)
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage(CAMEL + ".."))
                .or(resideInAnyPackage(Stream.concat(own, others).toArray(String[]::new))))
        .check(CLASSES);
  }

  @Test
  void eachRoomSaysWhatLivesInIt() {
    assertThat(CLASSES.getPackage(CAMEL).getSubpackagesInTree())
        .filteredOn(room -> !room.getClasses().isEmpty())
        .hasSize(21)
        .allMatch(room -> room.tryGetPackageInfo().isPresent(), "package-info.java");
  }

  @Test
  void theClientNeverCallsBack() {
    noClass()
        .resideInAPackage(CLIENT)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(CAMEL, BINDING)
        .check(CLASSES);
  }

  @Test
  void theClientKnowsNothingOfCamelButItsTableOfFileEndings() {
    noClass()
        .resideInAPackage(CLIENT)
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.apache.camel..").and(not(type(MimeTypeHelper.class))))
        .check(CLASSES);
  }

  @Test
  void theModelImportsNoneOfTheOthers() {
    noClass()
        .resideInAPackage(MODEL)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(CAMEL, BINDING, CLIENT)
        .check(CLASSES);
  }

  @Test
  void onlyTheClientKnowsAnHttpLibrary() {
    noClass()
        .resideOutsideOfPackage(CLIENT)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.hc..", "java.net.http..", "org.apache.camel.http..")
        .check(CLASSES);
  }

  @Test
  void onlyTheBindingReadsOrWritesHeadersAndBodies() {
    noClass()
        .resideOutsideOfPackage(BINDING)
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.apache.camel.Message")
        .check(CLASSES);
  }

  @Test
  void theBindingSendsNothing() {
    noClass()
        .resideInAPackage(BINDING)
        .should()
        .dependOnClassesThat()
        .haveSimpleName("LiveDeskClient")
        .check(CLASSES);
  }
}
