package io.github.livedesk.camel.compatibility;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;

/** Camel without any framework. */
final class MainRuntime implements CamelRuntime {

  private final Main main = new Main();

  @Override
  public CamelContext start(Map<String, String> options, Processor threadProbe) {
    options.forEach(main::addInitialProperty);
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
