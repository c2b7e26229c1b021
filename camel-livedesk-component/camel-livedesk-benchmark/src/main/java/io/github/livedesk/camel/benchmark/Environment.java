// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.async.HttpAsyncClient;
import org.apache.hc.core5.util.VersionInfo;

/** What a run was made on. No name of the machine. */
final class Environment {

  private Environment() {}

  /** One line. */
  static String describe() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return String.format(
        Locale.ROOT,
        "%s. %d cores, %.0f GB of memory, %s %s. JDK %s (%s), Camel %s, HttpClient %s.",
        LocalDate.now(ZoneOffset.UTC),
        system.getAvailableProcessors(),
        system.getTotalMemorySize() / 1e9,
        system.getName(),
        system.getVersion(),
        System.getProperty("java.version"),
        System.getProperty("java.vm.name"),
        new DefaultCamelContext().getVersion(),
        VersionInfo.loadVersionInfo("org.apache.hc.client5", HttpAsyncClient.class.getClassLoader())
            .getRelease());
  }
}
