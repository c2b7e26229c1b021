// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator.api;

import io.github.livedesk.camel.simulator.call.Warnings;
import io.github.livedesk.camel.simulator.store.FileTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is surely a mistake in the head of a file. */
final class FileWarnings {

  private FileWarnings() {}

  static void add(String field, PartHead head, Warnings warnings) {
    if ("".equals(head.fileName())) {
      warnings.add(field + " has an empty file name; the server ignores the file.");
      return;
    }
    String meant = FileTypes.of(head.meantType());
    if (!meant.equals("file") && FileTypes.of(head.contentType()).equals("file")) {
      warnings.add(
          field
              + " has a Content-Type with "
              + String.join(" and ", spelling(head.typeField()))
              + ", which the server does not forgive; the file is stored as a file, not as "
              + (meant.equals("audio") ? meant : meant.equals("image") ? "an image" : "a video")
              + ".");
    }
    if (head.hasOnlyExtendedFileName()) {
      warnings.add(
          field + " has its name in filename* alone; newer servers don't read it and refuse it.");
    }
    if (head.hasFieldNameInFileName()) {
      warnings.add(
          field
              + " has '; name=' in its file name; Rack 2 takes what follows for the field's name.");
    }
    if (head.isTooLong()) {
      warnings.add(
          field + " has a Content-Disposition of more than 1,536 bytes; Rack 3 does not read it.");
    }
  }

  /** What is more in a Content-Type than the plain type. */
  private static List<String> spelling(String typeField) {
    String type = typeField.split(";", 2)[0];
    var found = new ArrayList<String>();
    if (!type.equals(typeField)) {
      found.add("parameters");
    }
    if (!type.equals(type.toLowerCase(Locale.ROOT))) {
      found.add("upper-case letters");
    }
    if (!type.equals(" " + type.strip())) {
      found.add("other blanks than the one after the colon");
    }
    return found;
  }
}
