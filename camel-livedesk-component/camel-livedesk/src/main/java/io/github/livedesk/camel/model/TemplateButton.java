// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** A button of a WhatsApp template (API document, "button_params"). */
public sealed interface TemplateButton {

  /** Its place among the template's buttons, from 0. */
  int index();

  /** The API's JSON object. */
  Map<String, Object> toMap();

  /**
   * Opens a page.
   *
   * @param index from 0
   * @param text what follows the URL that the template has
   */
  record Url(int index, String text) implements TemplateButton {
    /** Says what it is; never its values. */
    @Override
    public String toString() {
      return "Url";
    }

    @Override
    public Map<String, Object> toMap() {
      return fields(index, "url", "text", text);
    }
  }

  /**
   * Sends a fixed answer.
   *
   * @param index from 0
   * @param payload what comes back when the customer taps it
   */
  record QuickReply(int index, String payload) implements TemplateButton {
    /** Says what it is; never its values. */
    @Override
    public String toString() {
      return "QuickReply";
    }

    @Override
    public Map<String, Object> toMap() {
      return fields(index, "quick_reply", "payload", payload);
    }
  }

  private static Map<String, Object> fields(int index, String subType, String name, String value) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("index", index);
    fields.put("sub_type", subType);
    fields.put(name, value);
    return fields;
  }
}
