package dev.patchbay.intakes.kafka;

import java.time.Duration;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.RetriableException;

/** Looks after the brokers and the lag while reading and while waiting. */
final class Watch {
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final Consumer<byte[], byte[]> consumer;
  private final Assignment assignment;
  private final Topics topics;
  private final Condition condition;
  private final Interval lagInterval = new Interval(Duration.ofSeconds(1));
  private int inHand;

  Watch(
      Consumer<byte[], byte[]> consumer,
      Assignment assignment,
      Topics topics,
      Condition condition) {
    this.consumer = consumer;
    this.assignment = assignment;
    this.topics = topics;
    this.condition = condition;
  }

  /** So many records were read and are not stored yet. */
  void inHand(int records) {
    inHand = records;
  }

  void look() throws InterruptedException {
    topics.ask();
    if (topics.hasAnswer()) {
      judge(topics.answer());
    }
    if (lagInterval.isDue()) {
      condition.lag(lag());
    }
  }

  private void judge(Finding finding) {
    assignment.compare(finding.ids());
    switch (finding) {
      case Finding.Troubled troubled -> condition.trouble(troubled.reason());
      case Finding.Found _ when condition.hasJoined() -> condition.trouble(null);
      case Finding.Found _ -> {
        // what troubled us may have to do with the group
      }
    }
  }

  /** By the ends of the logs: what the consumer knows of them stands still while it is paused. */
  private OptionalLong lag() {
    if (condition.isTroubled() || !condition.hasJoined() || !assignment.doubts().isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long lag = inHand;
      for (var end : consumer.endOffsets(consumer.assignment(), LONGEST).entrySet()) {
        lag += Math.max(0, end.getValue() - consumer.position(end.getKey(), LONGEST));
      }
      return OptionalLong.of(lag);
    } catch (RetriableException unknown) {
      return OptionalLong.empty();
    }
  }
}
