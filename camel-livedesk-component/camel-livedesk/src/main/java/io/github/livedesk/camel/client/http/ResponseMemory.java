// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import java.util.concurrent.atomic.AtomicLong;

/** Memory for replies that are longer than usual, of all connections together. */
public final class ResponseMemory {

  private static final int SHARE = 8;

  private final long most;
  private final AtomicLong taken = new AtomicLong();

  public ResponseMemory() {
    this(Runtime.getRuntime().maxMemory() / SHARE);
  }

  /**
   * @param most bytes
   */
  public ResponseMemory(long most) {
    this.most = most;
  }

  /** Whether there was so much left; then it is taken. */
  boolean take(long bytes) {
    if (taken.addAndGet(bytes) <= most) {
      return true;
    }
    taken.addAndGet(-bytes);
    return false;
  }

  void giveBack(long bytes) {
    taken.addAndGet(-bytes);
  }
}
