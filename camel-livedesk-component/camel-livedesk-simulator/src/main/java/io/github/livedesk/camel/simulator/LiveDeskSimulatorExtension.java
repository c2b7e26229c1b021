package io.github.livedesk.camel.simulator;

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

  private static final String KEY = "run";

  private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

  @Override
  public void beforeAll(ExtensionContext context) {
    run(context).enter();
  }

  /** Before beforeAll, where all tests of a class have one instance. */
  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext factory, ExtensionContext context) {
    run(context).enter();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    run(context).enter();
    simulator(context).reset();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    run(context).check(simulator(context));
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
    var run = context.getStore(NAMESPACE).remove(KEY, TestRun.class);
    if (run != null) {
      run.close();
    }
  }

  private static LiveDeskSimulator simulator(ExtensionContext context) {
    return SpringTests.simulator(context).orElseGet(() -> run(context).simulator());
  }

  /** Kept with the test class, so that all its tests have the same one. */
  private static TestRun run(ExtensionContext context) {
    ExtensionContext owner = context;
    while (owner.getTestMethod().isPresent() && owner.getParent().isPresent()) {
      owner = owner.getParent().get();
    }
    return owner
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(KEY, key -> newRun(context), TestRun.class);
  }

  private static TestRun newRun(ExtensionContext context) {
    boolean parallel =
        context.getConfigurationParameter(PARALLEL).map(Boolean::parseBoolean).orElse(false);
    return new TestRun(context.getRequiredTestClass(), parallel);
  }
}
