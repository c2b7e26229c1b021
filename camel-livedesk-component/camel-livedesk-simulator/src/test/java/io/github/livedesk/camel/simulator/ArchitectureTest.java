// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The root is what users see and wires the rooms; no room knows the root. */
class ArchitectureTest {

  private static final String SIMULATOR = "io.github.livedesk.camel.simulator";

  private static final JavaClasses CLASSES = new ClassFileImporter().importPath("target/classes");

  @Test
  void noRoomsImportEachOtherInACircle() {
    slices().matching(SIMULATOR + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /** Which rooms a room may import; all lead to the ground. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          api          | call contact conversation desk http store behaviour content
          inbox        | desk http store behaviour content
          conversation | call contact desk store behaviour
          contact      | call desk http store behaviour
          call         | http store content
          http         | store content
          desk         | store
          store        | content
          behaviour    |
          content      |
          """)
  void aRoomImportsNoOthers(String room, String permitted) {
    Stream<String> own = Stream.of(SIMULATOR + "." + room);
    Stream<String> others =
        permitted == null
            ? Stream.empty()
            : Arrays.stream(permitted.split(" ")).map(name -> SIMULATOR + "." + name);

    classes()
        .that()
        .resideInAPackage(SIMULATOR + "." + room)
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage(SIMULATOR + ".."))
                .or(resideInAnyPackage(Stream.concat(own, others).toArray(String[]::new))))
        .check(CLASSES);
  }

  @Test
  void eachRoomSaysWhatLivesInIt() {
    assertThat(CLASSES.getPackage(SIMULATOR).getSubpackagesInTree())
        .hasSize(10)
        .allMatch(room -> room.tryGetPackageInfo().isPresent(), "package-info.java");
  }

  @Test
  void noPublicMethodOfTheRootNamesATypeOfARoom() {
    assertThat(CLASSES)
        .filteredOn(type -> type.getPackageName().equals(SIMULATOR))
        .flatExtracting(JavaClass::getCodeUnits)
        .filteredOn(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
        .isNotEmpty()
        .flatExtracting(JavaCodeUnit::getAllInvolvedRawTypes)
        .extracting(JavaClass::getPackageName)
        .noneMatch(name -> name.startsWith(SIMULATOR + "."));
  }
}
