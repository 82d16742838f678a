package dev.patchbay.server.intake;

import dev.patchbay.core.result.FailedDelivery;
import dev.patchbay.core.result.ResultStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An outbox in memory, whose claims never run out. */
final class KeptResults implements ResultStore {
  private final List<FailedDelivery> waiting = new ArrayList<>();
  private final Set<UUID> claimed = new HashSet<>();
  private int failures;

  synchronized void add(String key) {
    waiting.add(
        new FailedDelivery(
            UUID.randomUUID(), "1-1-e", new byte[0], "r", "c", key, 1, "why", Instant.EPOCH));
  }

  /** The next calls of {@link #done} fail. */
  synchronized void failToNote(int times) {
    failures = times;
  }

  @Override
  public synchronized Claim claim(String intake, int most) {
    var free = waiting.stream().filter(r -> !claimed.contains(r.id())).limit(most).toList();
    free.forEach(result -> claimed.add(result.id()));
    return new Claim(Instant.EPOCH, free);
  }

  @Override
  public synchronized void done(Claim claim) {
    if (failures-- > 0) {
      throw new IllegalStateException("the database is away");
    }
    waiting.removeAll(claim.results());
  }

  @Override
  public synchronized void giveBack(Claim claim) {
    claim.results().forEach(result -> claimed.remove(result.id()));
  }

  @Override
  public synchronized int discard(String intake) {
    int size = waiting.size();
    waiting.clear();
    return size;
  }

  @Override
  public synchronized Map<String, Long> waiting() {
    return Map.of("redis", (long) waiting.size());
  }
}
