// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A test class that runs with a simulator, and where the Camel contexts lead that were made since
 * it began.
 */
final class TestRun implements AutoCloseable {

  private static final String HOW =
      "Connect the Camel context before it starts: with livedesk.configure(context), or with"
          + " livedesk.properties() where properties configure it. In Spring Boot @LiveDeskTest"
          + " does it";

  private static final Set<TestRun> RUNNING = ConcurrentHashMap.newKeySet();

  private final String testClass;
  private final boolean parallel;
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final Set<Address> addresses = ConcurrentHashMap.newKeySet();
  private final Set<Integer> ports = ConcurrentHashMap.newKeySet();
  private volatile boolean ofClass;
  private LiveDeskSimulator simulator;

  /**
   * @param parallel whether test classes run beside this one: then only what is made on this one's
   *     own threads is surely its own
   */
  TestRun(Class<?> testClass, boolean parallel) {
    this.testClass = testClass.getSimpleName();
    this.parallel = parallel;
    RUNNING.add(this);
  }

  /**
   * The simulator of one test, and what it said of itself before: after the test Spring may have
   * closed it already.
   */
  record Used(LiveDeskSimulator simulator, int port, String url) {
    Used(LiveDeskSimulator simulator) {
      this(simulator, simulator.port(), simulator.url());
    }
  }

  /** The whole class has the extension: there will be an end of it. */
  void enterClass() {
    ofClass = true;
    enter();
  }

  boolean isOfClass() {
    return ofClass;
  }

  /** Some part of it runs on this thread. */
  void enter() {
    threads.add(Thread.currentThread());
  }

  synchronized LiveDeskSimulator simulator() {
    if (simulator == null) {
      simulator = LiveDeskSimulator.start();
    }
    return simulator;
  }

  /**
   * A Camel context of this JVM has made an endpoint.
   *
   * @param endpoint its URI without options
   * @param baseUrl where it leads
   * @param ofComponent where endpoints lead whose URI does not say otherwise
   * @throws IllegalStateException where a test would send to another machine: it must not do so
   *     even once
   */
  static void endpointMade(String endpoint, String baseUrl, String ofComponent) {
    Address address = Address.of(baseUrl);
    if (address == null) {
      return;
    }
    Address usual = Address.of(ofComponent);
    for (TestRun run : RUNNING) {
      if (!run.parallel || run.threads.contains(Thread.currentThread())) {
        run.add(endpoint, address, usual == null ? address : usual);
      }
    }
  }

  private void add(String endpoint, Address address, Address usual) {
    if (address.isElsewhere()) {
      throw new IllegalStateException(
          "%s has a LiveDesk simulator, but %s leads to %s. %s"
              .formatted(testClass, endpoint, address, HOW));
    }
    addresses.add(address);
    ports.add(address.port());
    ports.add(usual.port());
  }

  /**
   * After a test.
   *
   * @param used null where it did not even begin
   * @throws AssertionError where its Camel contexts don't know the simulator
   */
  void check(Used used) {
    if (used == null) {
      return;
    }
    boolean connected = addresses.isEmpty() || ports.contains(used.port());
    if (!connected && used.simulator().requests().isEmpty()) {
      throw new AssertionError(
          "%s has a LiveDesk simulator at %s, but the routes send to %s. %s"
              .formatted(testClass, used.url(), addresses.iterator().next(), HOW));
    }
  }

  @Override
  public synchronized void close() {
    RUNNING.remove(this);
    if (simulator != null) {
      simulator.close();
    }
  }
}
