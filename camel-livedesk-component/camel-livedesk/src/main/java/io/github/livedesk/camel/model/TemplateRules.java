package io.github.livedesk.camel.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every documented rule of a template message (API document, "WhatsApp template request"), applied
 * to its JSON, whatever it was built with. All faults are found, not only the first.
 */
final class TemplateRules {

  private static final String TEXT = "text that is not blank";
  private static final String OBJECT = "an object";
  private static final String PARAMS = "template_params";

  private final List<Fault> faults = new ArrayList<>();

  private TemplateRules() {}

  /**
   * The message as it is sent: values as text, positions in numeric order.
   *
   * @param json the message as documented
   * @param faults gets what is wrong; the result is of use only where it stays empty
   */
  static Map<String, Object> apply(Map<String, Object> json, List<Fault> faults) {
    var rules = new TemplateRules();
    Map<String, Object> message = rules.message(json);
    faults.addAll(rules.faults);
    return message;
  }

  private Map<String, Object> message(Map<String, Object> json) {
    known("", json, Set.of("content", "message_type", PARAMS));
    var message = new LinkedHashMap<String, Object>();
    message.put("content", text("content", json.get("content")));
    Object type = json.get("message_type");
    if (type != null && !"outgoing".equals(type)) {
      fault("message_type", "something else", "outgoing");
    }
    message.put("message_type", "outgoing");
    message.put(PARAMS, params(object(PARAMS, json.get(PARAMS))));
    return message;
  }

  private Map<String, Object> params(Map<String, Object> json) {
    known(
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
    params.put("name", text(PARAMS + ".name", json.get("name")));
    optionalText(params, json, "namespace");
    params.put("language", text(PARAMS + ".language", json.get("language")));
    optionalText(params, json, "category");
    if (json.get("processed_params") != null) {
      params.put(
          "processed_params", values(PARAMS + ".processed_params", json.get("processed_params")));
    }
    if (json.get("header_params") != null) {
      params.put(
          "header_params", header(object(PARAMS + ".header_params", json.get("header_params"))));
    }
    if (json.get("footer_params") != null) {
      params.put(
          "footer_params", footer(object(PARAMS + ".footer_params", json.get("footer_params"))));
    }
    if (json.get("button_params") != null) {
      params.put("button_params", buttons(json.get("button_params")));
    }
    return params;
  }

  private Map<String, Object> header(Map<String, Object> json) {
    String field = PARAMS + ".header_params";
    Object type = json.get("type");
    var header = new LinkedHashMap<String, Object>();
    header.put("type", type);
    if ("text".equals(type)) {
      known(field, json, Set.of("type", "text_variables"));
      header.put("text_variables", values(field + ".text_variables", json.get("text_variables")));
    } else if ("image".equals(type) || "video".equals(type)) {
      known(field, json, Set.of("type", "media_url"));
      header.put("media_url", mediaUrl(field, json));
    } else if ("document".equals(type)) {
      known(field, json, Set.of("type", "media_url", "filename"));
      header.put("media_url", mediaUrl(field, json));
      if (json.get("filename") != null) {
        header.put("filename", text(field + ".filename", json.get("filename")));
      }
    } else if ("location".equals(type)) {
      known(field, json, Set.of("type", "location"));
      header.put("location", location(object(field + ".location", json.get("location"))));
    } else {
      fault(field + ".type", describe(type), "text, image, video, document or location");
    }
    return header;
  }

  private String mediaUrl(String field, Map<String, Object> json) {
    String url = text(field + ".media_url", json.get("media_url"));
    if (url != null && !isWebUrl(url)) {
      fault(field + ".media_url", "text that is no such URL", "an http or https URL");
    }
    return url;
  }

  private static boolean isWebUrl(String text) {
    try {
      var url = new URI(text);
      String authority = url.getRawAuthority();
      // Not getHost, which knows neither underscores nor letters beyond ASCII.
      return authority != null
          && !authority.replaceFirst(".*@", "").startsWith(":")
          && ("http".equalsIgnoreCase(url.getScheme())
              || "https".equalsIgnoreCase(url.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private Map<String, Object> location(Map<String, Object> json) {
    String field = PARAMS + ".header_params.location";
    known(field, json, Set.of("latitude", "longitude", "name", "address"));
    var location = new LinkedHashMap<String, Object>();
    location.put("latitude", degrees(field + ".latitude", json.get("latitude"), 90));
    location.put("longitude", degrees(field + ".longitude", json.get("longitude"), 180));
    for (String name : List.of("name", "address")) {
      if (json.get(name) != null) {
        location.put(name, text(field + "." + name, json.get(name)));
      }
    }
    return location;
  }

  private Number degrees(String field, Object value, int most) {
    if (value instanceof Number number && Math.abs(number.doubleValue()) <= most) {
      return number;
    }
    String found = value instanceof Number ? "a number out of range" : describe(value);
    fault(field, found, "a number of degrees from -" + most + " to " + most);
    return null;
  }

  private Map<String, Object> footer(Map<String, Object> json) {
    String field = PARAMS + ".footer_params";
    known(field, json, Set.of("text_variables"));
    var footer = new LinkedHashMap<String, Object>();
    if (json.get("text_variables") != null) {
      footer.put("text_variables", values(field + ".text_variables", json.get("text_variables")));
    }
    return footer;
  }

  private List<Map<String, Object>> buttons(Object value) {
    String field = PARAMS + ".button_params";
    if (!(value instanceof List<?> list)) {
      fault(field, describe(value), "an array");
      return List.of();
    }
    var buttons = new ArrayList<Map<String, Object>>();
    Set<Object> indexes = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      String place = field + "[" + i + "]";
      Map<String, Object> button = button(place, object(place, list.get(i)));
      if (button.get("index") != null && !indexes.add(button.get("index"))) {
        fault(place + ".index", "the index of another button", "one of its own");
      }
      buttons.add(button);
    }
    return buttons;
  }

  private Map<String, Object> button(String field, Map<String, Object> json) {
    var button = new LinkedHashMap<String, Object>();
    Integer index = index(json.get("index"));
    if (index == null) {
      fault(field + ".index", describe(json.get("index")), "a whole number from 0");
    }
    button.put("index", index);
    Object type = json.get("sub_type");
    button.put("sub_type", type);
    String own = "url".equals(type) ? "text" : "quick_reply".equals(type) ? "payload" : null;
    if (own == null) {
      fault(field + ".sub_type", describe(type), "url or quick_reply");
    } else {
      known(field, json, Set.of("index", "sub_type", own));
      button.put(own, text(field + "." + own, json.get(own)));
    }
    return button;
  }

  /** Null where it is none. */
  private static Integer index(Object value) {
    if (value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof BigInteger) {
      var index = new BigInteger(value.toString());
      return index.signum() >= 0 && index.bitLength() < Integer.SIZE ? index.intValue() : null;
    }
    return null;
  }

  /** Values by name, or by position from 1 on: the server takes them in the order they stand in. */
  private Map<String, String> values(String field, Object value) {
    var positions = new TreeMap<Integer, String>();
    var names = new LinkedHashMap<String, String>();
    object(field, value)
        .forEach(
            (key, item) -> {
              String text = value(field + "." + key, item);
              if (key.matches("[0-9]{1,4}")) {
                Integer position = Integer.valueOf(key);
                if (positions.containsKey(position)) {
                  fault(field, "position " + position + " twice", "each position once");
                }
                positions.put(position, text);
              } else if (key.isBlank()) {
                fault(field, "a blank name", "names, or positions from 1");
              } else {
                names.put(key, text);
              }
            });
    if (!positions.isEmpty() && !names.isEmpty()) {
      fault(field, "names and positions", "one or the other");
    }
    int expected = 1;
    for (Integer position : positions.keySet()) {
      if (position != expected) {
        fault(field, "position " + position + " where " + expected + " is due", "1, 2, 3, no gaps");
        break;
      }
      expected++;
    }
    var ordered = new LinkedHashMap<String, String>();
    positions.forEach((position, text) -> ordered.put(position.toString(), text));
    ordered.putAll(names);
    return ordered;
  }

  private String value(String field, Object value) {
    if (value instanceof BigDecimal || value instanceof Double || value instanceof Float) {
      return plain(field, (Number) value);
    }
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : text(field, value);
  }

  /** As people write it: no customer should read 1.0E7. */
  private String plain(String field, Number number) {
    try {
      return new BigDecimal(number.toString()).toPlainString();
    } catch (NumberFormatException e) {
      fault(field, "no finite number", TEXT);
      return null;
    }
  }

  private void optionalText(Map<String, Object> into, Map<String, Object> json, String name) {
    if (json.get(name) != null) {
      into.put(name, text(PARAMS + "." + name, json.get(name)));
    }
  }

  private String text(String field, Object value) {
    if (value instanceof CharSequence text && !text.toString().isBlank()) {
      int half = Unicode.firstUnpairedSurrogate(text.toString());
      if (half >= 0) {
        fault(field, "half a character at position " + (half + 1), "valid Unicode");
      }
      return text.toString();
    }
    fault(field, describe(value), TEXT);
    return null;
  }

  @SuppressWarnings("unchecked") // all keys are text, as the condition says
  private Map<String, Object> object(String field, Object value) {
    if (value instanceof Map<?, ?> map
        && map.keySet().stream().allMatch(String.class::isInstance)) {
      return (Map<String, Object>) map;
    }
    fault(field, describe(value), OBJECT);
    return Map.of();
  }

  private void known(String field, Map<String, Object> json, Set<String> names) {
    if (!names.containsAll(json.keySet())) {
      String takes = String.join(", ", new TreeSet<>(names));
      fault(field.isEmpty() ? "body" : field, "a field that is not documented there", takes);
    }
  }

  private static String describe(Object value) {
    if (value == null) {
      return "nothing";
    }
    if (value instanceof CharSequence text) {
      return text.toString().isBlank() ? "blank text" : "other text";
    }
    return "a " + value.getClass().getTypeName();
  }

  private void fault(String field, String found, String takes) {
    faults.add(new Fault(field, found, takes));
  }
}
