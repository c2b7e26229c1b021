// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Replies, inputs and URIs that nobody thought of, in a JVM with 128 MB: every send ends once and
 * in time, with an exception of ours or a success; nothing of what was sent shows; nothing is left.
 * See {@link Fuzz}. {@code -Dfuzz.times=100} makes it longer, {@code -Dfuzz.seed=} another.
 */
@Tag("slow")
class FuzzTest {

  private static final long SEED = Long.getLong("fuzz.seed", 20261127);
  private static final int TIMES = Integer.getInteger("fuzz.times", 1);

  @Test
  void everyPromiseIsKept(@TempDir Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Fuzz.class.getName(),
                String.valueOf(SEED),
                String.valueOf(20_000 * TIMES),
                String.valueOf(5_000 * TIMES),
                String.valueOf(1_000 * TIMES),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);

      System.out.println(output);
      assertThat(output).contains("broken promises: 0");
    } finally {
      process.destroyForcibly();
    }
  }
}
