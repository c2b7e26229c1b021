// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a JVM of its own, with the class path of this one. */
public final class ChildJvm implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;

  private final Process process;
  private final BufferedReader output;

  private ChildJvm(Process process) {
    this.process = process;
    this.output = process.inputReader(UTF_8);
  }

  /**
   * Starts one.
   *
   * @param main a class with a {@code main}
   * @param flags for the JVM, such as {@code -Xmx64m}
   * @param arguments for the program
   */
  public static ChildJvm start(Class<?> main, List<String> flags, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    return new ChildJvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /**
   * The next line that it prints.
   *
   * @throws IOException when there is none, for it has ended
   */
  public String readLine() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("A program of the benchmark ended early: " + process.info());
    }
    return line;
  }

  /**
   * Writes a line to it, and reads its answer.
   *
   * @throws IOException when there is none, for it has ended
   */
  public String ask(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(UTF_8));
    process.getOutputStream().flush();
    return readLine();
  }

  /** Ends it: by the end of its standard input, or by force where that is not enough. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException gone) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
