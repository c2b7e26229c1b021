// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;

/** Camel without any framework. */
final class MainRuntime implements CamelRuntime {

  private final Main main = new Main();

  @Override
  public CamelContext start(Map<String, String> options, Processor threadProbe) throws IOException {
    // A file, as users have one: what is set by Java code is not printed at the start.
    Path file = Files.createTempFile("compatibility", ".properties");
    var properties = new Properties();
    properties.putAll(options);
    try (var out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
    file.toFile().deleteOnExit();
    main.setPropertyPlaceholderLocations(file.toUri().toString());
    main.bind("threadProbe", threadProbe);
    main.start();
    return main.getCamelContext();
  }

  @Override
  public void stop() {
    main.stop();
  }

  @Override
  public String toString() {
    return "camel-main";
  }
}
