// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import static io.github.livedesk.camel.model.TemplateFields.PARAMS;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of {@code header_params}: what each type of header has. */
final class TemplateHeaderValidator {

  private static final String FIELD = PARAMS + ".header_params";
  private static final String URL = "an http or https URL";

  private final TemplateFields fields;
  private final TemplateValues values;

  TemplateHeaderValidator(TemplateFields fields, TemplateValues values) {
    this.fields = fields;
    this.values = values;
  }

  Map<String, Object> apply(Object value) {
    Map<String, Object> json = fields.object(FIELD, value);
    Object type = json.get("type");
    var header = new LinkedHashMap<String, Object>();
    header.put("type", type);
    if ("text".equals(type)) {
      fields.known(FIELD, json, Set.of("type", "text_variables"));
      header.put(
          "text_variables", values.read(FIELD + ".text_variables", json.get("text_variables")));
    } else if ("image".equals(type) || "video".equals(type)) {
      fields.known(FIELD, json, Set.of("type", "media_url"));
      header.put("media_url", mediaUrl(json));
    } else if ("document".equals(type)) {
      fields.known(FIELD, json, Set.of("type", "media_url", "filename"));
      header.put("media_url", mediaUrl(json));
      if (json.get("filename") != null) {
        header.put("filename", fields.text(FIELD + ".filename", json.get("filename")));
      }
    } else if ("location".equals(type)) {
      fields.known(FIELD, json, Set.of("type", "location"));
      header.put("location", location(fields.object(FIELD + ".location", json.get("location"))));
    } else {
      String field = FIELD + ".type";
      fields.fault(
          field, TemplateFields.describe(field, type), "text, image, video, document or location");
    }
    return header;
  }

  private String mediaUrl(Map<String, Object> json) {
    String field = FIELD + ".media_url";
    String url = fields.text(field, json.get("media_url"));
    if (url == null) {
      return null;
    }
    int invisible = firstInvisible(url);
    if (Unicode.isBlankAround(url)) {
      fields.fault(field, "a URL with blanks around it", URL + " without them");
    } else if (invisible >= 0 && url.charAt(invisible) == ' ') {
      fields.fault(
          field,
          "a URL with a blank at position " + (invisible + 1),
          URL + " without blanks; write %20 for it");
    } else if (invisible >= 0) {
      fields.fault(
          field,
          "a URL with a character that nobody can see at position " + (invisible + 1),
          URL + " without such characters");
    } else if (!isWebUrl(url)) {
      fields.fault(field, "text that is no such URL", URL);
    }
    return url;
  }

  private static int firstInvisible(String text) {
    int i = 0;
    while (i < text.length() && !Unicode.isInvisible(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    return i < text.length() ? i : -1;
  }

  private static boolean isWebUrl(String text) {
    try {
      var url = new URI(text);
      String authority = url.getRawAuthority();
      // Not getHost, which knows neither underscores nor letters beyond ASCII.
      return authority != null
          && !authority.startsWith(":", authority.lastIndexOf('@') + 1)
          && ("http".equalsIgnoreCase(url.getScheme())
              || "https".equalsIgnoreCase(url.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private Map<String, Object> location(Map<String, Object> json) {
    String field = FIELD + ".location";
    fields.known(field, json, Set.of("latitude", "longitude", "name", "address"));
    var location = new LinkedHashMap<String, Object>();
    location.put("latitude", degrees(field + ".latitude", json.get("latitude"), 90));
    location.put("longitude", degrees(field + ".longitude", json.get("longitude"), 180));
    for (String name : List.of("name", "address")) {
      if (json.get(name) != null) {
        location.put(name, fields.text(field + "." + name, json.get(name)));
      }
    }
    return location;
  }

  private Number degrees(String field, Object value, int most) {
    String takes = "a number of degrees from -" + most + " to " + most;
    if (!(value instanceof Number number)) {
      fields.fault(field, TemplateFields.describe(field, value), takes);
      return null;
    }
    BigDecimal degrees = fields.decimal(field, number);
    if (degrees != null && degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
      fields.fault(field, "a number out of range", takes);
    }
    // A number of a class unknown here may have any form in JSON.
    return number instanceof Double || number instanceof Integer ? number : degrees;
  }
}
