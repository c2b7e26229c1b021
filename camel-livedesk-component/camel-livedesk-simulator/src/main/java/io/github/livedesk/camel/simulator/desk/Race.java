// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.desk;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets creates of contacts meet, as they do on a busy server: all were checked before the first of
 * them is stored. No thread waits for it.
 */
public final class Race {

  private int expected;
  private final List<Runnable> held = new ArrayList<>();

  /**
   * The next creates meet.
   *
   * @param creates how many, from 2
   */
  public synchronized void expect(int creates) {
    expected = creates;
  }

  /** Whether a create that comes now is held. */
  public synchronized boolean isOn() {
    return expected > 0;
  }

  /** Keeps a create until all are there; the last one runs them, in the order they came. */
  public void join(Runnable store) {
    synchronized (this) {
      held.add(store);
      if (held.size() < expected) {
        return;
      }
    }
    end();
  }

  /** Lets go on whoever is held, and holds nobody any more. */
  public void end() {
    List<Runnable> ready;
    synchronized (this) {
      ready = List.copyOf(held);
      held.clear();
      expected = 0;
    }
    ready.forEach(Runnable::run);
  }
}
