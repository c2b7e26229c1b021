// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** The header of a WhatsApp template (API document, "header_params"). */
public sealed interface TemplateHeader {

  /** The API's JSON object. */
  Map<String, Object> toMap();

  /** A text with a value for each of its variables, in order. */
  static TemplateHeader text(String... values) {
    return new Text(TemplateMessage.positions(values));
  }

  /** An image at an http or https URL. */
  static TemplateHeader image(String mediaUrl) {
    return new Image(mediaUrl);
  }

  /** A video at an http or https URL. */
  static TemplateHeader video(String mediaUrl) {
    return new Video(mediaUrl);
  }

  /** A document at an http or https URL, under the name that the customer sees. */
  static TemplateHeader document(String mediaUrl, String filename) {
    return new Document(mediaUrl, filename);
  }

  /** A place: latitude -90 to 90, longitude -180 to 180, both in degrees. */
  static TemplateHeader location(double latitude, double longitude) {
    return new Location(latitude, longitude, null, null);
  }

  /** A place with its name and address. */
  static TemplateHeader location(double latitude, double longitude, String name, String address) {
    return new Location(latitude, longitude, name, address);
  }

  /**
   * See {@link #text}.
   *
   * @param textVariables value by position
   */
  record Text(Map<String, String> textVariables) implements TemplateHeader {
    /** Says what it is; never its values. */
    @Override
    public String toString() {
      return "Text";
    }

    @Override
    public Map<String, Object> toMap() {
      return fields("text", "text_variables", textVariables);
    }
  }

  /**
   * See {@link #image}.
   *
   * @param mediaUrl where it is
   */
  record Image(String mediaUrl) implements TemplateHeader {
    /** Says what it is; never its values. */
    @Override
    public String toString() {
      return "Image";
    }

    @Override
    public Map<String, Object> toMap() {
      return fields("image", "media_url", mediaUrl);
    }
  }

  /**
   * See {@link #video}.
   *
   * @param mediaUrl where it is
   */
  record Video(String mediaUrl) implements TemplateHeader {
    /** Says what it is; never its values. */
    @Override
    public String toString() {
      return "Video";
    }

    @Override
    public Map<String, Object> toMap() {
      return fields("video", "media_url", mediaUrl);
    }
  }

  /**
   * See {@link #document}.
   *
   * @param mediaUrl where it is
   * @param filename may be null
   */
  record Document(String mediaUrl, String filename) implements TemplateHeader {
    /** Says what it is; never its values. */
    @Override
    public String toString() {
      return "Document";
    }

    @Override
    public Map<String, Object> toMap() {
      Map<String, Object> fields = fields("document", "media_url", mediaUrl);
      if (filename != null) {
        fields.put("filename", filename);
      }
      return fields;
    }
  }

  /**
   * See {@link #location}.
   *
   * @param latitude degrees, -90 to 90
   * @param longitude degrees, -180 to 180
   * @param name may be null
   * @param address may be null
   */
  record Location(double latitude, double longitude, String name, String address)
      implements TemplateHeader {
    /** Says what it is; never its values. */
    @Override
    public String toString() {
      return "Location";
    }

    @Override
    public Map<String, Object> toMap() {
      var location = new LinkedHashMap<String, Object>();
      location.put("latitude", latitude);
      location.put("longitude", longitude);
      if (name != null) {
        location.put("name", name);
      }
      if (address != null) {
        location.put("address", address);
      }
      return fields("location", "location", location);
    }
  }

  private static Map<String, Object> fields(String type, String name, Object value) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("type", type);
    fields.put(name, value);
    return fields;
  }
}
