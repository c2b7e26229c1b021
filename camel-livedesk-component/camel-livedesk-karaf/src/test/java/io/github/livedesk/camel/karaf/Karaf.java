// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.karaf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A real Karaf, in a process of its own that does not outlive this one. */
final class Karaf implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(5);
  private static final long STOP_SECONDS = 180;
  private static final int LAST_LINES = 200;

  private final KarafFolder folder;
  private final Process process;
  private final Thread hook;
  private final JMXConnector connector;

  private Karaf(KarafFolder folder, Path jdk, String jmxUrl) throws IOException {
    this.folder = folder;
    this.process = start(folder, jdk);
    this.hook = new Thread(process::destroyForcibly, "end of Karaf");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      this.connector = connect(jmxUrl);
    } catch (RuntimeException | Error e) {
      end();
      throw new IllegalStateException("Karaf does not start; its log ends:\n" + endOfLog(), e);
    }
  }

  /**
   * Starts one, and waits until it has all that it boots with.
   *
   * @param jdk a JDK 17
   */
  static Karaf start(Path jdk) throws IOException, InterruptedException {
    KarafFolder folder = KarafFolder.unpack(property("karaf.archive"), property("karaf.folder"));
    InetAddress loopback = InetAddress.getLoopbackAddress();
    int registry;
    try (var first = new ServerSocket(0, 1, loopback);
        var second = new ServerSocket(0, 1, loopback);
        var third = new ServerSocket(0, 1, loopback)) {
      registry = second.getLocalPort();
      folder.listen(first.getLocalPort(), registry, third.getLocalPort());
    }
    folder.lookAtFolders();
    folder.resolveFrom(property("karaf.repository"));
    folder.offer(
        property("karaf.features"), "camel-livedesk-karaf", System.getProperty("project.version"));
    folder.process(property("karaf.features.processing"));
    return new Karaf(
        folder, jdk, "service:jmx:rmi:///jndi/rmi://127.0.0.1:" + registry + "/karaf-root");
  }

  static Path property(String name) {
    return Path.of(System.getProperty(name));
  }

  /**
   * What this build has made.
   *
   * @param ending of the file, after artifact and version
   */
  static Path built(String artifact, String ending) {
    String version = System.getProperty("project.version");
    return property("karaf.repository")
        .resolve("io/github/livedesk")
        .resolve(artifact)
        .resolve(version)
        .resolve(artifact + "-" + version + ending);
  }

  private static Process start(KarafFolder folder, Path jdk) throws IOException {
    // A daemon is a server whose process is Java's own, with no shell between.
    var builder = new ProcessBuilder(folder.home().resolve("bin/karaf").toString(), "daemon");
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("KARAF_") || name.startsWith("JAVA_"));
    environment.put("JAVA_HOME", jdk.toString());
    return builder.redirectErrorStream(true).redirectOutput(folder.console().toFile()).start();
  }

  @SuppressWarnings("BanJNDI") // to a process of its own
  private JMXConnector connect(String url) {
    var credentials = Map.of(JMXConnector.CREDENTIALS, new String[] {"karaf", "karaf"});
    return await("Karaf's start")
        .atMost(START)
        .ignoreExceptions()
        .until(
            () -> {
              assertThat(process.isAlive()).as("Karaf's process").isTrue();
              JMXConnector candidate =
                  JMXConnectorFactory.connect(new JMXServiceURL(url), credentials);
              return new KarafManagement(candidate.getMBeanServerConnection()).isBooted()
                  ? candidate
                  : null;
            },
            candidate -> candidate != null);
  }

  KarafManagement management() throws IOException {
    return new KarafManagement(connector.getMBeanServerConnection());
  }

  /** A file of {@code etc}, there or not. */
  Path etc(String file) {
    return folder.etc(file);
  }

  /**
   * A file of {@code deploy}, there or not. Karaf installs and starts a bundle that is put there.
   */
  Path deploy(String file) {
    return folder.deploy(file);
  }

  /** All that it has logged so far. */
  String log() throws IOException {
    return Files.readString(folder.log(), UTF_8);
  }

  /**
   * What it has logged since.
   *
   * @param before {@link #log} then
   */
  String logSince(String before) throws IOException {
    return log().substring(before.length());
  }

  /** What came last on its console and in its log. */
  String endOfLog() throws IOException {
    var lines = new ArrayList<String>();
    for (Path file : List.of(folder.console(), folder.log())) {
      if (Files.exists(file)) {
        lines.addAll(Files.readAllLines(file, UTF_8));
      }
    }
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  /**
   * Ends the process.
   *
   * @throws IllegalStateException when what runs in it does not stop in time
   */
  @Override
  public void close() throws IOException {
    boolean stopped;
    try {
      connector.close();
    } finally {
      stopped = end();
    }
    if (!stopped) {
      throw new IllegalStateException("Karaf does not stop; its log ends:\n" + endOfLog());
    }
  }

  /** Whether it stopped by itself, once asked. */
  private boolean end() {
    try {
      process.destroy();
      return process.waitFor(STOP_SECONDS, SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
