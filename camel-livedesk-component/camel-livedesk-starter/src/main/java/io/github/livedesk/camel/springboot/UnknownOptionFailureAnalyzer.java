// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which options there are, where a property is none of them. */
class UnknownOptionFailureAnalyzer extends AbstractFailureAnalyzer<UnknownOptionException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnknownOptionException cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Correct the name, or take the property out. There are:\n    "
            + String.join("\n    ", OptionNames.all()),
        cause);
  }
}
