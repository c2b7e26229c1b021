// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import static java.util.Map.entry;

import io.github.livedesk.camel.binding.Ids;
import io.github.livedesk.camel.binding.ResourceOptions;
import io.github.livedesk.camel.client.RetryMode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.support.component.PropertyConfigurerSupport;

/** All options, and what each takes where it is set by a text. */
final class OptionTexts {

  private static final Map<String, OptionText> OF_CONFIGURATION =
      Map.ofEntries(
          entry("allowInsecureHttp", OptionText.flag()),
          entry("apiKey", OptionText.any()),
          entry("apiSecret", OptionText.any()),
          entry("backoffDelay", OptionText.time()),
          entry("backoffMaxDelay", OptionText.time()),
          entry("baseUrl", OptionText.any()),
          entry("connectTimeout", OptionText.time()),
          entry("failOnFailedStatus", OptionText.flag()),
          entry("httpClientCustomizer", OptionText.any()),
          // Sizes have a setter that reads texts.
          entry("maxAttachmentSize", OptionText.any()),
          entry("maxAttempts", OptionText.count("a whole number, 1 or more")),
          entry("maxMessageRetries", OptionText.count("a whole number, 0 or more")),
          entry("maxResponseSize", OptionText.any()),
          entry("maxRetryAfter", OptionText.time()),
          entry("proxyHost", OptionText.any()),
          entry("proxyPassword", OptionText.any()),
          entry("proxyPort", OptionText.count(OptionValidator.PORT)),
          entry("proxyUser", OptionText.any()),
          entry("responseTimeout", OptionText.time()),
          entry("retryMode", OptionText.oneOf(RetryMode.values())),
          entry("secretKey", OptionText.any()),
          entry("sslContextParameters", OptionText.any()),
          entry("totalTimeout", OptionText.time()));

  private static final Map<String, OptionText> OF_ENDPOINT =
      Map.ofEntries(
          entry("autowiredEnabled", OptionText.flag()),
          entry("avatarUrl", OptionText.any()),
          entry("bridgeErrorHandler", OptionText.flag()),
          entry("contactId", OptionText.id(ResourceOptions.ID_RULE)),
          entry("content", OptionText.any()),
          entry("conversationId", OptionText.any()),
          entry("direction", OptionText.any()),
          entry("email", OptionText.any()),
          entry("identifier", OptionText.any()),
          entry("ignoreAttachments", OptionText.flag()),
          entry("inboxId", OptionText.id(ResourceOptions.ID_RULE)),
          entry("inReplyTo", OptionText.id(Ids.MESSAGE_NUMBER_RULE)),
          entry("labels", OptionText.any()),
          entry("lazyStartProducer", OptionText.flag()),
          entry("messageId", OptionText.any()),
          entry("name", OptionText.any()),
          entry("op", OptionText.any()),
          entry("page", OptionText.count("a whole number from 1")),
          entry("phoneNumber", OptionText.any()),
          entry("private", OptionText.flag()),
          entry("query", OptionText.any()),
          entry("snoozedUntil", OptionText.any()),
          entry("sort", OptionText.any()),
          entry("sourceId", OptionText.any()),
          entry("status", OptionText.any()),
          entry("templateCategory", OptionText.any()),
          entry("templateLanguage", OptionText.any()),
          entry("templateName", OptionText.any()),
          entry("templateNamespace", OptionText.any()));

  private static final Map<String, OptionText> OF_COMPONENT =
      Map.ofEntries(
          entry("configuration", OptionText.any()),
          entry("healthCheckConsumerEnabled", OptionText.flag()),
          entry("healthCheckProducerEnabled", OptionText.flag()),
          entry("maxConnections", OptionText.count("a whole number, 1 or more")),
          entry("useGlobalSslContextParameters", OptionText.flag()));

  private static final Map<String, OptionText> ALL =
      Stream.of(OF_CONFIGURATION, OF_ENDPOINT, OF_COMPONENT)
          .flatMap(options -> options.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** Camel takes the names of options without regard to case. */
  private static final Map<String, String> NAMES =
      ALL.keySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), name -> name));

  private OptionTexts() {}

  /**
   * The value, read where it is a text.
   *
   * @param option its name, in any case
   * @throws InvalidOptionException when the option does not take the text
   */
  static Object read(String option, Object value) {
    String name = NAMES.get(option.toLowerCase(Locale.ROOT));
    if (name == null || !(value instanceof String text) || isForCamel(text)) {
      return value;
    }
    return ALL.get(name).read(name, text);
  }

  /** A reference to a bean, or what stands for a value that is not known to a tool. */
  private static boolean isForCamel(String text) {
    return EndpointHelper.isReferenceParameter(text)
        || text.equals(PropertyConfigurerSupport.MAGIC_VALUE);
  }

  /** The name as it is written here, where it was given in another case. */
  static String ownName(String option) {
    return NAMES.getOrDefault(option.toLowerCase(Locale.ROOT), option);
  }

  /** Whether the name, in any case, is one of {@link LiveDeskConfiguration}. */
  static boolean isOfConfiguration(String option) {
    String name = NAMES.get(option.toLowerCase(Locale.ROOT));
    return name != null && OF_CONFIGURATION.containsKey(name);
  }

  /** Whether the name is one that the component has, and no endpoint. */
  static boolean isOfComponentAlone(String option) {
    return OF_COMPONENT.containsKey(option);
  }

  /** The names of the options that an endpoint has. */
  static Set<String> ofEndpoint() {
    return Stream.concat(OF_CONFIGURATION.keySet().stream(), OF_ENDPOINT.keySet().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The names of all options, those of components included. */
  static Set<String> all() {
    return ALL.keySet();
  }
}
