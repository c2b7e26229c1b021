// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.binding.Ids;
import io.github.livedesk.camel.binding.LiveDeskMessageOptions;
import io.github.livedesk.camel.binding.ResourceOptions;
import io.github.livedesk.camel.binding.contact.ContactRules;
import io.github.livedesk.camel.binding.contact.LiveDeskContactOptions;
import io.github.livedesk.camel.client.settings.ClientSettings;
import io.github.livedesk.camel.client.settings.Credentials;
import io.github.livedesk.camel.client.settings.ProxySettings;
import io.github.livedesk.camel.client.settings.RetrySettings;
import io.github.livedesk.camel.client.settings.TransportSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * Options to settings. A wrong one stops the start with an error that names the option, what was
 * found and what it takes, and never shows a secret.
 */
final class OptionValidator {

  /** What a port is. */
  static final String PORT = "1 to 65535";

  private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

  private static final long LONGEST_TIME = Duration.ofDays(366).toMillis();

  private OptionValidator() {}

  static void check(LiveDeskEndpoint endpoint) {
    LiveDeskResource resource =
        LiveDeskResource.of(endpoint.getResource())
            .orElseThrow(
                () ->
                    wrong(
                        "resource",
                        OptionText.quote(endpoint.getResource()),
                        "messages, contacts or conversations, as in livedesk:messages"));
    LiveDeskMessageOptions options = endpoint.getMessageOptions();
    String op = options.getOp();
    if (op != null && !resource.operations().contains(op)) {
      throw wrong("op", OptionText.quote(op), String.join(",", resource.operations()));
    }
    String conversationId = options.getConversationId();
    if (conversationId != null && !Ids.isPathId(conversationId)) {
      throw wrong("conversationId", Ids.describe(conversationId), Ids.PATH_ID_RULE);
    }
    String messageId = options.getMessageId();
    if (messageId != null && !Ids.isPathId(messageId)) {
      throw wrong("messageId", Ids.describe(messageId), Ids.PATH_ID_RULE);
    }
    positive("inReplyTo", options.getInReplyTo(), Ids.MESSAGE_NUMBER_RULE);
    check(endpoint.getContactOptions());
  }

  private static void check(LiveDeskContactOptions options) {
    positive("inboxId", options.getInboxId(), ResourceOptions.ID_RULE);
    positive("contactId", options.getContactId(), ResourceOptions.ID_RULE);
    positive("page", options.getPage(), "a whole number from 1");
    if (options.getPhoneNumber() != null) {
      ContactRules.faultOfPhone(options.getPhoneNumber())
          .ifPresent(
              found -> {
                throw wrong("phoneNumber", found, ContactRules.PHONE);
              });
    }
    if (options.getEmail() != null) {
      ContactRules.faultOfEmail(options.getEmail())
          .ifPresent(
              found -> {
                throw wrong("email", found, ContactRules.EMAIL);
              });
    }
  }

  private static void positive(String option, Number value, String rule) {
    if (value != null && value.longValue() < 1) {
      throw wrong(option, value.toString(), rule);
    }
  }

  static ClientSettings settings(
      LiveDeskConfiguration options, int maxConnections, SSLContext sslContext) {
    size("maxResponseSize", options.getMaxResponseSize(), 1);
    size("maxAttachmentSize", options.getMaxAttachmentSize(), 0);
    var transport =
        new TransportSettings(
            maxConnections,
            millis("connectTimeout", options.getConnectTimeout()),
            sslContext,
            proxy(options),
            options.getHttpClientCustomizer());
    return new ClientSettings(
        baseUrl(options),
        credentials(options),
        millis("responseTimeout", options.getResponseTimeout()),
        millis("totalTimeout", options.getTotalTimeout()),
        options.getMaxResponseSize(),
        options.getMaxAttachmentSize(),
        options.isFailOnFailedStatus(),
        retry(options),
        transport);
  }

  private static RetrySettings retry(LiveDeskConfiguration options) {
    atLeastOne("maxAttempts", options.getMaxAttempts());
    if (options.getMaxMessageRetries() < 0) {
      throw wrong("maxMessageRetries", String.valueOf(options.getMaxMessageRetries()), "0 or more");
    }
    Duration delay = millis("backoffDelay", options.getBackoffDelay(), 0);
    Duration maxDelay = millis("backoffMaxDelay", options.getBackoffMaxDelay(), 0);
    if (maxDelay.compareTo(delay) < 0) {
      throw wrong(
          "backoffMaxDelay",
          maxDelay.toMillis() + "ms",
          "backoffDelay=" + delay.toMillis() + "ms or more");
    }
    return new RetrySettings(
        options.getRetryMode(),
        options.getMaxAttempts(),
        delay,
        maxDelay,
        millis("maxRetryAfter", options.getMaxRetryAfter(), 0),
        options.getMaxMessageRetries());
  }

  /** The credentials of a component, where all its endpoints may still bring their own. */
  static void checkCredentials(LiveDeskConfiguration options) {
    checkSecret(options);
    if (options.getApiKey() != null || options.getSecretKey() != null) {
      credentials(options);
    }
    proxy(options);
  }

  /** The secret has two names; where both are used, nobody knows which value is meant. */
  static void checkSecret(LiveDeskConfiguration options) {
    if (options.hasTwoSecrets()) {
      throw new InvalidOptionException(
          "apiSecret",
          "secretKey and apiSecret have different values. They are two names of one option: remove"
              + " apiSecret, the old name");
    }
  }

  static void atLeastOne(String option, long value) {
    if (value < 1) {
      throw wrong(option, String.valueOf(value), "1 or more");
    }
  }

  private static void size(String option, long value, int least) {
    if (value < least) {
      throw wrong(option, String.valueOf(value), ByteSize.rule(least));
    }
  }

  private static Duration millis(String option, long value) {
    return millis(option, value, 1);
  }

  private static Duration millis(String option, long value, long least) {
    if (value < least || value > LONGEST_TIME) {
      throw wrong(
          option, value + "ms", "a time from " + least + "ms up to a year, such as 30s or 5m");
    }
    return Duration.ofMillis(value);
  }

  private static Credentials credentials(LiveDeskConfiguration options) {
    String key = options.getApiKey();
    if (isBlank(key)) {
      throw missing("apiKey", "api-key");
    }
    checkSecret(options);
    GivenSecret secret = options.secret();
    if (secret == null) {
      throw missing("secretKey", "secret-key");
    }
    if (key.contains(":")) {
      throw wrong("apiKey", "a colon in it", "a key without one, as the Basic scheme demands");
    }
    checkNoControls("apiKey", key);
    checkNoControls(secret.option(), secret.value());
    return new Credentials(key, secret.value());
  }

  /** The Basic scheme has none; and a file with the value mostly ends with one. */
  private static void checkNoControls(String option, String value) {
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw wrong(
          option,
          "a control character",
          "the value alone, without the line end of the file that it is from");
    }
  }

  private static InvalidOptionException missing(String option, String property) {
    return new InvalidOptionException(
        option,
        option
            + " is missing. Set camel.component.livedesk."
            + property
            + ", or the endpoint option "
            + option
            + ", to the value from LiveDesk's console (Project Settings, API Management)");
  }

  private static URI baseUrl(LiveDeskConfiguration options) {
    String rule = "scheme and host, perhaps a port and a path, such as https://livedesk.example";
    URI url;
    try {
      url = new URI(String.valueOf(options.getBaseUrl()));
    } catch (URISyntaxException e) {
      throw wrong("baseUrl", "text that is no URL", rule);
    }
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw wrong("baseUrl", "a URL without http, https or host", rule);
    }
    if (url.getRawUserInfo() != null) {
      throw wrong("baseUrl", "user information", rule + "; credentials are apiKey and secretKey");
    }
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      throw wrong("baseUrl", "a query or fragment", rule);
    }
    if (url.getPort() == 0 || url.getPort() > 65535) {
      throw wrong("baseUrl", "port " + url.getPort(), "a port of " + PORT);
    }
    boolean staysHere = isLoopback(url.getHost()) && isBlank(options.getProxyHost());
    if (scheme.equals("http") && !options.isAllowInsecureHttp() && !staysHere) {
      throw wrong(
          "baseUrl",
          "plain http to "
              + (isBlank(options.getProxyHost()) ? url.getHost() : "a proxy, proxyHost"),
          "https; or http to this machine; or allowInsecureHttp=true, which sends the secret"
              + " readable");
    }
    return url;
  }

  /** By its name alone: what a name server says of another name can change at any time. */
  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || LOOPBACK.matcher(host).matches();
  }

  private static ProxySettings proxy(LiveDeskConfiguration options) {
    Integer port = options.getProxyPort();
    if (isBlank(options.getProxyHost())) {
      if (port != null || options.getProxyUser() != null || options.getProxyPassword() != null) {
        throw wrong("proxyHost", "nothing", "a host where another proxy option is set");
      }
      return null;
    }
    if (port == null || port < 1 || port > 65_535) {
      throw wrong("proxyPort", port == null ? "nothing" : port.toString(), PORT);
    }
    if ((options.getProxyUser() == null) != (options.getProxyPassword() == null)) {
      throw wrong("proxyUser", "only one of proxyUser and proxyPassword", "both or none");
    }
    return new ProxySettings(
        options.getProxyHost(), port, options.getProxyUser(), options.getProxyPassword());
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static InvalidOptionException wrong(String option, String found, String takes) {
    return new InvalidOptionException(option, found, takes);
  }
}
