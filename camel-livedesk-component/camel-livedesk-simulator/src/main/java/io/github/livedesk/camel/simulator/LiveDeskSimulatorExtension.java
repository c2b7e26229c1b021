// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import io.github.livedesk.camel.simulator.TestRun.Used;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Gives JUnit tests a {@link LiveDeskSimulator}: one for each test class, empty before each test,
 * as a parameter of any test, life-cycle method or constructor. In tests of Spring it is the one of
 * the application context.
 *
 * <pre>{@code
 * @LiveDeskTest // or @ExtendWith(LiveDeskSimulatorExtension.class)
 * class OrderRouteTest {
 *   @Test
 *   void tellsTheCustomer(LiveDeskSimulator livedesk) { ... }
 * }
 * }</pre>
 *
 * <p>It fails a test whose Camel context does not send to the simulator: at once where an endpoint
 * of {@code livedesk} leads to another machine, and after the test where nothing came although
 * there are such endpoints.
 */
public final class LiveDeskSimulatorExtension
    implements BeforeAllCallback,
        TestInstancePreConstructCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(LiveDeskSimulatorExtension.class);

  private static final String RUN = "run";

  private static final String USED = "used";

  private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

  @Override
  public void beforeAll(ExtensionContext context) {
    run(context).enterClass();
  }

  /** Before beforeAll, where all tests of a class have one instance. */
  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext factory, ExtensionContext context) {
    run(context).enterClass();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    run(context).enter();
    LiveDeskSimulator simulator = simulator(context);
    simulator.reset();
    context.getStore(NAMESPACE).put(USED, new Used(simulator));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestRun run = run(context);
    try {
      run.check(context.getStore(NAMESPACE).get(USED, Used.class));
    } finally {
      // Where only a method or a field has the extension there is no afterAll.
      if (!run.isOfClass()) {
        end(owner(context));
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LiveDeskSimulator.class;
  }

  @Override
  public LiveDeskSimulator resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return simulator(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    end(context);
  }

  private static void end(ExtensionContext owner) {
    var run = owner.getStore(NAMESPACE).remove(RUN, TestRun.class);
    if (run != null) {
      run.close();
    }
  }

  private static LiveDeskSimulator simulator(ExtensionContext context) {
    return SpringTests.simulator(context).orElseGet(() -> run(context).simulator());
  }

  /** Kept with the test class, so that all its tests have the same one. */
  private static TestRun run(ExtensionContext context) {
    return owner(context)
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(RUN, key -> newRun(context), TestRun.class);
  }

  private static ExtensionContext owner(ExtensionContext context) {
    ExtensionContext owner = context;
    while (owner.getTestMethod().isPresent() && owner.getParent().isPresent()) {
      owner = owner.getParent().get();
    }
    return owner;
  }

  private static TestRun newRun(ExtensionContext context) {
    boolean parallel =
        context.getConfigurationParameter(PARALLEL).map(Boolean::parseBoolean).orElse(false);
    return new TestRun(context.getRequiredTestClass(), parallel);
  }
}
