// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import static io.github.livedesk.camel.model.failure.ExternalErrorCategory.ACCOUNT;
import static io.github.livedesk.camel.model.failure.ExternalErrorCategory.LATER;
import static io.github.livedesk.camel.model.failure.ExternalErrorCategory.NEEDS_TEMPLATE;
import static io.github.livedesk.camel.model.failure.ExternalErrorCategory.RECIPIENT;
import static io.github.livedesk.camel.model.failure.ExternalErrorCategory.RECIPIENT_RATE;
import static io.github.livedesk.camel.model.failure.ExternalErrorCategory.REQUEST;
import static io.github.livedesk.camel.model.failure.ExternalErrorCategory.TEMPLATE;
import static io.github.livedesk.camel.model.failure.ExternalErrorCategory.TRANSIENT;
import static io.github.livedesk.camel.model.failure.ExternalErrorCategory.UNKNOWN;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The codes of external errors. LiveDesk's document shows one, 131047; the others are those of
 * Meta's WhatsApp Cloud API ("Error codes", as of 2026-05), Twilio's for limits and for the end of
 * the 24 hours, and HTTP's 429. The categories are this component's reading of them.
 */
public final class ExternalErrorCodes {

  /**
   * {@code 131047: text}, {@code (#132000) text}, {@code #132018: text}, {@code 63016 - text},
   * {@code 403, text}.
   */
  private static final Pattern FORMATS =
      Pattern.compile("^\\s*\\(?#?([0-9]{1,6})(?:\\)|:|,|\\s+[-\u2013])");

  private static final Pattern PERMISSION = Pattern.compile("2\\d\\d");

  private static final Map<String, ExternalErrorCategory> CATEGORIES = new HashMap<>();

  static {
    // service, call and throughput limits, something went wrong, overloaded, maintenance, down
    put(TRANSIENT, 1, 2, 4, 500, 80007, 130429, 131000, 131016, 131057, 133004);
    // too many requests at once: the status of HTTP, as Telegram has it too; Twilio's own
    put(TRANSIENT, 429, 20429, 30022, 63018);
    // pair rate: too many messages to one recipient; the same of Twilio
    put(RECIPIENT_RATE, 131056, 14107);
    // spam rate limit, marketing limit, temporary block; Twilio's limits of a day
    put(LATER, 368, 131048, 131049, 30023, 63038);
    // re-engagement after 24 hours: Meta, the same on its older API, Twilio
    put(NEEDS_TEMPLATE, 131047, 470, 63016);
    // experiment, country, self, not allowed, undeliverable, opted out
    put(RECIPIENT, 130472, 130497, 131021, 131026, 131030, 131050);
    // parameters, values, types, media
    put(REQUEST, 33, 100, 131008, 131009, 131051, 131052, 131053, 135000);
    // count, existence, length, policy, format, paused, disabled, parameters, flow
    put(TEMPLATE, 132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018, 132068, 132069);
    // authentication and permission; 200 to 299 likewise
    put(ACCOUNT, 0, 3, 10, 190, 131005, 131031, 131042, 131045);
    // registration
    put(ACCOUNT, 133000, 133005, 133006, 133008, 133009, 133010, 133015, 133016);
  }

  private ExternalErrorCodes() {}

  private static void put(ExternalErrorCategory category, int... codes) {
    for (int code : codes) {
      CATEGORIES.put(String.valueOf(code), category);
    }
  }

  /** The code at the beginning of an external error; null when there is none. */
  public static String codeOf(String externalError) {
    if (externalError == null) {
      return null;
    }
    Matcher code = FORMATS.matcher(externalError);
    return code.find() ? code.group(1) : null;
  }

  /** What a code asks for; {@link ExternalErrorCategory#UNKNOWN} for null and unknown codes. */
  public static ExternalErrorCategory categoryOf(String code) {
    if (code != null && PERMISSION.matcher(code).matches()) {
      return ACCOUNT;
    }
    return code == null ? UNKNOWN : CATEGORIES.getOrDefault(code, UNKNOWN);
  }
}
