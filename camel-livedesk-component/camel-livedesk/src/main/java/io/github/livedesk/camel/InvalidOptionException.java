// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.model.failure.Listing;

/**
 * An option of the component or of an endpoint is missing, wrong or unknown, so that the endpoint
 * does not start. The message names the option, what was found and what it takes, and never shows a
 * secret.
 */
public class InvalidOptionException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String option;

  InvalidOptionException(String option, String found, String takes) {
    this(option, option + ": found " + Listing.cut(found) + "; it takes " + takes);
  }

  InvalidOptionException(String option, String sentence) {
    super(sentence);
    this.option = Listing.cut(option);
  }

  /** Its name as in a URI, such as {@code apiKey}; never null. */
  public String getOption() {
    return option;
  }
}
