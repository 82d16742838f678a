package dev.patchbay.intakes.redis;

import dev.patchbay.spi.intake.Acceptance;
import dev.patchbay.spi.intake.Acceptance.NotStored;
import dev.patchbay.spi.intake.Acceptance.Stored;
import dev.patchbay.spi.intake.Checkpoints;
import dev.patchbay.spi.intake.EventSink;
import dev.patchbay.spi.intake.Incident;
import dev.patchbay.spi.intake.Incidents;
import dev.patchbay.spi.intake.RawEvent;
import dev.patchbay.spi.intake.Receipt;
import dev.patchbay.spi.intake.Receipt.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The hub's side of an intake: keeps what it is brought, and can refuse or hold it. */
final class FakeHub implements EventSink, Checkpoints, Incidents {
  private static final Duration SOON = Duration.ofMillis(20);
  private final List<List<RawEvent>> brought = new CopyOnWriteArrayList<>();
  private final List<RawEvent> stored = new CopyOnWriteArrayList<>();
  private final List<Incident> incidents = new CopyOnWriteArrayList<>();
  private final Map<String, String> reached = new ConcurrentHashMap<>();
  private final AtomicInteger lostReports = new AtomicInteger();
  private volatile Predicate<RawEvent> unreadable = event -> false;
  private volatile boolean closed;
  private volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

  @Override
  public CompletionStage<Acceptance> accept(List<RawEvent> records) {
    brought.add(List.copyOf(records));
    if (closed) {
      return CompletableFuture.completedFuture(new NotStored("the database is gone", SOON));
    }
    return gate.thenApply(_ -> store(records));
  }

  @Override
  public Optional<String> find(String stream) {
    return Optional.ofNullable(reached.get(stream));
  }

  @Override
  public void reached(String stream, String position) {
    reached.put(stream, position);
  }

  @Override
  public void report(Incident incident) {
    if (lostReports.getAndUpdate(lost -> Math.max(0, lost - 1)) > 0) {
      throw new IllegalStateException("the database is gone");
    }
    incidents.add(incident);
  }

  /** Takes nothing from now on. */
  void refuse() {
    closed = true;
  }

  /** Takes again. */
  void open() {
    closed = false;
    gate.complete(null);
  }

  /** Answers nothing until {@link #open}. */
  void hold() {
    gate = new CompletableFuture<>();
  }

  /** Puts such events aside. */
  void quarantine(Predicate<RawEvent> events) {
    unreadable = events;
  }

  /** Cannot keep the next reports. */
  void loseReports(int count) {
    lostReports.set(count);
  }

  List<List<RawEvent>> brought() {
    return brought;
  }

  List<RawEvent> stored() {
    return stored;
  }

  /** Ids of the entries stored, in order of arrival. */
  List<String> storedIds() {
    return stored.stream().map(FakeHub::id).toList();
  }

  List<Incident> incidents() {
    return incidents;
  }

  static String id(RawEvent event) {
    return event.position().substring(event.position().lastIndexOf('@') + 1);
  }

  private Acceptance store(List<RawEvent> records) {
    stored.addAll(records);
    return new Stored(records.stream().map(this::receipt).toList());
  }

  private Receipt receipt(RawEvent event) {
    return unreadable.test(event)
        ? new Receipt(Status.QUARANTINED, List.of("no subject", "no time"))
        : new Receipt(Status.ACCEPTED, List.of());
  }
}
