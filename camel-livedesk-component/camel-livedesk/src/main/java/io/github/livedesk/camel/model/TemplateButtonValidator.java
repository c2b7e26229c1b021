// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import static io.github.livedesk.camel.model.TemplateFields.PARAMS;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of {@code button_params}: which buttons, each with its place and its value. */
final class TemplateButtonValidator {

  private final TemplateFields fields;
  private final TemplateValues values;

  TemplateButtonValidator(TemplateFields fields, TemplateValues values) {
    this.fields = fields;
    this.values = values;
  }

  List<Map<String, Object>> apply(Object value) {
    String field = PARAMS + ".button_params";
    if (!(value instanceof List<?> list)) {
      fields.fault(field, TemplateFields.describe(field, value), "an array");
      return List.of();
    }
    var buttons = new ArrayList<Map<String, Object>>();
    Set<Object> indexes = new HashSet<>();
    for (Object item : UntrustedValues.list(field, list)) {
      String place = field + "[" + buttons.size() + "]";
      Map<String, Object> button = button(place, fields.object(place, item));
      if (button.get("index") != null && !indexes.add(button.get("index"))) {
        fields.fault(place + ".index", "the index of another button", "one of its own");
      }
      buttons.add(button);
    }
    return buttons;
  }

  private Map<String, Object> button(String field, Map<String, Object> json) {
    var button = new LinkedHashMap<String, Object>();
    Integer index = index(json.get("index"));
    if (index == null) {
      String place = field + ".index";
      fields.fault(
          place, TemplateFields.describe(place, json.get("index")), "a whole number from 0");
    }
    button.put("index", index);
    Object type = json.get("sub_type");
    button.put("sub_type", type);
    String own = "url".equals(type) ? "text" : "quick_reply".equals(type) ? "payload" : null;
    if (own == null) {
      String place = field + ".sub_type";
      fields.fault(place, TemplateFields.describe(place, type), "url or quick_reply");
    } else {
      fields.known(field, json, Set.of("index", "sub_type", own));
      button.put(own, values.line(field + "." + own, json.get(own)));
    }
    return button;
  }

  /** Null where it is none. */
  private static Integer index(Object value) {
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      long index = ((Number) value).longValue();
      return index >= 0 && index <= Integer.MAX_VALUE ? (Integer) (int) index : null;
    }
    if (value instanceof BigInteger index) {
      return index.signum() >= 0 && index.bitLength() < Integer.SIZE ? index.intValue() : null;
    }
    return null;
  }
}
