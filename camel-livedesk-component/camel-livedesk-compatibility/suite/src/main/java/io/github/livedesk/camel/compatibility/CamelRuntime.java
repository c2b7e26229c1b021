// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;

/** What the suite's Camel runs in. */
public interface CamelRuntime {

  /**
   * Starts Camel.
   *
   * @param options properties of Camel and the component, by the names that every runtime takes
   * @param threadProbe a bean for the routes, named {@code threadProbe}
   */
  CamelContext start(Map<String, String> options, Processor threadProbe) throws Exception;

  /** Stops what was started. */
  void stop();

  /** Test classes for what only this one has. */
  default List<Class<?>> suites() {
    return List.of();
  }

  /** The one on the class path, or else camel-main. */
  static CamelRuntime find() {
    return ServiceLoader.load(CamelRuntime.class).findFirst().orElseGet(MainRuntime::new);
  }
}
