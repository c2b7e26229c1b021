// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.client.http.LibraryVersions.Library;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryVersionsTest {

  private static Library needs(String oldest, Supplier<String> found) {
    return new Library("Parser", oldest, found);
  }

  @Test
  void thoseOfThisBuildAreNewEnough() {
    assertThat(LibraryVersions.tooOld()).isEmpty();
  }

  @Test
  void thoseOfThisBuildSayTheirVersion() {
    assertThat(LibraryVersions.needed())
        .hasSize(4)
        .allSatisfy(library -> assertThat(library.found().get()).matches("\\d+\\.\\d+.*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.2.5", "5.2", "4.9.10", "5.3-beta1", "5.3-SNAPSHOT"})
  void anOlderOneIsNamed(String version) {
    assertThat(LibraryVersions.tooOld(List.of(needs("5.3", () -> version))))
        .contains("Parser " + version + " (needed: 5.3 or newer)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5.3", "5.3.0", "5.3.1", "5.10", "10.0", "5.3.1-redhat-00001", "5.4-alpha1"})
  void aNewerOneIsNot(String version) {
    assertThat(LibraryVersions.tooOld(List.of(needs("5.3", () -> version)))).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "UNAVAILABLE", "unknown", "${project.version}"})
  void whatSaysNoVersionIsNot(String version) {
    assertThat(LibraryVersions.tooOld(List.of(needs("5.3", () -> version)))).isEmpty();
  }

  @Test
  void whatIsNotThereIsNot() {
    Library missing =
        needs(
            "5.3",
            () -> {
              throw new NoClassDefFoundError("org/example/Version");
            });

    assertThat(LibraryVersions.tooOld(List.of(missing))).isEmpty();
  }

  @Test
  void allThatAreTooOldStandInOneText() {
    var others = List.of(needs("5.3", () -> "5.2"), needs("1", () -> "2"), needs("3", () -> "2.9"));

    assertThat(LibraryVersions.tooOld(others))
        .contains("Parser 5.2 (needed: 5.3 or newer), Parser 2.9 (needed: 3 or newer)");
  }
}
