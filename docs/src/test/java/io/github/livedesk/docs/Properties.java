// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names of properties, as the libraries on the class path tell them to editors. */
final class Properties {

  private static final List<String> LISTS =
      List.of(
          "META-INF/camel-main-configuration-metadata.json",
          "META-INF/spring-configuration-metadata.json",
          "META-INF/additional-spring-configuration-metadata.json");

  /** Beginnings of names that belong to a library; all others are an application's own. */
  private static final String LIBRARIES = "(camel|spring|management|server|logging)\\..*";

  /** What libraries have that are not on this class path. */
  private static final Pattern OF_OTHERS =
      Pattern.compile("camel\\.(kubernetes-config|jbang|kamelet)\\..+");

  private static final Set<String> KNOWN = known();

  private Properties() {}

  static boolean isKnown(String name) {
    String plain = plain(name);
    return !name.matches(LIBRARIES)
        || OF_OTHERS.matcher(name).matches()
        || KNOWN.contains(plain)
        // What stands below a map is up to the application.
        || (name.startsWith("spring.ssl.bundle.")
            && KNOWN.contains(plain("spring.ssl.bundle.pem")));
  }

  private static Set<String> known() {
    try {
      Set<String> names = new TreeSet<>();
      for (String list : LISTS) {
        for (URL url : Collections.list(Properties.class.getClassLoader().getResources(list))) {
          JsonNode properties = new ObjectMapper().readTree(url).path("properties");
          properties.forEach(property -> names.add(plain(property.path("name").asText())));
        }
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code maxAttempts} and {@code max-attempts} are one. */
  private static String plain(String name) {
    return name.replace("-", "").toLowerCase(Locale.ROOT);
  }
}
