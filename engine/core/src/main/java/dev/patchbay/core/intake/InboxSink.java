package dev.patchbay.core.intake;

import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.core.event.ReadResult;
import dev.patchbay.core.inbox.Admission;
import dev.patchbay.core.inbox.Decided;
import dev.patchbay.core.inbox.Inbox;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.event.EventReceipt;
import dev.patchbay.spi.intake.Acceptance;
import dev.patchbay.spi.intake.EventSink;
import dev.patchbay.spi.intake.RawEvent;
import dev.patchbay.spi.intake.Receipt;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings an intake's records into the inbox: reads each as a CloudEvents event, puts aside what is
 * none, and answers after the commit. Thread-safe.
 */
public final class InboxSink implements EventSink {
  private static final Logger LOG = LoggerFactory.getLogger(InboxSink.class);
  private static final String NO_DATABASE =
      "The hub could not write the events to its database and tries again; its log says why";
  private static final int PART = 500;

  /** The inbox answers on the thread that writes; nothing else may keep that busy. */
  private static final Executor OFF_THE_WRITER = Thread::startVirtualThread;

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final String intake;
  private final EnvelopeReader reader;
  private final Inbox inbox;
  private final UnreadableStore unreadable;

  /**
   * A sink of one intake.
   *
   * @param intake its name, recorded beside its events
   */
  public InboxSink(String intake, EnvelopeReader reader, Inbox inbox, UnreadableStore unreadable) {
    this.intake = intake;
    this.reader = reader;
    this.inbox = inbox;
    this.unreadable = unreadable;
  }

  /** One part is read, checked and routed while the one before it is written. */
  @Override
  public CompletionStage<Acceptance> accept(List<RawEvent> records) {
    var answer = bring(prepared(records.subList(0, Math.min(PART, records.size()))));
    for (int from = PART; from < records.size(); from += PART) {
      var part = prepared(records.subList(from, Math.min(from + PART, records.size())));
      answer = answer.thenComposeAsync(before -> behind(before, part), OFF_THE_WRITER);
    }
    return answer;
  }

  /** What comes later is not stored before what came first. */
  private CompletionStage<Acceptance> behind(Acceptance before, Prepared part) {
    return switch (before) {
      case Acceptance.NotStored _ -> CompletableFuture.completedStage(before);
      case Acceptance.Stored stored -> bring(part).thenApply(rest -> joined(stored, rest));
    };
  }

  /** Records that are ready to be stored, or one of which broke the hub. */
  private sealed interface Prepared {
    record Whole(Sorted sorted, Decided decided) implements Prepared {}

    record Broken(List<RawEvent> records, RuntimeException failure) implements Prepared {}
  }

  private Prepared prepared(List<RawEvent> records) {
    try {
      var sorted = Sorted.of(records, reader);
      return new Prepared.Whole(sorted, inbox.decide(sorted.envelopes()));
    } catch (RuntimeException failure) { // the intake's edge: one record must not stop the stream
      return new Prepared.Broken(records, failure);
    }
  }

  private CompletionStage<Acceptance> bring(Prepared part) {
    return switch (part) {
      case Prepared.Whole(var sorted, var decided) -> store(sorted, decided);
      case Prepared.Broken(var records, var failure) when records.size() == 1 ->
          poison(records.getFirst(), failure);
      case Prepared.Broken(var records, _) -> inHalves(records);
    };
  }

  private CompletionStage<Acceptance> store(Sorted sorted, Decided decided) {
    if (!isKept(sorted.unreadable())) {
      return notStored("Records that cannot be read could not be put aside", PAUSE);
    }
    return switch (inbox.store(decided, intake)) {
      case Admission.Overloaded(var after) -> notStored("Too many events wait to be stored", after);
      case Admission.Admitted(var receipts) ->
          receipts.handle((stored, _) -> outcome(sorted, stored));
    };
  }

  /** Until the record at fault is alone. Those brought twice on the way are known again. */
  private CompletionStage<Acceptance> inHalves(List<RawEvent> records) {
    int middle = records.size() / 2;
    return bring(prepared(records.subList(0, middle)))
        .thenComposeAsync(
            first -> behind(first, prepared(records.subList(middle, records.size()))),
            OFF_THE_WRITER);
  }

  private static Acceptance joined(Acceptance.Stored first, Acceptance rest) {
    return switch (rest) {
      case Acceptance.NotStored _ -> rest;
      case Acceptance.Stored(var receipts) -> {
        var all = new ArrayList<>(first.receipts());
        all.addAll(receipts);
        yield new Acceptance.Stored(all);
      }
    };
  }

  private CompletionStage<Acceptance> poison(RawEvent record, RuntimeException failure) {
    LOG.error("intake {}: {} breaks the hub and is put aside", intake, record.position(), failure);
    var reasons = List.of("the hub failed at it; its log says why under " + record.position());
    return isKept(List.of(new UnreadableRecord(record, reasons)))
        ? CompletableFuture.completedStage(
            new Acceptance.Stored(List.of(new Receipt(Receipt.Status.UNREADABLE, reasons))))
        : notStored("A record that breaks the hub could not be put aside", PAUSE);
  }

  private boolean isKept(List<UnreadableRecord> records) {
    if (records.isEmpty()) {
      return true;
    }
    try {
      unreadable.keep(intake, records);
      return true;
    } catch (RuntimeException failure) { // the intake's edge: it brings them again
      LOG.warn("intake {}: {}", intake, failure.toString());
      return false;
    }
  }

  private static CompletionStage<Acceptance> notStored(String reason, Duration after) {
    return CompletableFuture.completedStage(new Acceptance.NotStored(reason, after));
  }

  private static Acceptance outcome(Sorted sorted, @Nullable List<EventReceipt> stored) {
    return stored == null
        ? new Acceptance.NotStored(NO_DATABASE, PAUSE)
        : new Acceptance.Stored(sorted.receipts(stored));
  }

  /**
   * Records told apart.
   *
   * @param faults one per record, in the order given: why it is no event, empty if it is one
   */
  private record Sorted(
      List<Envelope> envelopes, List<UnreadableRecord> unreadable, List<List<String>> faults) {
    static Sorted of(List<RawEvent> records, EnvelopeReader reader) {
      var sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (var record : records) {
        sorted.add(record, read(record, reader));
      }
      return sorted;
    }

    private void add(RawEvent record, ReadResult result) {
      switch (result) {
        case ReadResult.Events(var events) -> {
          envelopes.addAll(events);
          faults.add(List.of());
        }
        case ReadResult.Unreadable(_, var errors) -> {
          var reasons = errors.stream().map(Sorted::text).toList();
          unreadable.add(new UnreadableRecord(record, reasons));
          faults.add(reasons);
        }
      }
    }

    private static ReadResult read(RawEvent record, EnvelopeReader reader) {
      return switch (record) {
        case RawEvent.Structured(_, var body) -> reader.structured(body);
        case RawEvent.Binary(_, var attributes, var data, var contentType) ->
            reader.attributes(attributes, data, contentType);
      };
    }

    private static String text(FieldError error) {
      return (error.field() + " " + error.message()).strip();
    }

    List<Receipt> receipts(List<EventReceipt> stored) {
      var left = new ArrayDeque<>(stored);
      var receipts = new ArrayList<Receipt>(faults.size());
      for (var reasons : faults) {
        receipts.add(
            reasons.isEmpty()
                ? receipt(left.remove())
                : new Receipt(Receipt.Status.UNREADABLE, reasons));
      }
      return receipts;
    }

    private static Receipt receipt(EventReceipt receipt) {
      var status =
          switch (receipt.status()) {
            case ACCEPTED -> Receipt.Status.ACCEPTED;
            case DUPLICATE -> Receipt.Status.DUPLICATE;
            case CONFLICT -> Receipt.Status.CONFLICT;
            case QUARANTINED -> Receipt.Status.QUARANTINED;
          };
      return new Receipt(status, receipt.reasons());
    }
  }
}
