package dev.patchbay.intakes.kafka;

import dev.patchbay.spi.intake.Acceptance;
import dev.patchbay.spi.intake.EventSink;
import java.time.Duration;

/** Brings a batch to the hub until it is stored. Used by the polling thread only. */
final class Delivery {
  private final EventSink sink;
  private final Patience patience;
  private final Copying copying;
  private final Assignment assignment;
  private final Condition condition;

  Delivery(
      EventSink sink,
      Patience patience,
      Copying copying,
      Assignment assignment,
      Condition condition) {
    this.sink = sink;
    this.patience = patience;
    this.copying = copying;
    this.assignment = assignment;
    this.condition = condition;
  }

  /**
   * Returns when it is stored, when other members read all of it, or when we are to stop.
   *
   * <p>What is taken from us meanwhile is not brought again and not committed.
   */
  void bring(Batch batch) throws InterruptedException {
    assignment.watch();
    var rest = batch;
    while (!rest.isEmpty() && !isDone(rest)) {
      rest = rest.without(assignment.lost());
    }
    condition.heldBack(null);
  }

  private boolean isDone(Batch batch) throws InterruptedException {
    var answer = patience.answer(sink.accept(batch.events()));
    if (answer.isEmpty()) {
      return true;
    }
    return switch (answer.get()) {
      case Acceptance.Stored stored -> {
        condition.heldBack(null);
        finish(batch, stored);
        yield true;
      }
      case Acceptance.NotStored(String reason, Duration after) -> {
        condition.heldBack(reason);
        yield !patience.pause(after);
      }
    };
  }

  private void finish(Batch batch, Acceptance.Stored stored) throws InterruptedException {
    if (copying.copy(batch, stored.receipts())) {
      batch.without(assignment.lost()).ends().forEach(assignment::stored);
    }
  }
}
