// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts orders on the topic, as a shop would. */
final class OrderFeed implements AutoCloseable {

  private final KafkaProducer<String, String> producer;
  private final List<Fed> fed = new ArrayList<>();

  /** An order, and where the broker has put it. */
  private record Fed(String orderId, Future<RecordMetadata> place) {}

  OrderFeed(String brokers) {
    var options = new Properties();
    options.putAll(
        Map.of(
            CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
            brokers,
            ProducerConfig.LINGER_MS_CONFIG,
            "20"));
    this.producer = new KafkaProducer<>(options, new StringSerializer(), new StringSerializer());
  }

  /** An order whose text is its own id. */
  void text(String conversationId, String orderId) {
    put(
        orderId,
        conversationId,
        "{\"orderId\":\"%s\",\"conversationId\":\"%s\",\"text\":\"%s\"}"
            .formatted(orderId, conversationId, orderId));
  }

  /** Whatever it is. */
  void json(String key, String json) {
    put("", key, json);
  }

  private void put(String orderId, String key, String json) {
    fed.add(new Fed(orderId, producer.send(new ProducerRecord<>(Broker.ORDERS, key, json))));
  }

  /** The place of each order on the topic, once all have one. */
  Map<String, RecordMetadata> places() throws Exception {
    producer.flush();
    Map<String, RecordMetadata> places = new HashMap<>();
    for (Fed order : fed) {
      places.put(order.orderId(), order.place().get());
    }
    return places;
  }

  /** Waits until the broker has everything. */
  @Override
  public void close() {
    producer.close();
  }
}
