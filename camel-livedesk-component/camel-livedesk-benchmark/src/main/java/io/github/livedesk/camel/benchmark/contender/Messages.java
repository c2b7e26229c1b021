// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.contender;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What all contenders send, and where. */
public final class Messages {

  public static final String KEY = "benchmark-key";
  public static final String SECRET = "benchmark-secret";

  /** 200 bytes. */
  public static final String TEXT =
      "Your parcel left our warehouse this morning. ".repeat(4) + "It should arrive now";

  public static final String FILE_NAME = "parcel.pdf";

  static final String AUTHORIZATION =
      "Basic " + Base64.getEncoder().encodeToString((KEY + ":" + SECRET).getBytes(UTF_8));

  static final String CONVERSATIONS = "/api/v2/accounts/conversations";

  static final String TEMPLATE_NAME = "order_update";
  static final String TEMPLATE_LANGUAGE = "en_US";
  static final List<String> TEMPLATE_VALUES = List.of("John", "on its way");

  private static final int FILE_SIZE = 4096;

  private Messages() {}

  static String path(String conversationId) {
    return CONVERSATIONS + "/" + conversationId + "/messages";
  }

  /** The text or template as the API takes it. */
  static Map<String, Object> json(Kind kind) {
    return switch (kind) {
      case TEXT -> Map.of("content", TEXT, "private", false);
      case TEMPLATE ->
          Map.of(
              "content",
              TEMPLATE_NAME,
              "template_params",
              Map.of(
                  "name",
                  TEMPLATE_NAME,
                  "language",
                  TEMPLATE_LANGUAGE,
                  "processed_params",
                  Map.of("1", TEMPLATE_VALUES.get(0), "2", TEMPLATE_VALUES.get(1))));
      case ATTACHMENT -> throw new IllegalArgumentException("An attachment is no JSON");
    };
  }

  /** A small attachment, not to be changed. */
  public static byte[] file() {
    return new byte[FILE_SIZE];
  }
}
