// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.contender;

/** What is sent. */
public enum Kind {
  TEXT("text of 200 bytes"),
  TEMPLATE("template with two values"),
  ATTACHMENT("attachment of 4 KiB");

  private final String title;

  Kind(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
