package dev.patchbay.store.inbox;

import dev.patchbay.model.event.ReceiptStatus;
import dev.patchbay.store.Command;
import dev.patchbay.store.StorableText;
import dev.patchbay.store.inbox.NumberedEntry.Identity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** One batch on its way into the log, inside one transaction. */
final class Ingest {
  private final Connection connection;
  private final List<NumberedEntry> batch;
  private final LaneWork lanes;
  private final Map<Identity, Standing> standing = new HashMap<>();
  private final Set<UUID> fresh = new HashSet<>();

  private Ingest(Connection connection, List<NumberedEntry> batch, long node) {
    this.connection = connection;
    this.batch = batch;
    this.lanes = new LaneWork(connection, node);
  }

  static Result run(Connection connection, List<NumberedEntry> batch, long node)
      throws SQLException {
    return new Ingest(connection, batch, node).run(node);
  }

  private Result run(long node) throws SQLException {
    claimKeys(batch);
    lookUpTheRest();
    claimGivenUp();
    var conflicts = recordConflicts();
    var quarantined = quarantine();
    var stored = batch.stream().filter(e -> fresh.contains(e.id())).toList();
    var status = batch.stream().map(this::status).toList();
    var tally = InboxTally.addition(node, stored, status, quarantined, conflicts);
    var work = lanes.enqueue(stored, List.of(insertion(stored), tally));
    return new Result(status, awakened(), work.lanesOfOthers());
  }

  private void claimKeys(List<NumberedEntry> entries) throws SQLException {
    var good =
        entries.stream().filter(e -> !e.quarantined()).sorted(NumberedEntry.LOCK_ORDER).toList();
    if (good.isEmpty()) {
      return;
    }
    fresh.addAll(
        Command.of(
                """
                INSERT INTO event_key (source, event_id, id, digest)
                SELECT * FROM unnest(?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id
                """,
                column(good, e -> e.identity().source(), Integer[]::new),
                column(good, e -> e.identity().id(), String[]::new),
                column(good, NumberedEntry::id, UUID[]::new),
                column(good, NumberedEntry::digest, Long[]::new))
            .list(connection, row -> row.getObject("id", UUID.class)));
  }

  private void lookUpTheRest() throws SQLException {
    var rest = batch.stream().filter(e -> !fresh.contains(e.id())).toList();
    if (rest.isEmpty()) {
      return;
    }
    Command.of(
            """
            SELECT k.source, k.event_id, k.id, k.digest FROM event_key k
            JOIN (SELECT DISTINCT * FROM unnest(?, ?) u (source, event_id)) u
              USING (source, event_id)
            """,
            column(rest, e -> e.identity().source(), Integer[]::new),
            column(rest, e -> e.identity().id(), String[]::new))
        .list(
            connection,
            row ->
                standing.put(
                    new Identity(row.getInt("source"), row.getString("event_id")),
                    new Standing(row.getObject("id", UUID.class), row.getLong("digest"))));
  }

  /** A key that stood at first may have grown too old meanwhile: then it is free. */
  private void claimGivenUp() throws SQLException {
    var free =
        batch.stream()
            .filter(e -> !fresh.contains(e.id()) && !standing.containsKey(e.identity()))
            .toList();
    if (free.stream().anyMatch(e -> !e.quarantined())) {
      claimKeys(free);
      lookUpTheRest();
    }
  }

  private ReceiptStatus status(NumberedEntry entry) {
    var before = standing.get(entry.identity());
    if (fresh.contains(entry.id()) || (before != null && before.id().equals(entry.id()))) {
      return ReceiptStatus.ACCEPTED;
    }
    if (before == null) {
      return ReceiptStatus.QUARANTINED;
    }
    return before.digest() == entry.digest() ? ReceiptStatus.DUPLICATE : ReceiptStatus.CONFLICT;
  }

  private int recordConflicts() throws SQLException {
    var odd = with(ReceiptStatus.CONFLICT);
    if (odd.isEmpty()) {
      return 0;
    }
    return Command.of(
            """
            INSERT INTO event_conflict (source, event_id, digest, payload)
            SELECT * FROM unnest(?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            column(odd, e -> e.identity().source(), Integer[]::new),
            column(odd, e -> e.identity().id(), String[]::new),
            column(odd, NumberedEntry::digest, Long[]::new),
            column(odd, e -> e.entry().envelope().payload(), byte[][]::new))
        .update(connection);
  }

  private int quarantine() throws SQLException {
    var bad = with(ReceiptStatus.QUARANTINED);
    if (bad.isEmpty()) {
      return 0;
    }
    return Command.of(
            """
            INSERT INTO quarantine (id, source, event_id, type, digest, intake, payload, reasons)
            SELECT id, source, event_id, type, digest, intake, payload, string_to_array(r, E'\\x1f')
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
              u (id, source, event_id, type, digest, intake, payload, r)
            ON CONFLICT DO NOTHING
            """,
            column(bad, NumberedEntry::id, UUID[]::new),
            column(bad, e -> e.identity().source(), Integer[]::new),
            column(bad, e -> e.identity().id(), String[]::new),
            column(bad, e -> StorableText.of(e.entry().envelope().type()), String[]::new),
            column(bad, NumberedEntry::digest, Long[]::new),
            column(bad, e -> e.entry().intake(), String[]::new),
            column(bad, e -> e.entry().envelope().payload(), byte[][]::new),
            column(
                bad,
                e -> StorableText.of(String.join("\u001f", e.entry().faults())),
                String[]::new))
        .update(connection);
  }

  private static Command insertion(List<NumberedEntry> stored) {
    return Command.of(
        """
        INSERT INTO event (id, type, intake, payload) SELECT * FROM unnest(?, ?, ?, ?)
        """,
        column(stored, NumberedEntry::id, UUID[]::new),
        column(stored, NumberedEntry::type, Integer[]::new),
        column(stored, e -> e.entry().intake(), String[]::new),
        column(stored, e -> e.entry().envelope().payload(), byte[][]::new));
  }

  private List<NumberedEntry> with(ReceiptStatus wanted) {
    return batch.stream()
        .filter(e -> status(e) == wanted)
        .sorted(NumberedEntry.LOCK_ORDER)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Lanes of everything accepted, also where an earlier try of the same batch had stored it. */
  private Set<Integer> awakened() {
    return batch.stream()
        .filter(e -> status(e) == ReceiptStatus.ACCEPTED)
        .flatMap(e -> e.entry().routed().stream())
        .map(routed -> routed.lane())
        .collect(Collectors.toSet());
  }

  static <T> T[] column(
      List<NumberedEntry> entries, Function<NumberedEntry, T> value, IntFunction<T[]> array) {
    return entries.stream().map(value).toArray(array);
  }

  /** What stands under an identity. */
  private record Standing(UUID id, long digest) {}

  /** What became of the batch. */
  record Result(List<ReceiptStatus> status, Set<Integer> awakened, Set<Integer> lanesOfOthers) {}
}
