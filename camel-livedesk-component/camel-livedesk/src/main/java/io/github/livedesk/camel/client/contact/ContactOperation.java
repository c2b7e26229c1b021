// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.contact;

import io.github.livedesk.camel.client.api.Operation;

/** What can be done with contacts. */
public sealed interface ContactOperation extends Operation permits ContactCall, EnsureContact {

  /** As in a URI. */
  String RESOURCE = "contacts";

  /** The inbox that is meant; null where none is named. */
  Long inboxId();

  @Override
  default String resource() {
    return RESOURCE;
  }
}
