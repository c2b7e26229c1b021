// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.jmh;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.benchmark.contender.Messages;
import io.github.livedesk.camel.binding.LiveDeskMessageOptions;
import io.github.livedesk.camel.binding.MessageBinding;
import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.api.MessageRequest;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.LiveDeskOperation;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Exchange to request, and reply to exchange. A new exchange is part of each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BindingBenchmark {

  private final CamelContext context = new DefaultCamelContext();
  private final byte[] file = Messages.file();
  private MessageBinding texts;
  private MessageBinding files;
  private MessageRequest request;
  private ApiResponse reply;

  @Setup
  public void start() {
    context.start();
    texts = new MessageBinding("livedesk://messages", new LiveDeskMessageOptions());
    var options = new LiveDeskMessageOptions();
    options.setOp(LiveDeskOperation.attachment.name());
    files = new MessageBinding("livedesk://messages", options);
    request = texts.toOperation(exchange(Messages.TEXT), SourceWatch.NONE);
    Map<String, Object> stored =
        Map.of("id", 3030, "content", Messages.TEXT, "conversation_id", 141, "status", "sent");
    reply = new ApiResponse(200, LiveDeskMessage.of(stored), 1);
  }

  @TearDown
  public void stop() {
    context.stop();
  }

  private Exchange exchange(Object body) {
    var exchange = new DefaultExchange(context);
    exchange.getMessage().setBody(body);
    exchange.getMessage().setHeader(LiveDeskConstants.CONVERSATION_ID, "141");
    return exchange;
  }

  /** What the others have in them. */
  @Benchmark
  public Exchange newExchange() {
    return exchange(Messages.TEXT);
  }

  @Benchmark
  public MessageRequest textToRequest() {
    return texts.toOperation(exchange(Messages.TEXT), SourceWatch.NONE);
  }

  @Benchmark
  public MessageRequest attachmentToRequest() {
    return files.toOperation(exchange(file), SourceWatch.NONE);
  }

  @Benchmark
  public Exchange replyToExchange() {
    Exchange exchange = exchange(Messages.TEXT);
    texts.succeed(exchange, request, reply);
    return exchange;
  }
}
