package dev.patchbay.core.result;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** An outbox in memory. */
public final class FakeResultStore implements ResultStore {
  private final InstantSource clock;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<String> intakes;
  private int failures;

  /** An outbox of these intakes. */
  public FakeResultStore(InstantSource clock, String... intakes) {
    this.clock = clock;
    this.intakes = List.of(intakes);
  }

  /** A delivery of this key becomes DEAD. */
  public synchronized void add(String intake, String key) {
    var failed =
        new FailedDelivery(
            UUID.randomUUID(), "1-1-e", new byte[0], "r", "c", key, 1, "why", clock.instant());
    waiting.add(new Waiting(intake, failed));
  }

  /** The next calls of {@link #done} fail. */
  public synchronized void failToNote(int times) {
    failures = times;
  }

  @Override
  public synchronized Claim claim(String intake, int most) {
    var until = clock.instant().plus(CLAIM);
    var mine =
        waiting.stream()
            .filter(one -> one.intake.equals(intake) && one.until.isBefore(clock.instant()))
            .limit(most)
            .toList();
    mine.forEach(one -> one.until = until);
    return new Claim(until, mine.stream().map(one -> one.result).toList());
  }

  @Override
  public synchronized void done(Claim claim) {
    if (failures > 0) {
      failures--;
      throw new IllegalStateException("the database is away");
    }
    waiting.removeIf(one -> claim.results().contains(one.result));
  }

  @Override
  public synchronized void giveBack(Claim claim) {
    waiting.stream()
        .filter(one -> claim.results().contains(one.result) && one.until.equals(claim.until()))
        .forEach(one -> one.until = Instant.MIN);
  }

  @Override
  public synchronized int discard(String intake) {
    int before = waiting.size();
    waiting.removeIf(one -> one.intake.equals(intake));
    return before - waiting.size();
  }

  @Override
  public synchronized Map<String, Long> waiting() {
    var counts =
        waiting.stream().collect(Collectors.groupingBy(one -> one.intake, Collectors.counting()));
    var all = new TreeMap<String, Long>();
    intakes.forEach(intake -> all.put(intake, counts.getOrDefault(intake, 0L)));
    return all;
  }

  private static final class Waiting {
    private final String intake;
    private final FailedDelivery result;
    private Instant until = Instant.MIN;

    Waiting(String intake, FailedDelivery result) {
      this.intake = intake;
      this.result = result;
    }
  }
}
