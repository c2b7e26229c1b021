// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.clock.Clock;

/**
 * An exchange, its copies, and the copies of these. Camel hands the clock of an exchange on to each
 * copy, that of a wire tap too. Exchanges of a pool use a clock again, and have copies with one of
 * their own: these are told by the time and by their ids.
 */
final class Lineage {

  private final WeakReference<Clock> clock;
  private final long created;
  private final Set<String> ids;

  private Lineage(Clock clock, Set<String> ids) {
    this.clock = new WeakReference<>(clock);
    this.created = clock.getCreated();
    this.ids = ids;
  }

  static Lineage of(Exchange exchange) {
    return new Lineage(exchange.getClock(), ids(exchange));
  }

  boolean has(Exchange exchange) {
    Clock other = exchange.getClock();
    return (clock.get() == other && created == other.getCreated())
        || !Collections.disjoint(ids, ids(exchange));
  }

  /** Whether no exchange of it is left. */
  boolean isOver() {
    Clock left = clock.get();
    return left == null || left.getCreated() != created;
  }

  /** The exchange's own, and that of the one that it was copied from. */
  private static Set<String> ids(Exchange exchange) {
    var ids = new TreeSet<String>();
    ids.add(exchange.getExchangeId());
    String original = exchange.getProperty(ExchangePropertyKey.CORRELATION_ID, String.class);
    if (original != null) {
      ids.add(original);
    }
    return ids;
  }
}
