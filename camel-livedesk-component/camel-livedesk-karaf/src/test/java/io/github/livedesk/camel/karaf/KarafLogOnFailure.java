// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.karaf;

import java.io.IOException;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Adds the end of Karaf's log to what a failed test reports. */
final class KarafLogOnFailure
    implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {

  private final Supplier<Karaf> karaf;

  /**
   * @param karaf null where it has not been started
   */
  KarafLogOnFailure(Supplier<Karaf> karaf) {
    this.karaf = karaf;
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw withLog(failure);
  }

  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw withLog(failure);
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw withLog(failure);
  }

  @Override
  public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw withLog(failure);
  }

  private Throwable withLog(Throwable failure) throws IOException {
    Karaf running = karaf.get();
    if (running != null) {
      failure.addSuppressed(new AssertionError("Karaf's log ends:\n" + running.endOfLog()));
    }
    return failure;
  }
}
