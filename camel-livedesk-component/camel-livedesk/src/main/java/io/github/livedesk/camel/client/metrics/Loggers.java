// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.metrics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loggers of the component. Their names are documented and stay, whatever becomes of the
 * classes that use them.
 */
public final class Loggers {

  /** One line at DEBUG for each send. */
  public static final Logger SENDS = LoggerFactory.getLogger("io.github.livedesk.camel.send");

  /** All else; also the parent of the other. */
  public static final Logger LOG = LoggerFactory.getLogger("io.github.livedesk.camel");

  private Loggers() {}
}
