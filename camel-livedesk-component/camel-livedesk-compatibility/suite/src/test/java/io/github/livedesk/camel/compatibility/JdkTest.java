// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {

  private static final String PROPERTY = "jdk-of-the-test.home";
  private static final int FEATURE = Runtime.version().feature();

  @TempDir private Path folder;

  @AfterEach
  void nameNone() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void isFoundInTheUsualPlaces() {
    assertThat(Jdk.of(FEATURE, PROPERTY)).isPresent();
  }

  @Test
  void isTheOneThatThePropertyNames() {
    System.setProperty(PROPERTY, Jdk.ofTheBuild().home().toString());

    assertThat(Jdk.of(FEATURE, PROPERTY)).contains(Jdk.ofTheBuild());
  }

  @Test
  void isMissingWhereNoneIsInstalled() {
    assertThat(Jdk.of(1, PROPERTY)).isEmpty();
  }

  @Test
  void isNoOtherFolder() {
    System.setProperty(PROPERTY, folder.toString());

    assertThatThrownBy(() -> Jdk.of(FEATURE, PROPERTY))
        .hasMessageContaining(PROPERTY + ": found '" + folder)
        .hasMessageContaining("it takes the home of a JDK " + FEATURE);
  }
}
