// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.cli;

import org.apache.camel.dsl.jbang.core.commands.CamelJBangMain;

/** The command {@code camel}, as its launcher starts it. */
final class CamelCommand {

  private CamelCommand() {}

  public static void main(String[] args) {
    CamelJBangMain.run(args);
  }
}
