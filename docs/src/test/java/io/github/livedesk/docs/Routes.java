// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.docs;

import io.github.livedesk.camel.LiveDeskComponent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.NamedNode;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Routes of a snippet in a Camel context of their own, which starts and runs none of them. */
final class Routes implements AutoCloseable {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w[\\w.-]*)}}");
  private static final Pattern URI = Pattern.compile("uri=\"([^\"?]*)\\?([^\"]*)\"");

  /** Camel writes these where they are expressions, and not handled(true) and delay(60_000). */
  private static final String NOT_WRITTEN_FOR_JAVA = "<handled>.*?</handled>|<delay>.*?</delay>";

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final List<NamedNode> definitions = new ArrayList<>();

  private Routes() {
    var component = new LiveDeskComponent();
    component.getConfiguration().setApiKey("a-key");
    component.getConfiguration().setSecretKey("a-secret");
    context.addComponent("livedesk", component);
    context.setAutoStartup(false);
    context.disableJMX();
  }

  static Routes of(RouteBuilder builder) throws Exception {
    var routes = new Routes();
    routes.add(builder);
    return routes.started();
  }

  /** As Camel itself loads a file of that language. */
  static Routes of(Snippet snippet, String text) throws Exception {
    var routes = new Routes();
    PLACEHOLDER
        .matcher(text)
        .results()
        .forEach(
            it -> routes.context.getPropertiesComponent().addInitialProperty(it.group(1), "141"));
    var file = ResourceHelper.fromString("snippet." + snippet.language(), text);
    for (RoutesBuilder builder :
        PluginHelper.getRoutesLoader(routes.context).findRoutesBuilders(file)) {
      routes.add((RouteBuilder) builder);
    }
    return routes.started();
  }

  /** Routes and error handling as XML, without what a language brings of its own. */
  List<String> described() throws Exception {
    var dumper = PluginHelper.getModelToXMLDumper(context);
    var described = new ArrayList<String>();
    for (NamedNode definition : definitions) {
      String xml = dumper.dumpModelAsXml(context, definition);
      described.add(
          URI.matcher(
                  xml.replaceAll(" (?:id|customId)=\"[^\"]*\"", "")
                      .replaceAll("<\\?xml[^>]*>|\\s*xmlns=\"[^\"]*\"", "")
                      .replaceAll(">\\s+<", "><")
                      .replaceAll(NOT_WRITTEN_FOR_JAVA, "")
                      .strip())
              .replaceAll(uri -> "uri=\"" + uri.group(1) + "?" + sorted(uri.group(2)) + "\""));
    }
    return described;
  }

  private static String sorted(String query) {
    return Arrays.stream(query.split("&amp;", -1))
        .map(option -> URLDecoder.decode(option, StandardCharsets.UTF_8))
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private void add(RouteBuilder builder) throws Exception {
    if (builder instanceof RouteConfigurationsBuilder configurations) {
      context.addRoutesConfigurations(configurations);
    }
    context.addRoutes(builder);
    definitions.addAll(builder.getRouteCollection().getOnExceptions());
    definitions.addAll(builder.getRouteCollection().getRoutes());
  }

  private Routes started() {
    context.start();
    context
        .getCamelContextExtension()
        .getContextPlugin(Model.class)
        .getRouteConfigurationDefinitions()
        .forEach(configuration -> definitions.addAll(configuration.getOnExceptions()));
    return this;
  }

  @Override
  public void close() {
    context.stop();
  }
}
