// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import static java.util.stream.Collectors.joining;

import java.util.Map;

/** Properties that look like options of the component and are none. Their values may be secrets. */
class UnknownOptionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param origins where each is set, by its whole name
   */
  UnknownOptionException(Map<String, String> origins) {
    super(
        origins.entrySet().stream()
            .map(
                property ->
                    property.getKey()
                        + ", set in "
                        + property.getValue()
                        + OptionNames.nearest(property.getKey())
                            .map(name -> "; the nearest is " + name)
                            .orElse(""))
            .collect(joining("\n    ", "the component livedesk has no such option:\n    ", "")));
  }
}
