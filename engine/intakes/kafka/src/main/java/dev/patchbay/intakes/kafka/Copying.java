package dev.patchbay.intakes.kafka;

import dev.patchbay.spi.intake.Receipt;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies refused records to their topic, again and again until all are there: once their offsets
 * are committed nobody would do it. Used by the polling thread only.
 */
final class Copying {
  private static final Logger LOG = LoggerFactory.getLogger(Copying.class);

  private final RefusedTopic topic;
  private final Patience patience;
  private final Condition condition;
  private final Reasons reasons;
  private final Backoff backoff = new Backoff(RandomGenerator.getDefault());

  Copying(RefusedTopic topic, Patience patience, Condition condition, Reasons reasons) {
    this.topic = topic;
    this.patience = patience;
    this.condition = condition;
    this.reasons = reasons;
  }

  /**
   * Copies the refused ones of a batch.
   *
   * @return false if we are to stop and it did not succeed
   */
  boolean copy(Batch batch, List<Receipt> receipts) throws InterruptedException {
    while (true) {
      var answer = patience.answer(failure(batch, receipts));
      if (answer.isEmpty()) {
        return false;
      }
      if (answer.get().isEmpty()) {
        backoff.reset();
        condition.obstacle(null);
        return true;
      }
      failed(answer.get().get());
      if (!patience.pause(backoff.next())) {
        return false;
      }
    }
  }

  private CompletableFuture<Optional<Throwable>> failure(Batch batch, List<Receipt> receipts) {
    return topic.send(batch, receipts).handle((_, failure) -> Optional.ofNullable(failure));
  }

  private void failed(Throwable failure) {
    LOG.debug("refused records not copied", failure);
    topic.close();
    condition.obstacle(reasons.notCopied(failure));
  }
}
