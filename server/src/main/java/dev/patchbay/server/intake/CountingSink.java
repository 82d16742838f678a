package dev.patchbay.server.intake;

import dev.patchbay.spi.intake.Acceptance;
import dev.patchbay.spi.intake.EventSink;
import dev.patchbay.spi.intake.RawEvent;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the records that a sink stored. */
final class CountingSink implements EventSink {
  private final EventSink sink;
  private final AtomicLong stored = new AtomicLong();

  CountingSink(EventSink sink) {
    this.sink = sink;
  }

  @Override
  public CompletionStage<Acceptance> accept(List<RawEvent> records) {
    return sink.accept(records).thenApply(this::counted);
  }

  long stored() {
    return stored.get();
  }

  private Acceptance counted(Acceptance acceptance) {
    if (acceptance instanceof Acceptance.Stored(var receipts)) {
      stored.addAndGet(receipts.size());
    }
    return acceptance;
  }
}
