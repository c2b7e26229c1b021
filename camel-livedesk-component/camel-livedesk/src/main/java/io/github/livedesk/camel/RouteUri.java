// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.model.LiveDeskRequestException;
import io.github.livedesk.camel.model.SendContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The text that a route's author wrote for {@code toD}. It says which options there are; what an
 * expression evaluates to is the value of one of them, and nothing else.
 */
final class RouteUri {

  /** Those that have a header too, so that an endpoint need not know them. */
  private static final Set<String> OF_ONE_MESSAGE =
      Set.of(
          "conversationId",
          "messageId",
          "private",
          "inReplyTo",
          "content",
          "templateName",
          "templateLanguage",
          "templateCategory",
          "templateNamespace");

  /** Stands for an expression; no character of any text. */
  private static final char EXPRESSION = '\uFFFF';

  private static final List<String> EXPRESSION_STARTS = List.of("${", "$simple{");
  private static final Pattern PERCENT = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n]");
  private static final Pattern AFTER_AND = Pattern.compile("&\\s+");
  private static final Pattern ENCODED_OPTION = Pattern.compile("%26(?<name>[A-Za-z]*)");

  private final String path;
  private final List<Own> options;
  private final boolean constant;
  private final boolean evaluatedName;
  private final Predicate<String> isOption;

  /**
   * An option of the text.
   *
   * @param evaluated whether there is an expression in its value
   * @param takenOut whether its value goes with the message
   * @param lineEnd what is at its end where lines are joined
   */
  private record Own(UriOption option, boolean evaluated, boolean takenOut, String lineEnd) {

    String name() {
      return option.name();
    }
  }

  /**
   * @param text with placeholders resolved and expressions as they are
   * @param isOption whether an endpoint has an option of this name
   */
  RouteUri(String text, Predicate<String> isOption) {
    String masked = mask(text.trim());
    int query = masked.indexOf('?');
    this.path = (query < 0 ? masked : masked.substring(0, query)).strip();
    List<UriOption> found = query < 0 ? List.of() : UriOption.parse(masked.substring(query + 1));
    this.options = found.stream().map(option -> own(option, found)).toList();
    this.evaluatedName = found.stream().anyMatch(option -> isEvaluated(option.name()));
    this.constant =
        !isEvaluated(path) && !evaluatedName && options.stream().noneMatch(Own::evaluated);
    this.isOption = isOption;
  }

  /** What is there twice is Camel's to judge. */
  private static Own own(UriOption option, List<UriOption> all) {
    boolean evaluated = isEvaluated(option.value());
    boolean once = all.stream().filter(other -> other.name().equals(option.name())).count() == 1;
    boolean takenOut = evaluated && once && OF_ONE_MESSAGE.contains(option.name());
    return new Own(option, evaluated, takenOut, option.lineEnd());
  }

  private static String mask(String text) {
    var masked = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      int at = i;
      String start =
          EXPRESSION_STARTS.stream().filter(s -> text.startsWith(s, at)).findAny().orElse("");
      if (!start.isEmpty()) {
        depth++;
        i += start.length() - 1;
      } else if (depth > 0 && text.startsWith("\\}", i)) {
        i++;
      } else if (depth > 0 && text.charAt(i) == '}') {
        depth--;
        if (depth == 0) {
          masked.append(EXPRESSION);
        }
      } else if (depth == 0) {
        masked.append(text.charAt(i));
      }
    }
    return masked.toString();
  }

  private static boolean isEvaluated(String text) {
    return text.indexOf(EXPRESSION) >= 0;
  }

  /**
   * Whether there is no expression in it. Then all of it was evaluated elsewhere, as with Camel's
   * endpoint DSL, or nothing.
   */
  boolean isConstant() {
    return constant;
  }

  /**
   * What a send needs of an evaluated URI.
   *
   * @param endpointUri the URI without what differs from message to message
   * @param values the values taken out, by names of options
   */
  record Evaluated(String endpointUri, Map<String, String> values) {}

  /**
   * Takes an evaluated URI apart.
   *
   * @param uri this text, evaluated
   * @throws LiveDeskRequestException where a value is more than the value of its option
   */
  Evaluated read(String uri) {
    checkOwnText();
    List<UriOption> found = UriOption.parse(uri.substring(uri.indexOf('?') + 1));
    for (int i = 0; i < found.size(); i++) {
      if (i == options.size() || !options.get(i).name().equals(found.get(i).name())) {
        throw smuggled(options.get(Math.max(0, i - 1)).name(), found.get(i).name());
      }
      checkValue(options.get(i), found.get(i));
    }
    var values = new LinkedHashMap<String, String>();
    var staying = new StringJoiner("&", path + "?", "").setEmptyValue(path);
    for (int i = 0; i < options.size(); i++) {
      Own own = options.get(i);
      if (own.takenOut()) {
        values.put(own.name(), found.get(i).without(own.lineEnd()).decoded());
      } else {
        staying.add(own.name() + "=" + found.get(i).value());
      }
    }
    return new Evaluated(staying.toString(), Map.copyOf(values));
  }

  private void checkOwnText() {
    if (isEvaluated(path)) {
      throw refused("resource", "an expression", "messages, in the route's own text of toD");
    }
    if (evaluatedName) {
      throw refused(
          "toD", "an expression for the name of an option", "names in the route's own text");
    }
  }

  private void checkValue(Own own, UriOption found) {
    if (!own.evaluated()) {
      return;
    }
    String name = own.name();
    if (!own.option().opening().equals(found.opening())) {
      // Camel would take what follows, up to a bracket of the value's choice, for its text.
      throw refused(name, "a value that begins with RAW", "RAW(...) in the route's own text alone");
    }
    String inOneLine = found.without(own.lineEnd()).value();
    if (own.option().isRaw()) {
      checkRaw(name, inOneLine);
    } else {
      checkPlain(name, inOneLine);
    }
    if (!own.takenOut()
        && (PERCENT.matcher(inOneLine).find() || LINE_BREAK.matcher(inOneLine).find())) {
      throw refused(
          name, "a value with a percent code or a line break", "a value without, where toD has it");
    }
  }

  /**
   * An option that seems to lie within RAW may be the route's own, with an earlier value's RAW
   * around it.
   */
  private void checkRaw(String name, String value) {
    String inOneLine = AFTER_AND.matcher(value).replaceAll("&");
    for (Own option : options) {
      String begin = "&" + option.name() + "=";
      if (inOneLine.contains(begin)) {
        throw refused(
            name,
            "the text '" + begin + "' in RAW",
            "text without the route's own options; " + headerFor(name));
      }
    }
  }

  private void checkPlain(String name, String value) {
    var encoded = ENCODED_OPTION.matcher(value);
    if (encoded.find()) {
      throw smuggled(name, encoded.group("name"));
    }
  }

  private LiveDeskRequestException smuggled(String within, String name) {
    if (isOption.test(name)) {
      return refused(
          name, "an option in an evaluated value of toD", "its value from the route's own text");
    }
    // No option: a text with '&' in it. Nothing of it is shown.
    return refused(
        within,
        "'&' in its evaluated value, where another option would begin",
        "a value without '&', or RAW(...) around the expression; " + headerFor(within));
  }

  private static String headerFor(String option) {
    return OF_ONE_MESSAGE.contains(option)
        ? "any text as header CamelLiveDesk"
            + Character.toUpperCase(option.charAt(0))
            + option.substring(1)
        : "no other";
  }

  private static LiveDeskRequestException refused(String field, String found, String takes) {
    return new LiveDeskRequestException(new SendContext(null, null, 0), field, found, takes);
  }
}
