package dev.patchbay.intakes.kafka;

import dev.patchbay.spi.intake.Acceptance;
import dev.patchbay.spi.intake.EventSink;
import dev.patchbay.spi.intake.RawEvent;
import dev.patchbay.spi.intake.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A hub that notes what is brought, and that can be full, slow or picky. Thread-safe. */
final class RecordingSink implements EventSink {
  static final Receipt ACCEPTED = new Receipt(Receipt.Status.ACCEPTED, List.of());

  private final List<List<RawEvent>> offered = new ArrayList<>();
  private final List<RawEvent> stored = new ArrayList<>();
  private final List<Runnable> held = new ArrayList<>();
  private Function<RawEvent, Receipt> judgement = _ -> ACCEPTED;
  private @Nullable String refusal;
  private boolean holds;

  @Override
  public synchronized CompletionStage<Acceptance> accept(List<RawEvent> records) {
    offered.add(records);
    if (refusal != null) {
      return CompletableFuture.completedFuture(
          new Acceptance.NotStored(refusal, Duration.ofMillis(20)));
    }
    var answer = new CompletableFuture<Acceptance>();
    held.add(() -> store(records, answer));
    if (!holds) {
      release();
    }
    return answer;
  }

  /** Answers later. */
  synchronized void hold() {
    holds = true;
  }

  /** Stores what waits for an answer, and all that comes. */
  synchronized void release() {
    holds = false;
    held.forEach(Runnable::run);
    held.clear();
  }

  /** Stores nothing for now. */
  synchronized void refuse(String reason) {
    refusal = reason;
  }

  synchronized void takeAgain() {
    refusal = null;
  }

  synchronized void judge(Function<RawEvent, Receipt> next) {
    judgement = next;
  }

  /** Each batch as it was brought, by positions. */
  synchronized List<List<String>> offered() {
    return offered.stream().map(RecordingSink::positions).toList();
  }

  synchronized List<RawEvent> stored() {
    return List.copyOf(stored);
  }

  synchronized List<String> storedPositions() {
    return positions(stored);
  }

  /** The positions stored of one partition, in order. */
  synchronized List<String> storedOf(String partition) {
    return positions(stored).stream().filter(p -> p.startsWith(partition + "@")).toList();
  }

  private synchronized void store(List<RawEvent> records, CompletableFuture<Acceptance> answer) {
    stored.addAll(records);
    answer.complete(new Acceptance.Stored(records.stream().map(judgement).toList()));
  }

  private static List<String> positions(List<RawEvent> events) {
    return events.stream().map(RawEvent::position).toList();
  }
}
