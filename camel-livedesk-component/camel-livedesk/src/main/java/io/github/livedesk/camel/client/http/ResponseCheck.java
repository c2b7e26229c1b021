// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import java.util.Map;

/** Tells whether a reply is that to its request. */
public interface ResponseCheck {

  /** The id of the message in a reply, or 0 where it has none. */
  long messageId(Map<String, Object> json);

  /**
   * Why a reply may be that to another request.
   *
   * @param json a reply, a refusal too
   * @param isSeen whether an earlier reply on the same connection had that message
   * @return null where nothing speaks against it
   */
  String doubt(Map<String, Object> json, boolean isSeen);

  /** Whether the connection that it came on is known to be in step: it can be no other's. */
  boolean isProof(Map<String, Object> json);
}
