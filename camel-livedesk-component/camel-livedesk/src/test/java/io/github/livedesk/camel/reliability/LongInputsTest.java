// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.dynamic.DynamicTestSupport;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/**
 * Inputs of some megabytes that are made to be slow. What looks at each of their characters once is
 * done in a moment; what looks at all of them for each of them would take hours.
 */
class LongInputsTest extends DynamicTestSupport {

  private static final int MILLIONS = 4_000_000;

  /** Of the message of an exception, whatever is in it. */
  private static final int LONGEST_MESSAGE = 12_000;

  LongInputsTest(LiveDeskSimulator livedesk) {
    super(livedesk);
  }

  /** On a thread of its own, so that a test which fails does so. */
  private static LiveDeskRequestException refused(Callable<Exchange> send) throws Exception {
    var task = new FutureTask<>(send);
    var thread = new Thread(task, "long input");
    thread.setDaemon(true);
    thread.start();
    var refusal = failure(LiveDeskRequestException.class, task.get(1, TimeUnit.MINUTES));
    assertThat(refusal.getMessage()).hasSizeLessThan(LONGEST_MESSAGE);
    return refusal;
  }

  private static String filled(String part) {
    return part.repeat(MILLIONS / part.length());
  }

  private static Map<String, Object> template(Map<String, Object> params) {
    var all = new LinkedHashMap<>(params);
    all.put("name", "n");
    all.put("language", "en");
    return Map.of("content", "c", "template_params", all);
  }

  @Test
  void evaluatedValues() throws Exception {
    for (String part : List.of("&", "=", "&=", "a&", "RAW(&", "RAW()&", "%26", "&content=")) {
      String uri = TO_141 + "&content=${header.long}&op=attachment&private=${header.private}";
      Map<String, Object> headers = Map.of("long", filled(part), "private", "perhaps");

      refused(() -> sendTo(uri, new byte[] {1}, headers));
    }
  }

  @Test
  void namesOfFiles() throws Exception {
    for (String name : List.of(filled("/") + "\0", filled("\\/a") + "/..", filled("./"))) {
      Map<String, Object> header = Map.of(LiveDeskConstants.FILE_NAME, name);

      refused(() -> send(TO_141 + "&op=attachment", new byte[] {1}, header));
    }
  }

  @Test
  void typesOfFiles() throws Exception {
    for (String type : List.of("a,", "a/b,", "a/b;", "\"", "a/b;c=\"", " ", "a/b; charset='")) {
      Map<String, Object> header = Map.of(LiveDeskConstants.FILE_CONTENT_TYPE, filled(type));
      Map<String, Object> wrong = Map.of(LiveDeskConstants.PRIVATE, "perhaps");
      var both = new LinkedHashMap<>(header);
      both.putAll(wrong);

      refused(() -> send(TO_141 + "&op=attachment", new byte[] {1}, both));
      refused(() -> send(TO_141, new byte[] {1}, both));
    }
  }

  @Test
  void addresses() throws Exception {
    for (String authority : List.of("a_", "@", ":", "a@", "[", "%41")) {
      Map<String, Object> image =
          Map.of("type", "image", "media_url", "https://:" + filled(authority) + ":80");

      refused(() -> send(TO_141 + "&op=template", template(Map.of("header_params", image))));
    }
  }

  @Test
  void namesOfValues() throws Exception {
    for (String part : List.of("0", "-", "-1", "1-", "\u00B9", " ", "\u200B")) {
      Map<String, Object> values = Map.of(filled(part), "", "1", "");

      refused(() -> send(TO_141 + "&op=template", template(Map.of("processed_params", values))));
    }
  }

  /** The name that is meant is looked for as often as it is shown. */
  @Test
  void fieldsThatThereAreNot() throws Exception {
    var fields = new LinkedHashMap<String, Object>();
    for (int i = 0; i < 99_000; i++) {
      fields.put("processed_parameters_of_template" + i, i);
    }

    assertThat(refused(() -> send(TO_141 + "&op=template", template(fields))).getFaults())
        .hasSize(100);
    refused(() -> send(TO_141, fields));
  }

  @Test
  void textsOfOneKind() throws Exception {
    Map<String, Object> wrong = Map.of(LiveDeskConstants.IN_REPLY_TO, "x");
    for (String part : List.of("\u0300\u0315", "\uD83D\uDE00", "{", "[", "\"", "\u200B")) {
      refused(() -> send(TO_141, filled(part), wrong));
      refused(() -> send(TO_141 + "&op=template", filled(part)));
    }
  }
}
