// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.contact;

import io.github.livedesk.camel.client.api.CallEnd;
import io.github.livedesk.camel.client.api.CallResult;
import io.github.livedesk.camel.client.api.CallResult.Failed;
import io.github.livedesk.camel.client.api.CallResult.Stored;
import io.github.livedesk.camel.client.api.CallResult.Undelivered;
import io.github.livedesk.camel.client.api.Failure;
import io.github.livedesk.camel.client.api.OperationCalls;
import io.github.livedesk.camel.client.contact.ContactCall.Search;
import io.github.livedesk.camel.model.contact.LiveDeskContact;
import io.github.livedesk.camel.model.contact.LiveDeskContactPage;
import io.github.livedesk.camel.model.failure.FieldError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for the contact that some keys belong to, from the strongest to the weakest. LiveDesk's
 * search finds parts of values: only a whole, equal one counts. What the contact found has already
 * is not looked for again.
 */
final class ContactSearch implements CallResult.Visitor {

  private static final int MOST_PAGES = 20;
  private static final int PAGE_SIZE = 15;

  private final List<ContactKey> keys;
  private final OperationCalls calls;
  private final Listener listener;

  /** The key that is looked for, by its place. */
  private int place;

  private int page;
  private long seen;
  private CallEnd end;
  private LiveDeskContact found;
  private ContactKey foundBy;
  private int status;
  private boolean isCut;
  private final List<LiveDeskContact> matching = new ArrayList<>();

  /** Is told, once, what was found. */
  interface Listener {

    void found(int status, LiveDeskContact contact);

    /**
     * Nobody has one of the keys.
     *
     * @param isCut whether there were more pages than are read
     */
    void none(boolean isCut);

    /** The keys are not those of one contact. */
    void conflict(FieldError error);

    void failed(CallEnd end, Failure failure);
  }

  ContactSearch(List<ContactKey> keys, OperationCalls calls, Listener listener) {
    this.keys = keys;
    this.calls = calls;
    this.listener = listener;
  }

  void start() {
    while (place < keys.size() && found != null && keys.get(place).isOf(found)) {
      place++;
    }
    if (place < keys.size()) {
      page = 0;
      seen = 0;
      matching.clear();
      searchNextPage();
    } else if (found == null) {
      listener.none(isCut);
    } else {
      listener.found(status, found);
    }
  }

  private void searchNextPage() {
    page++;
    String sought = keys.get(place).value();
    calls.call(new Search(Query.of("q", sought).and("page", page), sought), this::searched);
  }

  private void searched(CallEnd callEnd) {
    end = callEnd;
    callEnd.result().accept(this);
  }

  @Override
  public void stored(Stored result) {
    status = result.status();
    var read = (LiveDeskContactPage) result.body();
    ContactKey key = keys.get(place);
    read.contacts().stream().filter(key::isOf).forEach(matching::add);
    seen += read.contacts().size();
    boolean isLast =
        read.count() == null ? read.contacts().size() < PAGE_SIZE : seen >= read.count();
    if (isLast || read.contacts().isEmpty() || (key.isUnique() && !matching.isEmpty())) {
      choose(key);
    } else if (page == MOST_PAGES) {
      isCut = true;
      choose(key);
    } else {
      searchNextPage();
    }
  }

  /** Only a message is. */
  @Override
  public void undelivered(Undelivered result) {
    throw new IllegalStateException("A search has no message");
  }

  @Override
  public void failed(Failed result) {
    listener.failed(end, result.failure());
  }

  private void choose(ContactKey key) {
    if (matching.isEmpty()) {
      place++;
      start();
      return;
    }
    LiveDeskContact lowest = lowest(matching);
    if (found != null) {
      listener.conflict(
          new FieldError(
              foundBy.field() + " and " + key.field(),
              "the contacts " + found.id() + " and " + lowest.id(),
              "keys of one contact"));
      return;
    }
    List<LiveDeskContact> fitting = matching.stream().filter(this::hasNoOtherStrongerKey).toList();
    if (fitting.isEmpty()) {
      listener.conflict(otherStrongerKey(key, lowest));
      return;
    }
    found = lowest(fitting);
    foundBy = key;
    place++;
    start();
  }

  /** The server does not surely prevent two contacts of one phone: all callers take the same. */
  private static LiveDeskContact lowest(List<LiveDeskContact> contacts) {
    return contacts.stream().min(Comparator.comparingLong(LiveDeskContact::id)).orElseThrow();
  }

  private boolean hasNoOtherStrongerKey(LiveDeskContact contact) {
    return keys.subList(0, place).stream().noneMatch(stronger -> stronger.differs(contact));
  }

  private FieldError otherStrongerKey(ContactKey key, LiveDeskContact contact) {
    String field =
        keys.subList(0, place).stream()
            .filter(stronger -> stronger.differs(contact))
            .map(ContactKey::field)
            .findFirst()
            .orElseThrow();
    return new FieldError(
        field,
        "contact " + contact.id() + ", which has this " + key.field() + " and another " + field,
        "keys of one contact");
  }
}
