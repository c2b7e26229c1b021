package io.github.livedesk.camel.simulator;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives JUnit tests a {@link LiveDeskSimulator}: one for each test class, empty before each test,
 * as a parameter of any test, life-cycle method or constructor.
 *
 * <pre>{@code
 * @ExtendWith(LiveDeskSimulatorExtension.class)
 * class OrderRouteTest {
 *   @Test
 *   void tellsTheCustomer(LiveDeskSimulator livedesk) { ... }
 * }
 * }</pre>
 */
public final class LiveDeskSimulatorExtension
    implements BeforeEachCallback, AfterAllCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(LiveDeskSimulatorExtension.class);

  private static final String KEY = "simulator";

  @Override
  public void beforeEach(ExtensionContext context) {
    simulator(context).reset();
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
    var simulator = context.getStore(NAMESPACE).remove(KEY, LiveDeskSimulator.class);
    if (simulator != null) {
      simulator.close();
    }
  }

  /** Kept with the test class, so that all its tests have the same one. */
  private static LiveDeskSimulator simulator(ExtensionContext context) {
    ExtensionContext owner = context;
    while (owner.getTestMethod().isPresent() && owner.getParent().isPresent()) {
      owner = owner.getParent().get();
    }
    return owner
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(KEY, key -> LiveDeskSimulator.start(), LiveDeskSimulator.class);
  }
}
