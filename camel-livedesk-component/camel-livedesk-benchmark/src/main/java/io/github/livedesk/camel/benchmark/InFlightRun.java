package io.github.livedesk.camel.benchmark;

import io.github.livedesk.camel.benchmark.contender.Contender;
import io.github.livedesk.camel.benchmark.contender.Kind;
import io.github.livedesk.camel.benchmark.contender.Way;
import io.github.livedesk.camel.benchmark.load.Load;
import io.github.livedesk.camel.benchmark.load.Slice;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The program that keeps many messages in flight; started by {@link InFlight}. */
final class InFlightRun {

  private InFlightRun() {}

  /**
   * Prints messages per second, threads and megabytes, each in a line.
   *
   * @param args way, port, messages in flight, milliseconds of the server's delay, milliseconds to
   *     measure
   */
  public static void main(String[] args) throws Exception {
    Way way = Way.valueOf(args[0]);
    int inFlight = Integer.parseInt(args[2]);
    Duration delay = Duration.ofMillis(Long.parseLong(args[3]));
    Duration measured = Duration.ofMillis(Long.parseLong(args[4]));
    Slice slice;
    try (Contender contender = way.open(Kind.TEXT, Integer.parseInt(args[1]), inFlight)) {
      var load = new Load(contender, way.blocks(), inFlight, ConversationIds.some());
      // Spread over some rounds of the server, so that replies come evenly and not in bursts.
      slice = load.run(delay.multipliedBy(2), measured.dividedBy(2), measured);
    }
    System.out.println(slice.perSecond());
    System.out.println(ManagementFactory.getThreadMXBean().getPeakThreadCount());
    System.out.println(residentKilobytes() * 1024 / 1e6);
    System.exit(0);
  }

  /** Linux only, as the high-water mark of the kernel; 0 elsewhere. */
  private static long residentKilobytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
