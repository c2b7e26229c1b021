// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.model.FileMessage;
import io.github.livedesk.camel.model.FilePart;
import io.github.livedesk.camel.model.TextMessage;
import jakarta.activation.DataHandler;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;

/** Bodies and headers as no route should have them, beside some that are right. */
final class FuzzedInput {

  private static final List<String> HEADERS =
      List.of(
          LiveDeskConstants.CONVERSATION_ID,
          LiveDeskConstants.OPERATION,
          LiveDeskConstants.PRIVATE,
          LiveDeskConstants.CONTENT,
          LiveDeskConstants.CONTENT_ATTRIBUTES,
          LiveDeskConstants.IN_REPLY_TO,
          LiveDeskConstants.MESSAGE_ID,
          LiveDeskConstants.FILE_NAME,
          LiveDeskConstants.FILE_CONTENT_TYPE,
          LiveDeskConstants.TEMPLATE_NAME,
          LiveDeskConstants.TEMPLATE_LANGUAGE,
          LiveDeskConstants.TEMPLATE_CATEGORY,
          LiveDeskConstants.TEMPLATE_NAMESPACE,
          Exchange.CONTENT_TYPE,
          Exchange.FILE_NAME,
          Exchange.FILE_CONTENT_TYPE,
          Exchange.CONTENT_ENCODING);

  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "text",
          "attachment",
          "template",
          "retry",
          "true",
          "141",
          "-1",
          "0x1F",
          "image/png",
          "a/b; c=\"d",
          "report.pdf",
          "..",
          "/etc/passwd",
          "\0",
          "\ud800",
          "\u202e",
          "{{env:HOME}}",
          "${body}",
          "a\r\nX: y",
          "en_US",
          "UTILITY",
          "=?utf-8?q?a?=",
          "%2e%2e");

  private final Random random;
  private final String secret;
  private final Path folder;
  private final List<Supplier<Object>> bodies;

  /**
   * @param secret stands in texts
   * @param folder has files of all kinds
   */
  FuzzedInput(Random random, String secret, Path folder) {
    this.random = random;
    this.secret = secret;
    this.folder = folder;
    this.bodies =
        List.of(
            () -> secret,
            this::string,
            this::string,
            this::bytes,
            this::number,
            () -> map(0),
            () -> list(0),
            this::template,
            this::files,
            this::files,
            this::path,
            this::path,
            () -> FuzzedSource.stream(fork(), bytes()),
            () -> FuzzedSource.reader(fork(), string()),
            () -> new ByteArrayInputStream(bytes()),
            () -> new StringReader(string()),
            () -> TextMessage.builder().content(string()).build(),
            () -> FuzzedSource.thrower(fork(), secret),
            () -> null,
            this::odd);
  }

  /** Fills an exchange. */
  void fill(Exchange exchange) {
    exchange.getMessage().setBody(bodies.get(random.nextInt(bodies.size())).get());
    if (!oneIn(10)) {
      exchange.getMessage().setHeader(LiveDeskConstants.CONVERSATION_ID, 141);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      String header = HEADERS.get(random.nextInt(HEADERS.size()));
      boolean isPrivate = header.startsWith(LiveDeskConstants.CONTENT);
      exchange.getMessage().setHeader(header, isPrivate ? value(0) : publicValue());
    }
    if (oneIn(8)) {
      exchange
          .getMessage(AttachmentMessage.class)
          .addAttachment(word(), new DataHandler(FuzzedSource.dataSource(fork(), bytes(), word())));
    }
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** For what is read on other threads. */
  private Random fork() {
    return new Random(random.nextLong());
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private String string() {
    return switch (random.nextInt(6)) {
      case 0 -> word();
      case 1 -> secret + word();
      case 2 -> secret.repeat(random.nextInt(3_000));
      case 3 -> "{\"template_params\":" + json() + ",\"content\":\"" + secret + "\"}";
      case 4 -> json();
      default -> new String(bytes(), UTF_8);
    };
  }

  private String json() {
    try {
      return new ObjectMapper().writeValueAsString(Collections.nCopies(random.nextInt(4), word()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(oneIn(5) ? 100_000 : 200)];
    random.nextBytes(bytes);
    return oneIn(2) ? (secret + random.nextInt()).getBytes(UTF_8) : bytes;
  }

  private Number number() {
    return switch (random.nextInt(8)) {
      case 0 -> new BigDecimal("1E+999999999");
      case 1 -> new BigDecimal("1E-999999999");
      case 2 -> BigInteger.ONE.shiftLeft(100_000);
      case 3 -> Double.NaN;
      case 4 -> Float.NEGATIVE_INFINITY;
      case 5 -> new DoubleAdder();
      case 6 -> FuzzedSource.number(word());
      default -> random.nextInt();
    };
  }

  /** Ids and names, which may show. */
  private Object publicValue() {
    return switch (random.nextInt(6)) {
      case 0 -> number();
      case 1 -> random.nextBoolean();
      case 2 -> Set.of(1, 2);
      case 3 -> FuzzedSource.thrower(fork(), word());
      default -> word();
    };
  }

  private Object value(int depth) {
    return switch (random.nextInt(depth > 4 ? 5 : 9)) {
      case 0 -> word();
      case 1 -> string();
      case 2 -> number();
      case 3 -> random.nextBoolean();
      case 4 -> odd();
      case 5 -> list(depth + 1);
      default -> map(depth + 1);
    };
  }

  private Map<?, ?> map(int depth) {
    var map = new LinkedHashMap<Object, Object>();
    for (int i = random.nextInt(5); i > 0; i--) {
      map.put(oneIn(10) ? (Object) i : word(), value(depth));
    }
    if (oneIn(10)) {
      map.put("content", secret);
    }
    if (oneIn(30)) {
      map.put("self", map);
    }
    return map;
  }

  private List<?> list(int depth) {
    if (oneIn(20)) {
      return FuzzedSource.brokenList(fork());
    }
    var list = new ArrayList<Object>();
    for (int i = random.nextInt(5); i > 0; i--) {
      list.add(oneIn(3) ? path() : value(depth));
    }
    if (oneIn(30)) {
      list.add(list);
    }
    return list;
  }

  private Object template() {
    var params = new HashMap<String, Object>();
    params.put("name", oneIn(3) ? value(1) : "order_update");
    params.put("language", oneIn(3) ? value(1) : "en_US");
    params.put("processed_params", oneIn(3) ? value(1) : Map.of("body", Map.of("1", secret)));
    if (oneIn(3)) {
      params.put(word(), value(1));
    }
    var message = new TreeMap<String, Object>(Map.of("content", secret, "template_params", params));
    return oneIn(2) ? message : new ObjectMapper().valueToTree(Map.of("template_params", "x"));
  }

  private Object files() {
    var builder = FileMessage.builder();
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = oneIn(4) ? null : word();
      String type = oneIn(3) ? word() : null;
      builder.file(new FilePart(FuzzedSource.content(fork(), bytes(), secret), name, type));
    }
    if (oneIn(4)) {
      builder.file(path());
    }
    return oneIn(3) ? builder.content(secret).build() : builder.build();
  }

  /** A file, or what is none. */
  private Path path() {
    File[] files = folder.toFile().listFiles();
    Arrays.sort(files);
    return oneIn(10) ? folder.resolve("none") : files[random.nextInt(files.length)].toPath();
  }

  private Object odd() {
    return switch (random.nextInt(10)) {
      case 0 -> Optional.of(secret);
      case 1 -> Set.of(1, 2);
      case 2 -> new Object[] {1, "a", null};
      case 3 -> JsonNodeFactory.instance.pojoNode(new Object());
      case 4 -> ByteBuffer.wrap(bytes());
      case 5 -> Instant.now();
      case 6 -> Thread.State.NEW;
      case 7 -> CharBuffer.wrap(secret);
      case 8 -> FuzzedSource.thrower(fork(), secret);
      default ->
          new AbstractList<Object>() {
            @Override
            public Object get(int index) {
              throw new IllegalStateException(secret);
            }

            @Override
            public int size() {
              return 2;
            }
          };
    };
  }
}
