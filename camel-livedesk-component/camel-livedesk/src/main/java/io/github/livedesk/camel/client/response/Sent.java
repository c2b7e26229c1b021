// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import java.util.List;

/**
 * What the server was sent, and may quote.
 *
 * @param secrets credentials, as such and as they are on the wire
 * @param texts of the message, also very long ones
 * @param names ids and names of the route's own, which may show
 * @param complete whether the texts are all there are: a retry by its id alone knows none
 */
record Sent(
    List<String> secrets,
    List<? extends CharSequence> texts,
    List<String> names,
    boolean complete) {

  /** Never the texts. */
  @Override
  public String toString() {
    return "Sent[" + texts.size() + "]";
  }
}
