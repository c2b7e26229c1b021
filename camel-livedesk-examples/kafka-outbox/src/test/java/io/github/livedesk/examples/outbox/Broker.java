// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.outbox;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.ConsumerGroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A Kafka broker in this JVM, on free ports, with the topics of the outbox. */
final class Broker implements AutoCloseable {

  static final String ORDERS = "livedesk-orders";
  static final String UNKNOWN = "livedesk-orders-unknown";
  static final String FAILED = "livedesk-orders-failed";
  static final String SENT = "livedesk-orders-sent";

  private static final String GROUP = "livedesk-outbox";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final EmbeddedKafkaKraftBroker kafka;
  private final Admin admin;

  private Broker(EmbeddedKafkaKraftBroker kafka, Admin admin) {
    this.kafka = kafka;
    this.admin = admin;
  }

  /** Starts one whose topics are ready: before that, a producer would be refused. */
  static Broker start(int partitions) throws Exception {
    var kafka = new EmbeddedKafkaKraftBroker(1, 1);
    kafka.setAdminTimeout((int) PATIENCE.toSeconds());
    kafka.afterPropertiesSet();
    kafka.addTopics(
        new NewTopic(ORDERS, partitions, (short) 1),
        new NewTopic(UNKNOWN, 1, (short) 1),
        new NewTopic(FAILED, 1, (short) 1),
        new NewTopic(SENT, 4, (short) 1));
    var options = new Properties();
    options.setProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.getBrokersAsString());
    var broker = new Broker(kafka, Admin.create(options));
    for (String topic : List.of(ORDERS, UNKNOWN, FAILED, SENT)) {
      broker.ends(topic);
    }
    return broker;
  }

  /** Host and port. */
  String address() {
    return kafka.getBrokersAsString();
  }

  /** The workers' consumers, by the id that Kafka gave them. */
  Set<String> members() throws Exception {
    return group().members().stream().map(MemberDescription::consumerId).collect(toSet());
  }

  /** The partitions of some of the consumers; empty while partitions are on the move. */
  Set<TopicPartition> assigned(Predicate<String> members) throws Exception {
    ConsumerGroupDescription group = group();
    if (group.state() != ConsumerGroupState.STABLE) {
      return Set.of();
    }
    return group.members().stream()
        .filter(member -> members.test(member.consumerId()))
        .flatMap(member -> member.assignment().topicPartitions().stream())
        .collect(toSet());
  }

  private ConsumerGroupDescription group() throws Exception {
    return admin.describeConsumerGroups(List.of(GROUP)).all().get().get(GROUP);
  }

  /** The next order of each partition that has not been committed; 0 where none has. */
  Map<TopicPartition, Long> committed() throws Exception {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    admin
        .listConsumerGroupOffsets(GROUP)
        .partitionsToOffsetAndMetadata()
        .get()
        .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
    return offsets;
  }

  /** How many orders are done with. */
  long done() throws Exception {
    return committed().values().stream().mapToLong(Long::longValue).sum();
  }

  /** All that is on a topic now, oldest first in each partition. */
  List<ConsumerRecord<String, String>> records(String topic) throws Exception {
    Map<TopicPartition, Long> ends = ends(topic);
    var options = new Properties();
    options.setProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, address());
    var all = new ArrayList<ConsumerRecord<String, String>>();
    try (var consumer =
        new KafkaConsumer<>(options, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
      }
    }
    return all;
  }

  /** Answered by the leader of each partition. */
  private Map<TopicPartition, Long> ends(String topic) throws Exception {
    Map<TopicPartition, OffsetSpec> latest =
        admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
            .collect(
                toMap(
                    info -> new TopicPartition(topic, info.partition()),
                    info -> OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get().entrySet().stream()
        .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  @Override
  public void close() {
    admin.close(PATIENCE);
    kafka.destroy();
  }
}
