// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.docs.Navigation.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.ast.Document;
import org.asciidoctor.log.Severity;

/** Renders the guide: {@code docs/*.adoc} to a folder of HTML that needs no network. */
public final class Site {

  private static final List<String> ASSETS = List.of("site.css", "site.js");

  private final Path docs;
  private final Path site;

  private Site(Path docs, Path site) {
    this.docs = docs;
    this.site = site;
  }

  /**
   * Renders.
   *
   * @param arguments the folder of the pages, and that of the site
   * @throws IllegalStateException where a page is not listed or has a fault that Asciidoctor sees
   */
  public static void main(String[] arguments) throws IOException {
    new Site(Path.of(arguments[0]), Path.of(arguments[1])).render();
  }

  private void render() throws IOException {
    Navigation navigation = Navigation.of(docs);
    delete(site);
    Files.createDirectories(site);
    for (String asset : ASSETS) {
      Files.writeString(site.resolve(asset), resource(asset));
    }
    copyImages();
    var frame = new PageFrame(resource("page.html"), navigation);
    var faults = new CopyOnWriteArrayList<String>();
    try (Asciidoctor asciidoctor = Asciidoctor.Factory.create()) {
      asciidoctor.registerLogHandler(
          entry -> {
            if (entry.getSeverity().compareTo(Severity.WARN) >= 0) {
              faults.add(entry.getMessage() + " " + entry.getCursor());
            }
          });
      for (Page page : navigation.pages()) {
        Document document = load(asciidoctor, page);
        String html =
            frame.around(page, document.getDoctitle(), document.convert(), wayBack() + "/");
        Files.writeString(site.resolve(page.name() + ".html"), html);
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalStateException("Faults in docs/*.adoc: " + faults);
    }
    Files.copy(site.resolve("guide.html"), site.resolve("index.html"));
  }

  private Document load(Asciidoctor asciidoctor, Page page) throws IOException {
    Attributes attributes =
        Attributes.builder()
            .attribute("docname", page.name())
            .attribute("outfilesuffix", ".html")
            .attribute("source-highlighter", "coderay")
            .attribute("coderay-css", "class")
            .attribute("table-caption!", "")
            .attribute("toc", "auto@")
            .attribute("toc-title", "On this page@")
            .build();
    return asciidoctor.load(
        Files.readString(docs.resolve(page.name() + ".adoc")),
        Options.builder()
            .safe(SafeMode.UNSAFE)
            .baseDir(docs.toFile())
            .attributes(attributes)
            .build());
  }

  /** From the site to the folder that docs is in, where links out of docs lead. */
  private String wayBack() {
    return site.toAbsolutePath()
        .normalize()
        .relativize(docs.toAbsolutePath().normalize().getParent())
        .toString()
        .replace('\\', '/');
  }

  private void copyImages() throws IOException {
    Files.createDirectories(site.resolve("images"));
    try (Stream<Path> images = Files.list(docs.resolve("images"))) {
      for (Path image : images.toList()) {
        Files.copy(
            image,
            site.resolve("images").resolve(image.getFileName()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Site.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /** What is left of the site before: a page that is gone must not look as if it were there. */
  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
