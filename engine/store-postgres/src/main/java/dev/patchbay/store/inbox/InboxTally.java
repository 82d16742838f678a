package dev.patchbay.store.inbox;

import dev.patchbay.model.event.ReceiptStatus;
import dev.patchbay.store.Command;
import java.util.Collections;
import java.util.List;

/**
 * The inbox's side of the books. An event that several routes take counts once per delivery, one
 * that no route takes counts once.
 */
final class InboxTally {
  /** Nodes write to different rows, so that their commits do not wait for each other. */
  private static final long SHARDS = 64;

  private InboxTally() {}

  static Command addition(
      long node,
      List<NumberedEntry> stored,
      List<ReceiptStatus> status,
      int quarantined,
      int conflicts) {
    long noRoute = stored.stream().filter(e -> e.entry().routed().isEmpty()).count();
    long deliveries = stored.stream().mapToLong(e -> e.entry().routed().size()).sum();
    long duplicates = Collections.frequency(status, ReceiptStatus.DUPLICATE);
    return Command.of(
        """
            INSERT INTO inbox_tally AS t
              (shard, accepted, no_route, quarantined, duplicates, conflicts)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (shard) DO UPDATE SET accepted = t.accepted + excluded.accepted,
              no_route = t.no_route + excluded.no_route,
              quarantined = t.quarantined + excluded.quarantined,
              duplicates = t.duplicates + excluded.duplicates,
              conflicts = t.conflicts + excluded.conflicts
            """,
        (int) (node % SHARDS),
        noRoute + deliveries + quarantined,
        noRoute,
        (long) quarantined,
        duplicates,
        (long) conflicts);
  }
}
