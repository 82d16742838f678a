package dev.patchbay.intakes.kafka;

import dev.patchbay.intakes.kafka.Assignment.Doubt;
import dev.patchbay.spi.intake.IntakeContext;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out where to read the partitions that are in doubt. Used by the polling thread only. */
final class Positions {
  private static final Logger LOG = LoggerFactory.getLogger(Positions.class);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;
  private final Assignment assignment;
  private final Topics topics;
  private final IntakeContext context;
  private final Interval retries = new Interval(Duration.ofSeconds(1));

  Positions(
      Consumer<byte[], byte[]> consumer,
      Assignment assignment,
      Topics topics,
      IntakeContext context) {
    this.consumer = consumer;
    this.assignment = assignment;
    this.topics = topics;
    this.context = context;
  }

  /** Settles all doubts that can be settled now. */
  void settle() throws InterruptedException {
    var doubts = assignment.doubts();
    if (doubts.isEmpty() || !retries.isDue()) {
      return;
    }
    try {
      settle(doubts);
    } catch (ExecutionException | RetriableException unknown) {
      LOG.debug("not known yet where to read {}", doubts.keySet(), unknown);
    }
  }

  private void settle(Map<TopicPartition, Doubt> doubts)
      throws ExecutionException, InterruptedException {
    var committed = consumer.committed(doubts.keySet(), LONGEST);
    var logs = topics.logs(doubts.keySet());
    var settled = 0;
    for (var doubt : doubts.entrySet()) {
      var partition = doubt.getKey();
      var found =
          new Found(
              partition,
              Optional.ofNullable(committed.get(partition)).map(Bookmark::ofCommit),
              Objects.requireNonNull(logs.get(partition)));
      settled += settle(found, doubt.getValue()) ? 1 : 0;
    }
    if (settled == doubts.size()) {
      retries.reset();
    }
  }

  /** The partition stands still until a gap that was found is kept by the hub. */
  private boolean settle(Found found, Doubt doubt) {
    try {
      var placement = place(found, doubt);
      placement.incident().ifPresent(context.incidents()::report);
      assignment.settle(found.partition, placement.offset(), found.log.topicId());
      return true;
    } catch (RuntimeException notKept) {
      LOG.warn("intake {}: {} waits, a gap cannot be noted", context.name(), found, notKept);
      return false;
    }
  }

  private Placement place(Found found, Doubt doubt) {
    return switch (doubt) {
      case NEW -> start(found);
      case OUT_OF_RANGE -> Placement.after(found.partition, position(found.partition), found.log);
      case TRUNCATED -> Placement.truncated(found.partition, found.log);
    };
  }

  private Placement start(Found found) {
    return found
        .committed
        .map(bookmark -> Placement.after(found.partition, bookmark, found.log))
        .orElseGet(() -> withoutCommit(found));
  }

  private Placement withoutCommit(Found found) {
    return context
        .checkpoints()
        .find(found.partition.toString())
        .map(Bookmark::ofCheckpoint)
        .map(known -> Placement.forgotten(found.partition, known, found.log))
        .orElseGet(() -> Placement.first(found.log));
  }

  private Bookmark position(TopicPartition partition) {
    return assignment.bookmark(partition, consumer.position(partition, LONGEST));
  }

  /** What the brokers say of a partition in doubt. */
  private record Found(TopicPartition partition, Optional<Bookmark> committed, PartitionLog log) {}
}
