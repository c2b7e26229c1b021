// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import java.util.Map;

/**
 * What LiveDesk gives back of anything but a message, such as a contact. It has personal data in
 * it, and no customer is to read its JSON: {@code livedesk:messages} refuses it as a body.
 */
public interface LiveDeskRecord {

  /** The API's JSON object. */
  Map<String, Object> toMap();
}
