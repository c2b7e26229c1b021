// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A hundred replies of 4 MB at a time, of a million empty objects each, in 128 MB: see {@link
 * LargeReplies}.
 */
@Tag("slow")
class LargeRepliesTest {

  @ParameterizedTest
  @ValueSource(strings = {"packed", "plain", "failed"})
  void everySendEndsAndOthersGoOn(String kind) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                LargeReplies.class.getName(),
                kind)
            .redirectErrorStream(true)
            .start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);

      assertThat(output).contains("all ended: true").contains("afterwards: works");
      assertThat(output).doesNotContain("OutOfMemoryError");
      if (kind.equals("packed")) {
        assertThat(output).contains("successes: 100,");
      } else if (kind.equals("failed")) {
        assertThat(output).contains("successes: 0,").contains("131047: more than 24 hours");
      }
    } finally {
      process.destroyForcibly();
    }
  }
}
