package dev.patchbay.intakes.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * The partitions that are ours now. One in doubt stands still until {@link Positions} says where to
 * read it. Used by the polling thread only.
 */
final class Assignment implements ConsumerRebalanceListener {
  /** Why it is not clear where to read. */
  enum Doubt {
    /** Assigned to us just now. */
    NEW,
    /** What we want to read is not there, or the topic is another one. */
    OUT_OF_RANGE,
    /** The log does not hold any more what we read from it. */
    TRUNCATED
  }

  private final Consumer<byte[], byte[]> consumer;
  private final Commits commits;
  private final Condition condition;
  private final Map<TopicPartition, Doubt> doubts = new HashMap<>();
  private final Map<TopicPartition, Uuid> topicIds = new HashMap<>();
  private final Set<TopicPartition> lost = new HashSet<>();

  Assignment(Consumer<byte[], byte[]> consumer, Commits commits, Condition condition) {
    this.consumer = consumer;
    this.commits = commits;
    this.condition = condition;
  }

  /** Records of partitions without doubts. */
  ConsumerRecords<byte[], byte[]> poll(Duration longest) {
    try {
      return consumer.poll(longest);
    } catch (NoOffsetForPartitionException e) {
      e.partitions().forEach(partition -> doubt(partition, Doubt.NEW));
    } catch (LogTruncationException e) {
      e.partitions().forEach(partition -> doubt(partition, Doubt.TRUNCATED));
    } catch (OffsetOutOfRangeException e) {
      e.partitions().forEach(partition -> doubt(partition, Doubt.OUT_OF_RANGE));
    }
    return ConsumerRecords.empty();
  }

  /** Remains a member of the group without reading anything. */
  void stay(Duration longest) {
    consumer.pause(consumer.assignment());
    if (!poll(longest).isEmpty()) {
      throw new IllegalStateException("Kafka handed out records of partitions that are paused");
    }
  }

  /** Reads again, after {@link #stay}. */
  void goOn() {
    var clear = new HashSet<>(consumer.assignment());
    clear.removeAll(doubts.keySet());
    consumer.resume(clear);
  }

  /** From now on, {@link #lost} counts what is taken from us. */
  void watch() {
    lost.clear();
  }

  /** What was taken from us meanwhile, even if it was given back. */
  Set<TopicPartition> lost() {
    return Set.copyOf(lost);
  }

  /** The topics have these ids now. */
  void compare(Map<String, Uuid> ids) {
    topicIds.forEach(
        (partition, id) -> {
          if (!id.equals(ids.getOrDefault(partition.topic(), id))) {
            doubt(partition, Doubt.OUT_OF_RANGE);
          }
        });
  }

  Map<TopicPartition, Doubt> doubts() {
    return Map.copyOf(doubts);
  }

  /** It is clear where to read a partition. */
  void settle(TopicPartition partition, long offset, Uuid topicId) {
    consumer.seek(partition, offset);
    topicIds.put(partition, topicId);
    doubts.remove(partition);
    consumer.resume(Set.of(partition));
  }

  /** The hub has stored a partition of ours up to an offset; the broker is to be told. */
  void stored(TopicPartition partition, long next) {
    commits.stored(partition, bookmark(partition, next));
  }

  /** How far we have read a partition of ours. */
  Bookmark bookmark(TopicPartition partition, long next) {
    return new Bookmark(next, Optional.ofNullable(topicIds.get(partition)));
  }

  private void doubt(TopicPartition partition, Doubt doubt) {
    doubts.putIfAbsent(partition, doubt);
    consumer.pause(Set.of(partition));
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    partitions.forEach(partition -> doubt(partition, Doubt.NEW));
    condition.joined();
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    commits.flush();
    drop(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    drop(partitions);
  }

  private void drop(Collection<TopicPartition> partitions) {
    commits.forget(partitions);
    lost.addAll(partitions);
    doubts.keySet().removeAll(partitions);
    topicIds.keySet().removeAll(partitions);
  }
}
