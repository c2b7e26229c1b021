// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.compatibility.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local repository for the projects: our artifacts in it are those that this build has installed
 * there, and all others are in the local repository of the build, by links. So nothing of ours gets
 * into that one, nothing of ours comes from there, and what Maven downloads is there for the next
 * build.
 */
final class UserRepository {

  private static final Path OURS = Path.of("io", "github", "livedesk");

  /** Groups beside ours in {@link #OURS}' parents, which the projects may be the first to need. */
  private static final List<String> NEEDED =
      List.of("io/quarkus", "io/smallrye", "io/vertx", "io/netty", "io/github/dmlloyd");

  private UserRepository() {}

  /**
   * Lays it.
   *
   * @param folder where, empty but for our artifacts
   * @param local the local repository of the build
   */
  static void lay(Path folder, Path local) throws IOException {
    if (!Files.isDirectory(folder.resolve(OURS))) {
      throw new IllegalStateException("Our artifacts are not in " + folder.resolve(OURS));
    }
    for (String group : NEEDED) {
      Files.createDirectories(local.resolve(group));
    }
    Path beside = Path.of("");
    for (Path part : OURS) {
      link(folder.resolve(beside), local.resolve(beside), part);
      beside = beside.resolve(part);
    }
  }

  private static void link(Path folder, Path local, Path ours) throws IOException {
    if (!Files.isDirectory(local)) {
      return;
    }
    try (Stream<Path> files = Files.list(local)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path link = folder.resolve(file.getFileName());
        if (!file.endsWith(ours) && !Files.isDirectory(link, LinkOption.NOFOLLOW_LINKS)) {
          Files.deleteIfExists(link);
          Files.createSymbolicLink(link, file);
        }
      }
    }
  }
}
