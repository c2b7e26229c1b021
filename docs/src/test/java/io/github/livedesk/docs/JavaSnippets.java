// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.docs;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.apache.camel.builder.RouteBuilder;

/** Compiles what the guide shows in Java, each snippet as what it looks like. */
final class JavaSnippets {

  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:public )?(?:final )?(?:class|record|interface|enum) (\\w+)");

  private static final String IMPORTS =
      """
      import static java.nio.charset.StandardCharsets.UTF_8;
      import io.github.livedesk.camel.*;
      import io.github.livedesk.camel.model.*;
      import io.github.livedesk.camel.model.contact.*;
      import io.github.livedesk.camel.model.conversation.*;
      import io.github.livedesk.camel.model.failure.*;
      import io.github.livedesk.camel.simulator.*;
      import java.nio.file.*;
      import java.time.Duration;
      import java.util.*;
      import org.apache.camel.*;
      import org.apache.camel.builder.RouteBuilder;
      import org.apache.camel.spi.*;
      """;

  /** What a snippet may use of the class that it is part of. */
  private static final String FIELDS =
      """
      LiveDeskSimulator livedesk;
      IdempotentRepository repository;
      """;

  /** Names that mean something else on every page. */
  private static final Map<String, String> IMPORTS_OF_PAGE =
      Map.of(
          "spring-boot", "import org.springframework.stereotype.Component;\n",
          "karaf",
              """
              import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
              import org.osgi.framework.BundleContext;
              import org.osgi.service.component.annotations.*;
              import org.osgi.service.component.annotations.Component;
              """);

  /** What a page speaks of and does not show. */
  private static final Map<String, String> BESIDE =
      Map.of(
          "karaf",
          """
          @interface ShopSettings {
            String apiKey();
            String secretKey();
          }
          class OrderShipped extends RouteBuilder {
            @Override
            public void configure() {}
          }
          """);

  private final Map<Snippet, String> classes = new LinkedHashMap<>();
  private final Path output;

  JavaSnippets(Path output) {
    this.output = output;
  }

  /** What the compiler has against them. */
  List<String> compile(List<Snippet> snippets) throws IOException {
    Files.createDirectories(output);
    var sources = snippets.stream().map(this::source).toList();
    var faults = new DiagnosticCollector<JavaFileObject>();
    ToolProvider.getSystemJavaCompiler()
        .getTask(
            null,
            null,
            faults,
            List.of("-proc:none", "-nowarn", "-parameters", "-d", output.toString()),
            null,
            sources)
        .call();
    return faults.getDiagnostics().stream()
        .filter(fault -> fault.getKind() == Diagnostic.Kind.ERROR)
        .map(fault -> fault.getSource().getName() + ": " + fault.getMessage(null))
        .toList();
  }

  /** The routes of a snippet that was compiled. */
  RouteBuilder routes(Snippet snippet) throws Exception {
    try (var loader =
        new URLClassLoader(new URL[] {output.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> type = loader.loadClass(classes.get(snippet));
      return (RouteBuilder) type.getDeclaredConstructor().newInstance();
    }
  }

  private JavaFileObject source(Snippet snippet) {
    String name = "Snippet";
    String body;
    Matcher type = TYPE.matcher(snippet.text());
    if (type.find()) {
      name = type.group(1);
      body = snippet.text();
    } else if (snippet.text().startsWith("@")) {
      body = "class Snippet {\n" + FIELDS + snippet.text() + "}";
    } else {
      body =
          "public class Snippet extends RouteBuilder {\n%s@Override public void configure() throws Exception {\n%s}\n}"
              .formatted(FIELDS, statements(snippet.text()));
    }
    String folder = "snippet" + classes.size();
    classes.put(snippet, folder + "." + name);
    String text =
        "package %s;\n%s%s%s\n%s"
            .formatted(
                folder,
                IMPORTS,
                IMPORTS_OF_PAGE.getOrDefault(snippet.page(), ""),
                body,
                BESIDE.getOrDefault(snippet.page(), ""));
    return new Source(folder + "/" + name, snippet.toString(), text);
  }

  /** A part of a route begins with a dot. */
  private static String statements(String text) {
    return text.startsWith(".")
        ? text.lines().collect(joining("\n", "from(\"direct:here\")\n", "\n;\n"))
        : text;
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String shown;
    private final String text;

    Source(String path, String shown, String text) {
      super(URI.create("string:///" + path + ".java"), JavaFileObject.Kind.SOURCE);
      this.shown = shown;
      this.text = text;
    }

    @Override
    public String getName() {
      return shown;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
