// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.store;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The last calls, as many as there is room for. */
public final class CallLog {

  private final long room;
  private final Map<Long, RecordedCall> calls = new LinkedHashMap<>();
  private long taken;
  private long lastNumber;

  /**
   * An empty log.
   *
   * @param room in bytes
   */
  public CallLog(long room) {
    this.room = room;
  }

  /** Remembers a request; its number. */
  public synchronized long add(Request request) {
    var call = new RecordedCall(++lastNumber, Instant.now(), request, null);
    calls.put(call.number(), call);
    request.body().keep();
    taken += call.size();
    makeRoom();
    return call.number();
  }

  public synchronized void answered(long number, RecordedCall.Reply reply) {
    change(number, call -> call.answered(reply));
  }

  /** Remembers all that there is to warn of in a request. */
  public synchronized void warned(long number, List<String> warnings) {
    if (!warnings.isEmpty()) {
      change(number, call -> call.withWarnings(warnings));
    }
  }

  private void change(long number, UnaryOperator<RecordedCall> change) {
    RecordedCall call = calls.get(number);
    if (call != null) {
      RecordedCall changed = change.apply(call);
      calls.replace(number, changed);
      taken += changed.size() - call.size();
      makeRoom();
    }
  }

  /** The newest stays, whatever its size. */
  private void makeRoom() {
    Iterator<RecordedCall> oldest = calls.values().iterator();
    while (taken > room && calls.size() > 1) {
      RecordedCall dropped = oldest.next();
      taken -= dropped.size();
      dropped.request().body().release();
      oldest.remove();
    }
  }

  public synchronized Optional<RecordedCall> get(long number) {
    return Optional.ofNullable(calls.get(number));
  }

  /** Oldest first. */
  public synchronized List<Request> requests() {
    return calls.values().stream().map(RecordedCall::request).toList();
  }

  public synchronized void clear() {
    calls.values().forEach(call -> call.request().body().release());
    calls.clear();
    taken = 0;
    lastNumber = 0;
  }
}
