// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LiveDeskExceptionTest {

  static Stream<Class<?>> exceptions() {
    return subclasses(LiveDeskException.class);
  }

  private static Stream<Class<?>> subclasses(Class<?> type) {
    Class<?>[] permitted = type.getPermittedSubclasses();
    return permitted == null
        ? Stream.of(type)
        : Arrays.stream(permitted).flatMap(LiveDeskExceptionTest::subclasses);
  }

  /** Simple refuses {@code ${exception.transient}} where two methods have the name. */
  @ParameterizedTest
  @MethodSource("exceptions")
  void eachGetterIsTheOnlyMethodOfItsName(Class<?> exception) {
    Method[] methods = exception.getMethods();
    assertThat(methods)
        .filteredOn(method -> method.getName().matches("(is|get)[A-Z].*"))
        .filteredOn(method -> method.getDeclaringClass().getName().contains("livedesk"))
        .isNotEmpty()
        .allSatisfy(
            getter ->
                assertThat(Arrays.stream(methods).filter(other -> isNamedAs(getter, other)))
                    .as(getter.getName())
                    .hasSize(1));
  }

  private static boolean isNamedAs(Method getter, Method other) {
    return other.getName().equals(getter.getName()) && !other.isBridge();
  }
}
