// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.karaf;

/**
 * The settings of the example: {@code etc/io.github.livedesk.examples.karaf.cfg}. A setting that is
 * not there and has no default is null.
 */
public @interface LiveDeskFolder {

  /** The account's key. */
  String apiKey();

  /** The account's secret. */
  String secretKey();

  /** Where LiveDesk is. */
  String baseUrl() default "https://livedesk-api.engagelab.com";

  /** The conversation that the files go to. */
  String conversationId();

  /** The folder, whose folders are {@code texts}, {@code files} and {@code templates}. */
  String folder();
}
