// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.outbox;

import java.util.Properties;
import org.apache.camel.processor.idempotent.kafka.KafkaIdempotentRepository;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The ids of the orders whose outcome is known, on a topic that all workers read and write. */
final class SentOrders {

  /** Ids that a worker remembers; the topic's retention says for how long. */
  private static final int REMEMBERED = 100_000;

  private static final int POLL_MILLIS = 100;

  private SentOrders() {}

  static KafkaIdempotentRepository repository(String topic, String brokers) {
    var consumer = new Properties();
    consumer.setProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers);
    var producer = new Properties();
    producer.setProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers);
    // Camel's default is one broker, which may be lost with what it has.
    producer.setProperty(ProducerConfig.ACKS_CONFIG, "all");
    return new KafkaIdempotentRepository(topic, consumer, producer, REMEMBERED, POLL_MILLIS);
  }
}
