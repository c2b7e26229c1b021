// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a simulator listens, and what it keeps.
 *
 * <pre>{@code
 * var options = SimulatorOptions.builder().messagesKept(1_000).build();
 * try (var livedesk = LiveDeskSimulator.start(options)) { ... }
 * }</pre>
 *
 * @param host an address of this machine, or 0.0.0.0 for all of them
 * @param port 1 to 65535, or 0 for a free one
 * @param apiKey the key it asks for; not blank
 * @param secretKey the secret it asks for; not blank
 * @param memory for all that is kept, in bytes, 1 MiB at least: half of it for requests, an eighth
 *     for contacts and conversations, the rest for messages and their files. What is on disk counts
 *     as well. The newest of each stays, whatever its size
 * @param messagesKept how many messages stay, from 1; where there are more, the oldest drop out
 * @param idleTimeout how long a connection may do nothing, and a body stand still, until it is
 *     closed: 1 ms to 24 days
 * @param rules how the desk is set up, from the start and after each reset
 */
public record SimulatorOptions(
    String host,
    int port,
    String apiKey,
    String secretKey,
    long memory,
    int messagesKept,
    Duration idleTimeout,
    Set<DeskRule> rules) {

  private static final long LEAST_MEMORY = 1L << 20;
  private static final int LAST_PORT = 65_535;
  private static final Duration LONGEST_IDLE = Duration.ofDays(24);

  /**
   * Checks them.
   *
   * @throws IllegalArgumentException when one is out of its range
   */
  public SimulatorOptions {
    require(!host.isBlank(), "host", host, "an address of this machine");
    require(port >= 0 && port <= LAST_PORT, "port", port, "0 to 65535");
    require(!apiKey.isBlank(), "apiKey", "nothing but blanks", "a key");
    require(!secretKey.isBlank(), "secretKey", "nothing but blanks", "a secret");
    require(memory >= LEAST_MEMORY, "memory", memory, "1048576 bytes or more");
    require(messagesKept >= 1, "messagesKept", messagesKept, "1 or more");
    require(
        idleTimeout.toMillis() >= 1 && idleTimeout.compareTo(LONGEST_IDLE) <= 0,
        "idleTimeout",
        idleTimeout,
        "1 ms to 24 days");
    rules = Set.copyOf(rules);
  }

  private static void require(boolean condition, String name, Object found, String takes) {
    if (!condition) {
      throw new IllegalArgumentException(name + " takes " + takes + ", found " + found);
    }
  }

  /** The defaults: a free port of the loopback address, and a quarter of the heap. */
  public static Builder builder() {
    return new Builder();
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "SimulatorOptions[host=%s, port=%d, memory=%d, messagesKept=%d, idleTimeout=%s, rules=%s]"
        .formatted(host, port, memory, messagesKept, idleTimeout, rules);
  }

  /** Collects what is to be other than usual. */
  public static final class Builder {

    private String host = LiveDeskSimulator.LOOPBACK;
    private int port;
    private String apiKey = LiveDeskSimulator.DEFAULT_API_KEY;
    private String secretKey = LiveDeskSimulator.DEFAULT_SECRET_KEY;
    private long memory =
        Math.max(LEAST_MEMORY, Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 4));
    private int messagesKept = Integer.MAX_VALUE;
    private Duration idleTimeout = Duration.ofSeconds(20);
    private final Set<DeskRule> rules = EnumSet.noneOf(DeskRule.class);

    private Builder() {}

    /** An address of this machine, or 0.0.0.0 for all of them; 127.0.0.1 unless given. */
    public Builder host(String host) {
      this.host = host;
      return this;
    }

    /** 1 to 65535, or 0 for a free one, as it is unless given. */
    public Builder port(int port) {
      this.port = port;
      return this;
    }

    /** The key it asks for; {@code simulator-key} unless given. */
    public Builder apiKey(String apiKey) {
      this.apiKey = apiKey;
      return this;
    }

    /** The secret it asks for; {@code simulator-secret} unless given. */
    public Builder secretKey(String secretKey) {
      this.secretKey = secretKey;
      return this;
    }

    /**
     * In bytes, 1 MiB at least, for all that is kept, in memory and on disk; a quarter of the heap
     * unless given, 256 MiB at most.
     */
    public Builder memory(long memory) {
      this.memory = memory;
      return this;
    }

    /** How many messages stay, from 1; as many as there is memory for unless given. */
    public Builder messagesKept(int messagesKept) {
      this.messagesKept = messagesKept;
      return this;
    }

    /** How long a connection may do nothing, 1 ms to 24 days; 20 s unless given. */
    public Builder idleTimeout(Duration idleTimeout) {
      this.idleTimeout = idleTimeout;
      return this;
    }

    /** How the desk is set up, beside what was given before; usual unless given. */
    public Builder rules(DeskRule... rules) {
      this.rules.addAll(List.of(rules));
      return this;
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException when one is out of its range
     */
    public SimulatorOptions build() {
      return new SimulatorOptions(
          host, port, apiKey, secretKey, memory, messagesKept, idleTimeout, rules);
    }
  }
}
