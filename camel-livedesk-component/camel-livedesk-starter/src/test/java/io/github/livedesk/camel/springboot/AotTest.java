// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.springboot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.MemberCategory.INVOKE_PUBLIC_METHODS;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.resource;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.MessageAttachment;
import io.github.livedesk.camel.model.MessageSender;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskMessageFailedException;
import io.github.livedesk.camel.model.failure.LiveDeskRateLimitException;
import io.github.livedesk.camel.model.failure.Outcome;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskSimulatorExtension;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.boot.SpringApplicationAotProcessor;

/** Spring's processing ahead of time: what it writes for a native image, and a run on a JVM. */
@ExtendWith(LiveDeskSimulatorExtension.class)
@Tag("slow")
class AotTest {

  private static final int PATIENCE_IN_SECONDS = 300;
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir private Path folder;
  private Process process;

  @AfterEach
  void endTheProcess() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        LiveDeskMessage.class,
        MessageAttachment.class,
        MessageSender.class,
        Outcome.class,
        LiveDeskException.class,
        LiveDeskMessageFailedException.class,
        LiveDeskRateLimitException.class
      })
  void whatSimpleReadsIsKept(Class<?> type) {
    assertThat(reflection().onType(type).withMemberCategory(INVOKE_PUBLIC_METHODS))
        .accepts(hints());
  }

  @Test
  void theCatalogueEntryIsKept() {
    assertThat(resource().forResource("META-INF/io/github/livedesk/camel/livedesk.json"))
        .accepts(hints());
  }

  private static RuntimeHints hints() {
    var hints = new RuntimeHints();
    new LiveDeskRuntimeHints().registerHints(hints, AotTest.class.getClassLoader());
    return hints;
  }

  @Test
  void anApplicationIsProcessedAndSends(LiveDeskSimulator livedesk) throws Exception {
    Path sources = Files.createDirectory(folder.resolve("sources"));
    Path resources = Files.createDirectory(folder.resolve("resources"));
    Path classes = Files.createDirectory(folder.resolve("classes"));

    run(
        List.of("-cp", CLASS_PATH, SpringApplicationAotProcessor.class.getName()),
        Stream.of(AotApplication.class.getName(), sources, resources, classes, "shop", "sender")
            .map(Object::toString)
            .toList());
    compile(sources, classes);

    assertThat(values(find(resources, "reflect-config.json"), "name"))
        .contains(LiveDeskMessage.class.getName(), LiveDeskMessageFailedException.class.getName());
    assertThat(values(find(resources, "resource-config.json"), "pattern"))
        .contains("\\QMETA-INF/io/github/livedesk/camel/livedesk.json\\E");

    String printed =
        run(
            List.of(
                "-Dspring.aot.enabled=true",
                "-cp",
                String.join(
                    File.pathSeparator, classes.toString(), resources.toString(), CLASS_PATH),
                AotApplication.class.getName()),
            livedesk.properties().entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toList());

    assertThat(printed).contains("ahead of time: true, status sent");
    assertThat(livedesk.conversation(141).texts()).containsExactly("hello");
  }

  private String run(List<String> options, List<String> arguments) throws Exception {
    Path output = Files.createTempFile(folder, "output", ".txt");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // It lives for seconds.
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options);
    command.addAll(arguments);
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(PATIENCE_IN_SECONDS, SECONDS)).as("ends by itself").isTrue();
    String printed = Files.readString(output, UTF_8);
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }

  private static void compile(Path sources, Path classes) throws IOException {
    var command = new ArrayList<>(List.of("-nowarn", "-proc:none"));
    // Spring has written some classes itself, which the sources speak of.
    command.addAll(List.of("-cp", classes + File.pathSeparator + CLASS_PATH));
    command.addAll(List.of("-d", classes.toString()));
    try (Stream<Path> files = Files.walk(sources)) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(command::add);
    }
    int faults =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new));
    assertThat(faults).isZero();
  }

  private static List<String> values(Path file, String name) throws IOException {
    return new ObjectMapper().readTree(file.toFile()).findValuesAsText(name);
  }

  private static Path find(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }
}
