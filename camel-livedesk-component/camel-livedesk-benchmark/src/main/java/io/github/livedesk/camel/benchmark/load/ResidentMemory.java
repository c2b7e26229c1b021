// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Of this process, as Linux counts it. */
final class ResidentMemory {

  private static final Path STATUS = Path.of("/proc/self/status");

  private ResidentMemory() {}

  /** The most so far, in MB of 1,000,000 bytes; 0 on other systems. */
  static double peakMegabytes() {
    if (!Files.exists(STATUS)) {
      return 0;
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6)
          .findFirst()
          .orElse(0);
    } catch (IOException unknown) {
      return 0;
    }
  }
}
