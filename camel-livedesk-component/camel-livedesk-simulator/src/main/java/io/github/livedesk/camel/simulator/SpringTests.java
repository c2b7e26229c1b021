// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Test classes of Spring: their application context has the simulator, if it is theirs. */
final class SpringTests {

  private static final boolean PRESENT =
      isPresent("org.springframework.test.context.junit.jupiter.SpringExtension");

  private SpringTests() {}

  static boolean isPresent(String type) {
    try {
      Class.forName(type, false, SpringTests.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** The simulator of the application context; empty in tests without Spring. */
  static Optional<LiveDeskSimulator> simulator(ExtensionContext context) {
    return PRESENT
        ? context.getTestClass().flatMap(type -> Beans.find(type, context))
        : Optional.empty();
  }

  /** Also where it is an outer class that has it, or another annotation. */
  static boolean has(Class<? extends Extension> extension, Class<?> testClass) {
    for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
      for (var annotation : AnnotationSupport.findRepeatableAnnotations(type, ExtendWith.class)) {
        for (var value : annotation.value()) {
          if (value == extension) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Apart, for whoever has no Spring. */
  private static final class Beans {

    static Optional<LiveDeskSimulator> find(Class<?> testClass, ExtensionContext context) {
      if (!has(SpringExtension.class, testClass)
          || !has(LiveDeskSimulatorExtension.class, testClass)) {
        return Optional.empty();
      }
      var beans = SpringExtension.getApplicationContext(context);
      return Optional.ofNullable(beans.getBeanProvider(LiveDeskSimulator.class).getIfAvailable());
    }
  }
}
