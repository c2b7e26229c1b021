// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the suite in this JVM; ends with 0 when all of it has passed. */
final class SuiteMain {

  /** Stands in the key and in the secret that the suite's Camel is configured with. */
  static final String CANARY = "canary";

  private SuiteMain() {}

  public static void main(String[] args) {
    var listener = new SummaryGeneratingListener();
    var suite =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(suites())
            .configurationParameter("junit.jupiter.execution.timeout.default", "6 m")
            .build();
    LauncherFactory.create().execute(suite, listener);
    TestExecutionSummary summary = listener.getSummary();
    summary.printFailuresTo(new PrintWriter(System.out, true, UTF_8));
    System.out.printf(
        "%s, Camel %s, Java %s, virtual threads %s: %d of %d tests passed%n",
        CamelRuntime.find(),
        System.getProperty("camel.version"),
        Runtime.version(),
        Boolean.getBoolean("camel.threads.virtual.enabled"),
        summary.getTestsSucceededCount(),
        summary.getTestsFoundCount());
    boolean passed =
        summary.getTestsFoundCount() > 0
            && summary.getTestsSucceededCount() == summary.getTestsFoundCount();
    System.exit(passed ? 0 : 1);
  }

  private static List<ClassSelector> suites() {
    var suites = new ArrayList<ClassSelector>();
    suites.add(selectClass(ComponentSuite.class));
    suites.add(selectClass(EndpointDslSuite.class));
    if (KameletSuite.isThere()) {
      suites.add(selectClass(KameletSuite.class));
    }
    CamelRuntime.find().suites().forEach(suite -> suites.add(selectClass(suite)));
    return suites;
  }
}
