// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import static io.github.livedesk.camel.model.TemplateFields.PARAMS;

import io.github.livedesk.camel.model.failure.FieldErrors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Every documented rule of a template message (API document, "WhatsApp template request"), applied
 * to its JSON, whatever it was built with. All faults are found, not only the first.
 */
final class TemplateValidator {

  private final TemplateFields fields;
  private final TemplateValues values;

  private TemplateValidator(FieldErrors faults) {
    this.fields = new TemplateFields(faults);
    this.values = new TemplateValues(fields);
  }

  /**
   * The message as it is sent: values as text, positions in numeric order.
   *
   * @param json the message as documented
   * @param faults gets what is wrong; the result is of use only where it stays empty
   */
  static Map<String, Object> apply(Map<String, Object> json, FieldErrors faults) {
    var rules = new TemplateValidator(faults);
    return rules.message(rules.fields.object("body", json));
  }

  private Map<String, Object> message(Map<String, Object> json) {
    fields.known("body", json, Set.of("content", "message_type", PARAMS));
    var message = new LinkedHashMap<String, Object>();
    message.put("content", fields.text("content", json.get("content")));
    Object type = json.get("message_type");
    if (type != null && !"outgoing".equals(type)) {
      fields.fault("message_type", "something else", "outgoing");
    }
    message.put("message_type", "outgoing");
    message.put(PARAMS, params(fields.object(PARAMS, json.get(PARAMS))));
    return message;
  }

  private Map<String, Object> params(Map<String, Object> json) {
    fields.known(
        PARAMS,
        json,
        Set.of(
            "name",
            "namespace",
            "language",
            "category",
            "processed_params",
            "header_params",
            "footer_params",
            "button_params"));
    var params = new LinkedHashMap<String, Object>();
    params.put("name", code(json, "name"));
    putIfGiven(params, json, "namespace");
    params.put("language", code(json, "language"));
    putIfGiven(params, json, "category");
    if (json.get("processed_params") != null) {
      params.put(
          "processed_params",
          values.read(PARAMS + ".processed_params", json.get("processed_params")));
    }
    if (json.get("header_params") != null) {
      params.put(
          "header_params",
          new TemplateHeaderValidator(fields, values).apply(json.get("header_params")));
    }
    if (json.get("footer_params") != null) {
      params.put("footer_params", footer(json.get("footer_params")));
    }
    if (json.get("button_params") != null) {
      params.put(
          "button_params",
          new TemplateButtonValidator(fields, values).apply(json.get("button_params")));
    }
    return params;
  }

  private Map<String, Object> footer(Object value) {
    String field = PARAMS + ".footer_params";
    Map<String, Object> json = fields.object(field, value);
    fields.known(field, json, Set.of("text_variables"));
    var footer = new LinkedHashMap<String, Object>();
    if (json.get("text_variables") != null) {
      footer.put(
          "text_variables", values.read(field + ".text_variables", json.get("text_variables")));
    }
    return footer;
  }

  private void putIfGiven(Map<String, Object> into, Map<String, Object> json, String name) {
    if (json.get(name) != null) {
      into.put(name, code(json, name));
    }
  }

  private String code(Map<String, Object> json, String name) {
    return fields.code(PARAMS + "." + name, json.get(name));
  }
}
