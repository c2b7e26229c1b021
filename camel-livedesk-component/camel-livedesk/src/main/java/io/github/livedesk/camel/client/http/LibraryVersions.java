// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import com.fasterxml.jackson.databind.cfg.PackageVersion;
import java.lang.module.ModuleDescriptor.Version;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.util.VersionInfo;

/**
 * The libraries that an application may bring in other versions than its Camel does, and the oldest
 * version of each that sends work with. Most say their version in a file or class of their own
 * package, which is still there in an application of one jar, and in OSGi.
 */
public final class LibraryVersions {

  /**
   * A library and the versions of it.
   *
   * @param oldest the oldest version that sends work with
   * @param found says the version; null, or a text that is no version, where that is not known
   */
  record Library(String name, String oldest, Supplier<String> found) {

    private Optional<String> complaint() {
      String version = version();
      return isOlder(version, oldest)
          ? Optional.of(name + " " + version + " (needed: " + oldest + " or newer)")
          : Optional.empty();
    }

    private String version() {
      try {
        return found.get();
      } catch (LinkageError e) {
        // So old, or so new, that it has no such class: nobody knows which.
        return null;
      }
    }
  }

  private LibraryVersions() {}

  /** Such as "Jackson 2.14.3 (needed: 2.15 or newer)"; empty where none is known to be too old. */
  public static Optional<String> tooOld() {
    return tooOld(needed());
  }

  static Optional<String> tooOld(List<Library> libraries) {
    String complaints =
        libraries.stream()
            .map(Library::complaint)
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return Optional.of(complaints).filter(text -> !text.isEmpty());
  }

  /** Older ones were tried: the first send, or the start, ends with a NoSuchMethodError. */
  static List<Library> needed() {
    String client = release("org.apache.hc.client5");
    String core = isOlder(client, "5.4.4") ? "5.3" : "5.3.4";
    return List.of(
        new Library("Apache HttpClient", "5.4", () -> client),
        new Library("Apache HttpCore", core, () -> release("org.apache.hc.core5")),
        new Library("Apache HttpCore HTTP/2", core, LibraryVersions::releaseOfHttp2),
        new Library("Jackson", "2.15", PackageVersion.VERSION::toString));
  }

  /** False where one is no version: a warning without a cause does harm. */
  private static boolean isOlder(String version, String than) {
    try {
      return version != null && Version.parse(version).compareTo(Version.parse(than)) < 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Null or "UNAVAILABLE" where it is not known, such as in a native executable. */
  private static String release(String libraryPackage) {
    VersionInfo info =
        VersionInfo.loadVersionInfo(libraryPackage, VersionInfo.class.getClassLoader());
    return info == null ? null : info.getRelease();
  }

  /** It has no file of its own, but its jar's manifest. */
  private static String releaseOfHttp2() {
    return H2Error.class.getPackage().getImplementationVersion();
  }
}
