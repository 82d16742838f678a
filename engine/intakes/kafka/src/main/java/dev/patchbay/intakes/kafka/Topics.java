package dev.patchbay.intakes.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What the brokers say about our topics. A consumer says nothing of it: it waits for ever for
 * brokers that are gone, and reads on in a topic that was made anew. Not thread-safe.
 */
final class Topics implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private final Admin admin;
  private final List<String> names;
  private final Reasons reasons;
  private final Interval interval = new Interval(BETWEEN);
  private Map<String, KafkaFuture<TopicDescription>> asked = Map.of();

  Topics(Admin admin, KafkaSettings settings) {
    this.admin = admin;
    this.names = settings.topics();
    this.reasons = new Reasons(settings);
  }

  /** Asks in a while, without waiting for the answer. */
  void ask() {
    if (asked.isEmpty() && interval.isDue()) {
      asked = admin.describeTopics(names).topicNameValues();
    }
  }

  /** Whether the last question is answered. */
  boolean hasAnswer() {
    return !asked.isEmpty() && asked.values().stream().allMatch(KafkaFuture::isDone);
  }

  /** Takes the answer. */
  Finding answer() throws InterruptedException {
    var ids = new HashMap<String, Uuid>();
    var failures = new HashMap<String, Throwable>();
    for (var topic : asked.entrySet()) {
      try {
        ids.put(topic.getKey(), topic.getValue().get().topicId());
      } catch (ExecutionException e) {
        failures.put(topic.getKey(), Reasons.cause(e));
      }
    }
    asked = Map.of();
    return failures.isEmpty()
        ? new Finding.Found(ids)
        : new Finding.Troubled(reason(failures), ids);
  }

  private String reason(Map<String, Throwable> failures) {
    var missing = new TreeSet<String>();
    for (var failure : failures.entrySet()) {
      if (!(failure.getValue() instanceof UnknownTopicOrPartitionException)) {
        return reasons.of(failure.getValue());
      }
      missing.add(failure.getKey());
    }
    return reasons.missing(String.join(", ", missing));
  }

  /** What partitions hold now; waits for the answers. */
  Map<TopicPartition, PartitionLog> logs(Collection<TopicPartition> partitions)
      throws ExecutionException, InterruptedException {
    var topics = partitions.stream().map(TopicPartition::topic).distinct().toList();
    var described = admin.describeTopics(topics).allTopicNames();
    var starts = offsets(partitions, OffsetSpec.earliest());
    var ends = offsets(partitions, OffsetSpec.latest());
    var logs = new HashMap<TopicPartition, PartitionLog>();
    for (var partition : partitions) {
      var id = of(described, partition.topic()).topicId();
      long start = of(starts, partition).offset();
      logs.put(partition, new PartitionLog(id, start, of(ends, partition).offset()));
    }
    return logs;
  }

  private static <K, V> V of(KafkaFuture<Map<K, V>> answer, K key)
      throws ExecutionException, InterruptedException {
    return Objects.requireNonNull(answer.get().get(key));
  }

  private KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> offsets(
      Collection<TopicPartition> partitions, OffsetSpec which) {
    var wanted = new HashMap<TopicPartition, OffsetSpec>();
    partitions.forEach(partition -> wanted.put(partition, which));
    return admin.listOffsets(wanted).all();
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
