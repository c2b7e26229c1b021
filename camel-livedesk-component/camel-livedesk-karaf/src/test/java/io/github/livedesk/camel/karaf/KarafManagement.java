// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.karaf;

import static java.lang.management.ManagementFactory.THREAD_MXBEAN_NAME;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** What a user does at Karaf's console, by JMX. */
final class KarafManagement {

  private static final String FEATURES = "org.apache.karaf:type=feature,name=root";
  private static final String SERVICES = "osgi.core:type=serviceState,*";
  private static final String BUNDLES = "org.apache.karaf:type=bundle,name=root";

  /** Of the component, or of a Camel context of the test: both have livedesk in their name. */
  private static final Pattern CAMEL_THREAD = Pattern.compile("(?i)^Camel \\(.*livedesk");

  private final MBeanServerConnection mbeans;

  KarafManagement(MBeanServerConnection mbeans) {
    this.mbeans = mbeans;
  }

  /** Whether all that Karaf boots with is there. */
  boolean isBooted() throws JMException, IOException {
    for (ObjectName services : mbeans.queryNames(new ObjectName(SERVICES), null)) {
      var found =
          (TabularData)
              mbeans.invoke(
                  services,
                  "listServices",
                  new Object[] {"org.apache.karaf.features.BootFinished", null},
                  new String[] {String.class.getName(), String.class.getName()});
      return !found.isEmpty();
    }
    return false;
  }

  void addRepository(String url) throws JMException, IOException {
    invoke(FEATURES, "addRepository", url);
  }

  /** Does nothing where it is installed. */
  void installFeature(String name) throws JMException, IOException {
    invoke(FEATURES, "installFeature", name);
  }

  void uninstallFeature(String name) throws JMException, IOException {
    invoke(FEATURES, "uninstallFeature", name);
  }

  void startBundle(String symbolicName) throws JMException, IOException {
    invoke(BUNDLES, "start", id(symbolicName));
  }

  void stopBundle(String symbolicName) throws JMException, IOException {
    invoke(BUNDLES, "stop", id(symbolicName));
  }

  /** Lets go of what is wired to the bundle, and wires it anew. */
  void refreshBundle(String symbolicName) throws JMException, IOException {
    invoke(BUNDLES, "refresh", id(symbolicName));
  }

  /** Puts another jar in its place, and refreshes. */
  void updateBundle(String symbolicName, URI location) throws JMException, IOException {
    mbeans.invoke(
        new ObjectName(BUNDLES),
        "update",
        new Object[] {id(symbolicName), location.toString(), true},
        new String[] {String.class.getName(), String.class.getName(), boolean.class.getName()});
  }

  /** Such as {@code Active}; empty where there is no such bundle. */
  Optional<String> bundleState(String symbolicName) throws JMException, IOException {
    return bundle(symbolicName).map(bundle -> (String) bundle.get("State"));
  }

  /** Empty where there is no such bundle. */
  Optional<String> bundleVersion(String symbolicName) throws JMException, IOException {
    return bundle(symbolicName).map(bundle -> (String) bundle.get("Version"));
  }

  private String id(String symbolicName) throws JMException, IOException {
    return bundle(symbolicName).orElseThrow().get("ID").toString();
  }

  private Optional<CompositeData> bundle(String symbolicName) throws JMException, IOException {
    return bundles().filter(bundle -> symbolicName.equals(bundle.get("Symbolic Name"))).findFirst();
  }

  private Stream<CompositeData> bundles() throws JMException, IOException {
    var table = (TabularData) mbeans.getAttribute(new ObjectName(BUNDLES), "Bundles");
    return table.values().stream().map(CompositeData.class::cast);
  }

  /** Whether a Camel context of this name is running. */
  boolean hasCamelContext(String name) throws JMException, IOException {
    return !camelContexts(name).isEmpty();
  }

  /** Sends to an endpoint of a Camel context, and waits for the end of its route. */
  void send(String context, String endpoint, String body) throws JMException, IOException {
    ObjectName bean = camelContexts(context).iterator().next();
    invoke(bean, "sendStringBody", endpoint, body);
  }

  private Set<ObjectName> camelContexts(String name) throws JMException, IOException {
    return mbeans.queryNames(
        new ObjectName("org.apache.camel:type=context,name=\"" + name + "\",*"), null);
  }

  /** The threads of the component, and of Camel contexts with livedesk in their name. */
  List<String> liveDeskThreads() throws IOException {
    ThreadMXBean threads =
        ManagementFactory.newPlatformMXBeanProxy(mbeans, THREAD_MXBEAN_NAME, ThreadMXBean.class);
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(thread -> thread != null)
        .map(ThreadInfo::getThreadName)
        .filter(name -> name.startsWith("LiveDesk") || CAMEL_THREAD.matcher(name).find())
        .toList();
  }

  private void invoke(String bean, String operation, String... arguments)
      throws JMException, IOException {
    invoke(new ObjectName(bean), operation, arguments);
  }

  private void invoke(ObjectName bean, String operation, String... arguments)
      throws JMException, IOException {
    var types = new String[arguments.length];
    Arrays.fill(types, String.class.getName());
    mbeans.invoke(bean, operation, arguments, types);
  }
}
