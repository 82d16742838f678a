package dev.patchbay.intakes.redis;

import dev.patchbay.spi.intake.Acceptance;
import dev.patchbay.spi.intake.Acceptance.NotStored;
import dev.patchbay.spi.intake.Acceptance.Stored;
import dev.patchbay.spi.intake.EventSink;
import dev.patchbay.spi.intake.RawEvent;
import dev.patchbay.spi.intake.Receipt;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Brings records to the hub until they are stored. */
final class Handover {
  private final EventSink sink;
  private final Vitals vitals;
  private final Stop stop;

  Handover(EventSink sink, Vitals vitals, Stop stop) {
    this.sink = sink;
    this.vitals = vitals;
    this.stop = stop;
  }

  /**
   * The receipts, one per record.
   *
   * @param meanwhile runs before each further try
   * @throws InterruptedException if the intake closes and the hub does not take them
   */
  List<Receipt> store(List<RawEvent> records, Runnable meanwhile) throws InterruptedException {
    while (true) {
      switch (answer(records)) {
        case Stored(var receipts) -> {
          vitals.up();
          return receipts;
        }
        case NotStored(var reason, var after) -> {
          vitals.heldBack(reason);
          stop.pause(after);
          meanwhile.run();
        }
      }
    }
  }

  private Acceptance answer(List<RawEvent> records) throws InterruptedException {
    try {
      return sink.accept(records).toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the hub broke its promise to answer", e);
    }
  }
}
