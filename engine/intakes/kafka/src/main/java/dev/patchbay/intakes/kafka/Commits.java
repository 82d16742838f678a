package dev.patchbay.intakes.kafka;

import dev.patchbay.spi.intake.Checkpoints;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is stored and the broker has not been told yet. Used by the polling thread only. */
final class Commits {
  private static final Logger LOG = LoggerFactory.getLogger(Commits.class);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final int WORTH_A_WORD = 2;

  private final Consumer<byte[], byte[]> consumer;
  private final Checkpoints checkpoints;
  private final Condition condition;
  private final Map<TopicPartition, Bookmark> due = new HashMap<>();
  private int failures;

  Commits(Consumer<byte[], byte[]> consumer, Checkpoints checkpoints, Condition condition) {
    this.consumer = consumer;
    this.checkpoints = checkpoints;
    this.condition = condition;
  }

  void stored(TopicPartition partition, Bookmark bookmark) {
    due.put(partition, bookmark);
  }

  /** Somebody else reads these partitions from now on, from where they find them. */
  void forget(Collection<TopicPartition> partitions) {
    due.keySet().removeAll(partitions);
  }

  /** Tells the broker. What cannot be told now stays due, unless the partitions are not ours. */
  void flush() {
    if (due.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(offsets(), LONGEST);
      told();
    } catch (CommitFailedException moved) {
      LOG.info("partitions moved to another member before {} was committed", due.keySet());
      due.clear();
    } catch (RebalanceInProgressException soon) {
      LOG.debug("not committed until partitions are divided: {}", due.keySet());
    } catch (RetriableException later) {
      failed(later);
    }
  }

  private void told() {
    due.forEach(
        (partition, bookmark) ->
            checkpoints.reached(partition.toString(), bookmark.toCheckpoint()));
    due.clear();
    if (failures > 0) {
      failures = 0;
      condition.obstacle(null);
    }
  }

  /** Brokers can answer all else while the one that keeps the group's offsets is away. */
  private void failed(RetriableException failure) {
    LOG.debug("not committed yet: {}", due.keySet(), failure);
    if (++failures >= WORTH_A_WORD) {
      condition.obstacle(
          "Kafka does not take down how far the consumer group has read; it is told again and"
              + " again.");
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> offsets() {
    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
    due.forEach((partition, bookmark) -> offsets.put(partition, bookmark.toCommit()));
    return offsets;
  }
}
