// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.report;

import java.util.List;

/**
 * Rows of texts under headings. The first column is text, the others are figures.
 *
 * @param title above it
 * @param headings one for each column
 * @param rows each as long as the headings
 */
public record Table(String title, List<String> headings, List<List<String>> rows) {

  /** As AsciiDoc. */
  public String asciiDoc() {
    var text = new StringBuilder();
    text.append('.').append(title).append('\n');
    text.append("[cols=\"4").append(",>2".repeat(headings.size() - 1)).append("\"]\n|===\n");
    headings.forEach(heading -> text.append('|').append(heading).append(' '));
    text.setLength(text.length() - 1);
    text.append("\n\n");
    for (List<String> row : rows) {
      for (String cell : row) {
        text.append('|').append(cell).append('\n');
      }
      text.append('\n');
    }
    return text.append("|===\n").toString().replace("\n\n|===", "\n|===");
  }
}
