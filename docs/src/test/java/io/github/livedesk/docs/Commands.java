// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a command line names of this project: modules, profiles, files. */
final class Commands {

  private static final Pattern PROFILE = Pattern.compile("-P(\\S+)");
  private static final Pattern MODULES = Pattern.compile("(?:-pl|-f) (\\S+)");
  private static final Pattern PATH = Pattern.compile("(?:camel-livedesk-|docs/)[\\w./-]+");
  private static final Pattern BUILT = Pattern.compile("(.*)/target/(.*)");

  private Commands() {}

  static List<String> faults(String commands) {
    var faults = new ArrayList<String>();
    String poms = String.join("", Docs.filesOfProject("pom.xml").stream().map(Docs::read).toList());
    if (commands.contains("mvn ")) {
      for (String list : all(PROFILE, commands)) {
        for (String profile : list.split(",", -1)) {
          if (!poms.contains("<id>" + profile + "</id>")) {
            faults.add("no profile " + profile);
          }
        }
      }
      for (String list : all(MODULES, commands)) {
        for (String module : list.split(",", -1)) {
          if (Files.notExists(Docs.PROJECT.resolve(module).resolve("pom.xml"))) {
            faults.add("no module " + module);
          }
        }
      }
    }
    Matcher path = PATH.matcher(commands);
    while (path.find()) {
      // Coordinates look alike.
      boolean isPath = path.group().contains("/");
      if (isPath && !isThere(path.group(), poms)) {
        faults.add("no file " + path.group());
      }
    }
    return faults;
  }

  /** What the build makes may not be there yet: then its module, and the name it is given. */
  private static boolean isThere(String path, String poms) {
    Matcher built = BUILT.matcher(path);
    if (!built.matches()) {
      return Files.exists(Docs.PROJECT.resolve(path));
    }
    Path module = Docs.PROJECT.resolve(built.group(1));
    Path pom = module.resolve("pom.xml");
    if (built.group(2).startsWith("image/bin/")) {
      // Made by a profile, of a file of the same name.
      return Files.exists(module.resolve("src/main/image").resolve(built.group(2).substring(10)));
    }
    String name = built.group(2).replaceFirst("-\\d.*", "");
    return Files.exists(pom)
        && Docs.read(pom).contains("<artifactId>" + name + "</artifactId>")
        && poms.contains("<version>" + version(built.group(2)) + "</version>");
  }

  private static String version(String file) {
    return file.replaceFirst("^.*?-(\\d[\\d.]*(?:-SNAPSHOT)?).*$", "$1");
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }
}
