// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  private static final List<String> FIELDS =
      List.of(
          "name",
          "namespace",
          "language",
          "category",
          "processed_params",
          "header_params",
          "footer_params",
          "button_params",
          "media_url");

  @ParameterizedTest
  @CsvSource({
    "lang, language",
    "language_code, language",
    "langauge, language",
    "LANGUAGE, language",
    "nmae, name",
    "names, name",
    "name_space, namespace",
    "processed_param, processed_params",
    "processedParams, processed_params",
    "proccesed-params, processed_params",
    "header, header_params",
    "buttonParams, button_params",
    "url, media_url",
  })
  void findsTheNearestName(String wrong, String right) {
    assertThat(Names.nearest(wrong, FIELDS)).contains(right);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "params", "colour", "na", "id", "äöü", "\0"})
  void findsNoneWhereNoneIsNearOrSeveralAre(String wrong) {
    assertThat(Names.nearest(wrong, FIELDS)).isEmpty();
  }

  @Test
  void aLongNameIsNearNone() {
    assertThat(Names.nearest("language" + "x".repeat(33), FIELDS)).isEmpty();
    assertThat(Names.nearest("language", List.of())).isEmpty();
  }

  @Test
  void showsPlainWordsAlone() {
    assertThat(Names.shown("lang")).isEqualTo("'lang'");
    assertThat(Names.shown("12")).isEqualTo("'12'");
    assertThat(Names.shown("x-1_a.B")).isEqualTo("'x-1_a.B'");
    assertThat(Names.shown("a".repeat(40))).isEqualTo("'" + "a".repeat(40) + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "two words",
        "ann@example.com",
        "+886912345678",
        "886912345678",
        "12345",
        "naïve",
        "a\nb",
        "a\n",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void showsNoOtherName(String name) {
    assertThat(Names.shown(name)).isEqualTo("another name");
  }

  @Test
  void saysTypesInWords() {
    assertThat(Names.typeName(List.of(1))).isEqualTo("a List");
    assertThat(Names.typeName(new ArrayList<>())).isEqualTo("a List");
    assertThat(Names.typeName(Map.of())).isEqualTo("a Map");
    assertThat(Names.typeName(new HashMap<>().keySet())).isEqualTo("a Set");
    assertThat(Names.typeName(Set.of(1, 2, 3))).isEqualTo("a Set");
    assertThat(Names.typeName("x")).isEqualTo("a String");
    assertThat(Names.typeName(Path.of("x"))).isEqualTo("a Path");
    assertThat(Names.typeName(new byte[0])).isEqualTo("an array of bytes");
    assertThat(Names.typeName(null)).isEqualTo("nothing");
    assertThat(Names.typeName(BigDecimal.ONE)).isEqualTo("a java.math.BigDecimal");
    assertThat(Names.typeName(new int[0])).isEqualTo("a int[]");
  }
}
