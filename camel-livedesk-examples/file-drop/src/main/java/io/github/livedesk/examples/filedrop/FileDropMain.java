// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.filedrop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.main.Main;

/** Drops three files, one of them for a conversation that can't be, and prints where they end. */
public final class FileDropMain {

  private FileDropMain() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("file-drop");
    drop(folder.resolve("141/offer.txt"), "1 parcel, 4.90 EUR");
    drop(folder.resolve("142/label.txt"), "00340434161094015902");
    drop(folder.resolve("no number/terms.txt"), "30 days");
    try (var livedesk = LiveDeskSimulator.start()) {
      Main main = start(folder, livedesk.properties());
      try {
        new NotifyBuilder(main.getCamelContext()).whenDone(3).create().matches(1, MINUTES);
      } finally {
        main.stop();
      }
      for (String id : livedesk.conversationIds()) {
        livedesk
            .conversation(id)
            .attachments()
            .forEach(file -> System.out.println("Conversation " + id + ": " + file.fileName()));
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> System.out.println("Folder: " + folder.relativize(file)));
    }
  }

  static Main start(Path folder, Properties options) throws Exception {
    var main = new Main();
    main.configure().addRoutesBuilder(new FileDrop());
    main.addInitialProperty("drop.folder", folder.toString());
    options.forEach((name, value) -> main.addInitialProperty("" + name, "" + value));
    main.start();
    return main;
  }

  private static void drop(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content, UTF_8);
  }
}
