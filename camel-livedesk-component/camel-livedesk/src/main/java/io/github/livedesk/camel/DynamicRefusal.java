// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.model.failure.SendContext;

/** Why an evaluated value of {@code toD} is not taken. No value is ever shown. */
final class DynamicRefusal {

  private DynamicRefusal() {}

  static LiveDeskRequestException of(String field, String found, String takes) {
    return new LiveDeskRequestException(new SendContext(null, null, 0), field, found, takes);
  }

  static LiveDeskRequestException path() {
    return of(
        "resource",
        "an expression",
        "messages, contacts or conversations, in the route's own text of toD");
  }

  static LiveDeskRequestException nameOfOption() {
    return of("toD", "an expression for the name of an option", "names in the route's own text");
  }

  static LiveDeskRequestException option(String name) {
    return of(
        name, "an option in an evaluated value of toD", "its value from the route's own text");
  }

  static LiveDeskRequestException ampersand(String option) {
    return of(
        option,
        "'&' in its evaluated value, where another option would begin",
        "a value without '&', or RAW(...) around the expression; " + wayOut(option));
  }

  /** Camel would take what follows, up to a bracket of the value's choice, for its text. */
  static LiveDeskRequestException raw(String option) {
    return of(option, "a value that begins with RAW", "RAW(...) in the route's own text alone");
  }

  static LiveDeskRequestException ownOptionInRaw(String option, String begin) {
    return of(
        option,
        "the text '" + begin + "' in RAW",
        "text without the route's own options; " + wayOut(option));
  }

  static LiveDeskRequestException percentCode(String option) {
    return of(
        option, "a value with a percent code or a line break", "a value without, where toD has it");
  }

  static LiveDeskRequestException end(String option) {
    return of(
        option,
        "a line break or a control character at the end of its evaluated value",
        "a value without; " + wayOut(option));
  }

  static LiveDeskRequestException placeholder(String option) {
    return of(
        option,
        "a property placeholder in its evaluated value",
        "a value without; " + wayOut(option));
  }

  static LiveDeskRequestException unclear(String option) {
    return of(
        option,
        "an evaluated value that can't be told from the route's own text around it",
        "one expression alone; " + wayOut(option));
  }

  private static String wayOut(String option) {
    return LiveDeskResource.headerOf(option)
        .map(header -> "any text as header " + header)
        .orElse("no other");
  }
}
