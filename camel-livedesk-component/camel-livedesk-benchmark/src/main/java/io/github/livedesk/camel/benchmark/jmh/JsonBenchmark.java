// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.jmh;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.livedesk.camel.benchmark.contender.Messages;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.TextMessage;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * JSON, both ways, by Jackson with writers and readers that are made once. The component's own
 * class for it is not public; what it is made of is: the models and their annotations.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class JsonBenchmark {

  private static final JsonMapper MAPPER = new JsonMapper();

  private static final String REPLY =
      """
      {"id":3030,"content":"%s","inbox_id":79,"conversation_id":141,"message_type":1,\
      "content_type":"text","status":"sent","content_attributes":{},"created_at":1762331029,\
      "private":false,"source_id":null,"sorting_id":4,"sender":{"id":3,"name":"TEST",\
      "available_name":"TEST","avatar_url":"","type":"user","availability_status":"offline",\
      "thumbnail":""}}""";

  private final ObjectWriter writer = MAPPER.writerFor(TextMessage.class);
  private final ObjectReader reader = MAPPER.readerForMapOf(Object.class);
  private final TextMessage message = TextMessage.builder().content(Messages.TEXT).build();
  private final byte[] reply = REPLY.formatted(Messages.TEXT).getBytes(UTF_8);

  @Benchmark
  public byte[] write() throws IOException {
    return writer.writeValueAsBytes(message);
  }

  @Benchmark
  public LiveDeskMessage read() throws IOException {
    return LiveDeskMessage.of(reader.readValue(reply));
  }
}
