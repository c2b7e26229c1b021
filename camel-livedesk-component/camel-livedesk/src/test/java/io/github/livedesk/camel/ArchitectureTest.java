// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.syntax.elements.ClassesThat;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import org.apache.camel.util.MimeTypeHelper;
import org.junit.jupiter.api.Test;

/** Data goes one way: exchange, binding, client, binding, exchange. */
class ArchitectureTest {

  private static final String CAMEL = "io.github.livedesk.camel";
  private static final String BINDING = CAMEL + ".binding";
  private static final String CLIENT = CAMEL + ".client";
  private static final String MODEL = CAMEL + ".model";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages(CAMEL, BINDING, CLIENT, MODEL);

  private static ClassesThat<GivenClassesConjunction> noClass() {
    return noClasses().that();
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
        .haveFullyQualifiedName(CLIENT + ".LiveDeskClient")
        .check(CLASSES);
  }
}
