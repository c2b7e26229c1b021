// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What a virtual machine holds after a collection.
 *
 * @param heap bytes
 * @param classes that are loaded
 * @param metaspace bytes
 * @param threads that live
 * @param files that are open, sockets included; 0 where the machine does not say
 * @param objects by class: ours, and those of HTTP, TLS and sockets
 */
public record Vitals(
    long heap, long classes, long metaspace, long threads, long files, Map<String, Long> objects) {

  private static final Pattern COUNTED =
      Pattern.compile(
          "io\\.github\\.livedesk|org\\.apache\\.hc|javax\\.net\\.ssl|sun\\.security\\.ssl"
              + "|sun\\.nio\\.ch|java\\.net");

  /** Objects of one class that may be there at one moment and not at another. */
  private static final int FEW = 20;

  /** A line such as {@code 12: 17 1088 io.github.livedesk.camel.client.send.Send}. */
  private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+).*");

  public static Vitals now() {
    // Twice: what the first collection finds unreachable may still hold something.
    objectsAfterACollection();
    Map<String, Long> objects = objectsAfterACollection();
    var system = ManagementFactory.getOperatingSystemMXBean();
    return new Vitals(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
        metaspaceUsed(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        system instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0,
        objects);
  }

  private static long metaspaceUsed() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .mapToLong(pool -> pool.getUsage().getUsed())
        .sum();
  }

  private static Map<String, Long> objectsAfterACollection() {
    Map<String, Long> objects = new TreeMap<>();
    histogram()
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .filter(line -> COUNTED.matcher(line.group(2)).lookingAt())
        .forEach(line -> objects.put(line.group(2), Long.parseLong(line.group(1))));
    return objects;
  }

  private static String histogram() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Fails where anything has grown by more than what comes and goes by itself. */
  public void assertNotGrownSince(Vitals before) {
    String figures = "before: " + before + "; after: " + this;
    assertThat(objectsMoreThan(before)).as(figures).isEmpty();
    assertThat(heap - before.heap).as(figures).isLessThan(4L << 20);
    assertThat(classes - before.classes).as(figures).isLessThan(200);
    assertThat(metaspace - before.metaspace).as(figures).isLessThan(2L << 20);
    assertThat(threads - before.threads).as(figures).isLessThan(5);
    assertThat(files - before.files).as(figures).isLessThan(10);
  }

  private Map<String, Long> objectsMoreThan(Vitals before) {
    Map<String, Long> more = new TreeMap<>();
    objects.forEach(
        (name, count) -> {
          long grown = count - before.objects.getOrDefault(name, 0L);
          if (grown > FEW) {
            more.put(name, grown);
          }
        });
    return more;
  }

  @Override
  public String toString() {
    return "heap %,d kB, classes %,d, metaspace %,d kB, threads %d, files %d"
        .formatted(heap >> 10, classes, metaspace >> 10, threads, files);
  }
}
