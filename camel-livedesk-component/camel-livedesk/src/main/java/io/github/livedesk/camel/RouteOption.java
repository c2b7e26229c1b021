// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * An option of the text of {@code toD}.
 *
 * @param evaluated whether there is an expression in its value
 * @param takenOut whether its value goes with the message
 * @param lineEnd what is at its end where lines are joined
 * @param begin finds where it would begin within a value
 */
record RouteOption(
    UriOption option,
    boolean evaluated,
    boolean takenOut,
    String lineEnd,
    Pattern begin,
    ValueTemplate template) {

  /**
   * @param all the options of the text; what is there twice is Camel's to judge
   * @param functions of the text's expressions, from this option on
   * @param resource of the text
   */
  static RouteOption of(
      UriOption option,
      List<UriOption> all,
      Iterator<String> functions,
      Function<String, Optional<ReadableExpression>> readable,
      LiveDeskResource resource) {
    String name = option.name();
    boolean evaluated = RouteText.hasExpression(option.value());
    boolean once = all.stream().filter(other -> other.name().equals(name)).count() == 1;
    var expressions = new ArrayList<Optional<ReadableExpression>>();
    for (int i = RouteText.expressions(option.value()); i > 0; i--) {
      expressions.add(readable.apply(functions.next()));
    }
    String lineEnd = option.lineEnd();
    List<String> texts = RouteText.texts(option.without(lineEnd).content());
    return new RouteOption(
        option,
        evaluated,
        evaluated && once && resource.isOfOneSend(name),
        lineEnd,
        Pattern.compile("&\\s*" + Pattern.quote(name) + "="),
        new ValueTemplate(texts, List.copyOf(expressions), option.isRaw()));
  }

  String name() {
    return option.name();
  }
}
