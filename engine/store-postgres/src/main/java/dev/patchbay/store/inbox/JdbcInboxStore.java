package dev.patchbay.store.inbox;

import dev.patchbay.core.inbox.InboxStore;
import dev.patchbay.core.route.InboxEntry;
import dev.patchbay.store.Database;
import dev.patchbay.store.StorableText;
import dev.patchbay.store.delivery.LaneNotices;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The inbox in PostgreSQL: one transaction and a handful of set-based statements for a gathered
 * batch, whatever its size. Other nodes are told of work for their lanes after the commit (inside
 * the transaction a NOTIFY would make committers queue).
 */
public final class JdbcInboxStore implements InboxStore {
  private final Database database;
  private final LongSupplier node;
  private final Dictionary sources;
  private final Dictionary types;

  /**
   * A store that writes to this database.
   *
   * @param node id of this node, asked for at each use: a node that lost its lease gets a new one
   */
  public JdbcInboxStore(Database database, LongSupplier node) {
    this.database = database;
    this.node = node;
    this.sources = Dictionary.ofSources(database);
    this.types = Dictionary.ofTypes(database);
  }

  @Override
  public Stored store(List<InboxEntry> entries) {
    if (entries.isEmpty()) {
      return new Stored(List.of(), Set.of());
    }
    var me = node.getAsLong();
    var batch = numbered(entries);
    var ingest = database.inTransaction(connection -> Ingest.run(connection, batch, me));
    if (!ingest.lanesOfOthers().isEmpty()) {
      LaneNotices.send(database, ingest.lanesOfOthers());
    }
    return new Stored(ingest.status(), ingest.awakened());
  }

  private List<NumberedEntry> numbered(List<InboxEntry> entries) {
    var sourceNumbers =
        sources.numbers(entries.stream().map(e -> StorableText.of(e.envelope().source())).toList());
    var typeNumbers =
        types.numbers(
            entries.stream()
                .filter(e -> e.faults().isEmpty())
                .map(e -> StorableText.of(e.envelope().type()))
                .toList());
    return entries.stream().map(e -> NumberedEntry.of(e, sourceNumbers, typeNumbers)).toList();
  }
}
