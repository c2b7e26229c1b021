// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.desk;

import io.github.livedesk.camel.simulator.store.ApiError;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** How the desk was set up, where that is other than usual. */
public final class Rules {

  private final Throttle throttle = new Throttle(System::nanoTime);
  private final Set<Long> inboxes = new HashSet<>();
  private final Set<Long> inboxesWithOne = new HashSet<>();
  private boolean oneConversationOnly;
  private boolean strictConversations;
  private boolean throttledSearches;
  private int blindSearches;

  /** Usual again. */
  public synchronized void clear() {
    throttle.clear();
    inboxes.clear();
    inboxesWithOne.clear();
    oneConversationOnly = false;
    strictConversations = false;
    throttledSearches = false;
    blindSearches = 0;
  }

  /** No other inboxes exist. */
  public synchronized void onlyInboxes(Collection<Long> ids) {
    inboxes.addAll(ids);
  }

  /** An inbox has one conversation for a contact. */
  public synchronized void oneConversationOnly(long inboxId) {
    inboxesWithOne.add(inboxId);
  }

  /** All inboxes have one conversation for a contact. */
  public synchronized void oneConversationOnly() {
    oneConversationOnly = true;
  }

  /** No conversations exist but those that were made. */
  public synchronized void strictConversations() {
    strictConversations = true;
  }

  /** More than a hundred searches a minute are refused. */
  public synchronized void throttledSearches() {
    throttledSearches = true;
  }

  /** The next searches find nothing. */
  public synchronized void blindSearches(int searches) {
    blindSearches = searches;
  }

  synchronized boolean isOneConversationOnly(long inboxId) {
    return oneConversationOnly || inboxesWithOne.contains(inboxId);
  }

  synchronized boolean isStrictConversations() {
    return strictConversations;
  }

  /** Whether a search finds nothing. */
  public synchronized boolean takeBlindSearch() {
    boolean blind = blindSearches > 0;
    blindSearches -= blind ? 1 : 0;
    return blind;
  }

  /** Refuses a search where there were too many. */
  public synchronized void checkSearch() throws ApiError {
    if (throttledSearches) {
      throttle.take();
    }
  }

  /** Refuses an inbox that does not exist: any number is one, unless some were named. */
  public synchronized void checkInbox(long id) throws ApiError {
    boolean exists = inboxes.isEmpty() ? id > 0 : inboxes.contains(id);
    if (!exists) {
      throw ApiError.notFound();
    }
  }
}
