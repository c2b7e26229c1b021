// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.benchmark.contender.Messages;
import io.github.livedesk.camel.benchmark.load.ChildJvm;
import io.github.livedesk.camel.benchmark.stub.Stub;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One big attachment, by each way in turn.
 *
 * @param bytes its size
 * @param curl MiB/s of each {@code curl -F}; empty where there is no curl
 * @param file MiB/s of each send of a File
 * @param stream MiB/s of each send of an InputStream of unknown length
 */
record Upload(long bytes, List<Double> curl, List<Double> file, List<Double> stream) {

  static final String HEAP = "-Xmx64m";

  private static final int WARM_UPS = 3;

  static Upload run(Plan plan, Stub stub) throws Exception {
    var upload =
        new Upload(plan.uploadBytes(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Path file = Files.createTempFile("upload", ".bin");
    try {
      try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
        sparse.setLength(plan.uploadBytes());
      }
      try (var ofFile = start(plan, stub, file.toString());
          var ofStream = start(plan, stub, Long.toString(plan.uploadBytes()))) {
        for (int i = 0; i < WARM_UPS; i++) {
          seconds(ofFile);
          seconds(ofStream);
        }
        for (int i = 0; i < plan.slices(); i++) {
          curl(file, stub).ifPresent(seconds -> upload.add(upload.curl, seconds));
          upload.add(upload.file, seconds(ofFile));
          upload.add(upload.stream, seconds(ofStream));
        }
      }
    } finally {
      Files.delete(file);
    }
    return upload;
  }

  private void add(List<Double> rates, double seconds) {
    rates.add(bytes / seconds / (1 << 20));
  }

  /** Seconds; what curl itself counts, without its start. */
  private static Optional<Double> curl(Path file, Stub stub) throws Exception {
    var command =
        new ProcessBuilder(
            "curl",
            "-sS",
            "-o",
            "-",
            "-w",
            "\n%{time_total}",
            // Else it waits for a word of the server before it sends.
            "-H",
            "Expect:",
            "-u",
            Messages.KEY + ":" + Messages.SECRET,
            "-F",
            "attachments[]=@" + file,
            stub.url() + "/api/v2/accounts/conversations/141/messages");
    Process curl;
    try {
      curl = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException noCurl) {
      return Optional.empty();
    }
    List<String> lines;
    try (var output = curl.inputReader(UTF_8)) {
      lines = output.lines().toList();
    }
    if (curl.waitFor() != 0) {
      throw new IOException("curl ended with " + curl.exitValue());
    }
    return Optional.of(Double.valueOf(lines.get(lines.size() - 1)));
  }

  private static ChildJvm start(Plan plan, Stub stub, String body) throws IOException {
    List<String> flags = new ArrayList<>(plan.jvmFlags());
    flags.add(HEAP);
    return ChildJvm.start(UploadRun.class, flags, List.of(stub.url(), body));
  }

  private static double seconds(ChildJvm jvm) throws IOException {
    return Double.parseDouble(jvm.ask("send"));
  }
}
