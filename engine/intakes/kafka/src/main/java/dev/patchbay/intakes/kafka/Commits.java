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

  private final Consumer<byte[], byte[]> consumer;
  private final Checkpoints checkpoints;
  private final Map<TopicPartition, Bookmark> due = new HashMap<>();

  Commits(Consumer<byte[], byte[]> consumer, Checkpoints checkpoints) {
    this.consumer = consumer;
    this.checkpoints = checkpoints;
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
      due.forEach(
          (partition, bookmark) ->
              checkpoints.reached(partition.toString(), bookmark.toCheckpoint()));
      due.clear();
    } catch (CommitFailedException moved) {
      LOG.info("partitions moved to another member before {} was committed", due.keySet());
      due.clear();
    } catch (RebalanceInProgressException | RetriableException later) {
      LOG.debug("not committed yet: {}", due.keySet(), later);
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> offsets() {
    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
    due.forEach((partition, bookmark) -> offsets.put(partition, bookmark.toCommit()));
    return offsets;
  }
}
