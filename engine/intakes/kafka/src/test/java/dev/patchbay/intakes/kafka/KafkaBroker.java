package dev.patchbay.intakes.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.brokers.Main;
import dev.patchbay.testkit.Eventually;
import dev.patchbay.testkit.JavaCommand;
import dev.patchbay.testkit.JavaProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real Kafka in a process of its own, and what others do with it. */
final class KafkaBroker implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final Path directory;
  private JavaProcess process;
  private final String address;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;

  KafkaBroker(Path directory) {
    this.directory = directory;
    this.process = start("--port=0");
    this.address = ready();
    this.admin = Admin.create(clientSettings());
    this.producer =
        new KafkaProducer<>(clientSettings(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** As host:port. */
  String address() {
    return address;
  }

  private Map<String, Object> clientSettings() {
    return new HashMap<>(Map.of("bootstrap.servers", address));
  }

  Admin admin() {
    return admin;
  }

  /** As by kill -9. */
  void kill() {
    process.kill();
  }

  /** As a machine that stands still; its connections stay open. */
  void freeze() {
    process.freeze();
  }

  void thaw() {
    process.thaw();
  }

  /** On the same port and data; takes a while until it is {@link #ready}. */
  void restart() {
    process = start("--port=" + address.substring(address.indexOf(':') + 1));
  }

  void createTopic(String name, int partitions) throws ExecutionException, InterruptedException {
    create(new NewTopic(name, partitions, (short) 1));
  }

  void createTopic(String name, Map<String, String> settings)
      throws ExecutionException, InterruptedException {
    create(new NewTopic(name, 1, (short) 1).configs(settings));
  }

  /**
   * Waits until each partition is led: a producer that comes before may leave the second batch of a
   * partition lying until it expires, two minutes later.
   */
  private void create(NewTopic topic) throws ExecutionException, InterruptedException {
    admin.createTopics(List.of(topic)).all().get();
    var ends =
        IntStream.range(0, topic.numPartitions())
            .boxed()
            .collect(
                Collectors.toMap(
                    partition -> new TopicPartition(topic.name(), partition),
                    _ -> OffsetSpec.latest()));
    Eventually.soon().passes(() -> admin.listOffsets(ends).all().get());
  }

  void deleteTopic(String name) throws ExecutionException, InterruptedException {
    admin.deleteTopics(List.of(name)).all().get();
  }

  /** Sends events without headers and waits until the broker has them. */
  void send(String topic, int partition, int count)
      throws ExecutionException, InterruptedException {
    var answers = new ArrayList<Future<?>>();
    for (int i = 0; i < count; i++) {
      var value = ("{\"n\":" + i + "}").getBytes(UTF_8);
      answers.add(producer.send(new ProducerRecord<>(topic, partition, null, value)));
    }
    for (var answer : answers) {
      answer.get();
    }
  }

  void send(ProducerRecord<byte[], byte[]> record) throws ExecutionException, InterruptedException {
    producer.send(record).get();
  }

  void deleteRecords(String topic, int partition, long before)
      throws ExecutionException, InterruptedException {
    var from = Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(before));
    admin.deleteRecords(from).all().get();
  }

  /** What a group committed, by partition. */
  Map<TopicPartition, Long> committed(String group)
      throws ExecutionException, InterruptedException {
    return admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  void commit(String group, TopicPartition partition, long offset)
      throws ExecutionException, InterruptedException {
    admin
        .alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(offset)))
        .all()
        .get();
  }

  /** How many partitions each member of a group has. */
  List<Integer> shares(String group) throws ExecutionException, InterruptedException {
    var description = admin.describeConsumerGroups(List.of(group)).describedGroups().get(group);
    return Objects.requireNonNull(description).get().members().stream()
        .map(member -> member.assignment().topicPartitions().size())
        .toList();
  }

  /** All records of partition 0. */
  List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    try (var consumer = consumer(clientSettings())) {
      var partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return pollOnce(consumer).records(partition);
    }
  }

  /** A member of a group reads records and ends without a commit. */
  int readAndDie(String group, String topic) {
    var settings = clientSettings();
    settings.put("group.id", group);
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", false);
    try (var consumer = consumer(settings)) {
      consumer.subscribe(List.of(topic));
      return pollOnce(consumer).count();
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> settings) {
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static ConsumerRecords<byte[], byte[]> pollOnce(KafkaConsumer<byte[], byte[]> consumer) {
    return Eventually.soon()
        .get(
            "records",
            () -> Optional.of(consumer.poll(Duration.ofMillis(100))).filter(r -> !r.isEmpty()));
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    admin.close(Duration.ZERO);
    process.close();
  }

  private JavaProcess start(String port) {
    return JavaCommand.of(Main.class)
        .withJvmArguments("-Xmx256m")
        .withArguments("kafka", "--data=" + directory.resolve("data"), port)
        .start(directory.resolve("output-" + System.nanoTime() + ".log"));
  }

  /** Waits until it serves, and says where. */
  String ready() {
    return URI.create(process.awaitLine("^kafka ready (\\S+)$", START).group(1)).getAuthority();
  }
}
