// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.contact;

import io.github.livedesk.camel.client.api.OperationCalls;
import io.github.livedesk.camel.client.api.ResponseCallback;
import io.github.livedesk.camel.client.contact.ContactCall.Create;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds a contact by its keys, and makes it where there is none. Several for one customer go one
 * after another, so that the first makes the contact and the others find it.
 *
 * @param create what is made where nothing is found; has one key or more
 */
public record EnsureContact(Create create) implements ContactOperation {

  @Override
  public String operationName() {
    return "ensure";
  }

  @Override
  public Long inboxId() {
    return create.inboxId();
  }

  List<ContactKey> keys() {
    return ContactKey.given(create.json());
  }

  @Override
  public void run(OperationCalls calls, ResponseCallback callback) {
    calls.inTurn(
        keys().stream().map(ContactKey::turn).collect(Collectors.toSet()),
        new EnsureRun(this, calls, callback)::start);
  }

  @Override
  public String toString() {
    return "EnsureContact[]";
  }
}
