// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.contact;

import io.github.livedesk.camel.simulator.call.Prepared;
import io.github.livedesk.camel.simulator.desk.Contact;
import io.github.livedesk.camel.simulator.desk.Desk;
import io.github.livedesk.camel.simulator.desk.Profile;
import io.github.livedesk.camel.simulator.store.ApiError;
import java.util.List;

/** A contact that was checked and is to be stored, at once or when others were checked too. */
final class ContactCreation implements Prepared {

  private final Desk desk;
  private final Profile profile;
  private final List<Long> inboxIds;
  private final boolean races;

  ContactCreation(Desk desk, Profile profile, long inboxId) {
    this.desk = desk;
    this.profile = profile;
    this.inboxIds = List.of(inboxId);
    this.races = desk.race().isOn();
  }

  @Override
  public boolean waits() {
    return races;
  }

  @Override
  public void whenReady(Runnable carryOut) {
    if (races) {
      desk.race().join(carryOut);
    } else {
      carryOut.run();
    }
  }

  @Override
  public Object run(Context context) throws ApiError {
    Contact made =
        races
            ? desk.contacts().createUnchecked(profile, inboxIds)
            : desk.contacts().create(profile, inboxIds);
    return ContactJson.created(made);
  }
}
