// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.spi.UriParam;
import org.junit.jupiter.api.Test;

class MessageOptionTest {

  /** They say what kind of call an endpoint makes, and what it may lose. */
  private static final List<String> OF_THE_ENDPOINT = List.of("op", "ignoreAttachments");

  private static String optionName(Field field) {
    String name = field.getAnnotation(UriParam.class).name();
    return name.isEmpty() ? field.getName() : name;
  }

  @Test
  void eachOptionOfAMessageIsOne() {
    List<String> options =
        Arrays.stream(LiveDeskMessageOptions.class.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(UriParam.class))
            .map(MessageOptionTest::optionName)
            .filter(name -> !OF_THE_ENDPOINT.contains(name))
            .toList();

    assertThat(Arrays.stream(MessageOption.values()).map(MessageOption::optionName))
        .hasSize(9)
        .containsExactlyInAnyOrderElementsOf(options);
  }

  @Test
  void anotherOptionIsNone() {
    assertThat(MessageOption.headers().containsKey("templateName")).isTrue();
    assertThat(MessageOption.headers().containsKey("op")).isFalse();
    assertThat(MessageOption.headers().containsKey("templatename")).isFalse();
  }
}
