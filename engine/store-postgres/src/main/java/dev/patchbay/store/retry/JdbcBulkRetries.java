package dev.patchbay.store.retry;

import dev.patchbay.core.retry.BulkRetries;
import dev.patchbay.model.Page;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.retry.BulkRetryDraft;
import dev.patchbay.model.retry.BulkRetryItem;
import dev.patchbay.model.retry.BulkRetryPlan;
import dev.patchbay.model.retry.BulkRetryState;
import dev.patchbay.model.retry.BulkRetryView;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import dev.patchbay.store.delivery.LaneNotices;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bulk retries in PostgreSQL: a row per run with its cursor, a row per delivery it put back. */
public final class JdbcBulkRetries implements BulkRetries {
  /** Deliveries of one step. */
  static final int STEP = 500;

  private final Database database;
  private final Duration pace;

  /**
   * Bulk retries of this database.
   *
   * @param pace between two steps of a run, to tell people how long one takes
   */
  public JdbcBulkRetries(Database database, Duration pace) {
    this.database = database;
    this.pace = pace;
  }

  @Override
  public BulkRetryPlan plan(DeliveryFilter filter) {
    demandDead(filter);
    return database.lookUp(connection -> new RetryPlans(connection, pace).plan(filter));
  }

  @Override
  public Started start(BulkRetryDraft draft, String startedBy) {
    demandDead(draft.filter());
    return database.lookUp(
        connection -> {
          var snapshot = snapshot(connection, draft);
          boolean isNew = insert(connection, draft, snapshot, startedBy);
          var run = RunRows.bySnapshot(connection, snapshot.token()).orElseThrow();
          return new Started(run, isNew);
        });
  }

  private static void demandDead(DeliveryFilter filter) {
    if (filter.state() != null && filter.state() != DeliveryState.DEAD) {
      throw new IllegalArgumentException("only DEAD deliveries can be retried");
    }
  }

  private static Snapshot snapshot(Connection connection, BulkRetryDraft draft)
      throws SQLException {
    var filter = Snapshot.canonical(draft.filter());
    return draft.snapshot() == null
        ? Snapshot.of(RetryPlans.now(connection), filter)
        : Snapshot.parse(draft.snapshot(), filter);
  }

  /** Whether it was not there. */
  private static boolean insert(
      Connection connection, BulkRetryDraft draft, Snapshot snapshot, String startedBy)
      throws SQLException {
    var matched = RetryPlans.count(connection, DeadRows.of(draft.filter(), snapshot.asOf()));
    var limit = draft.limit();
    return Command.of(
                """
            INSERT INTO bulk_retry
              (id, snapshot, filter, as_of, max_items, state, started_by, matched)
            VALUES (?, ?, ?::jsonb, ?, ?, 'RUNNING', ?, ?) ON CONFLICT (snapshot) DO NOTHING
            """,
                UUID.randomUUID(),
                snapshot.token(),
                FilterJson.write(draft.filter()),
                snapshot.asOf(),
                limit,
                startedBy,
                limit == null ? matched : Math.min(limit, matched))
            .update(connection)
        == 1;
  }

  @Override
  public Optional<BulkRetryView> find(String id) {
    return RunRows.id(id)
        .flatMap(run -> database.inTransaction(connection -> RunRows.byId(connection, run)));
  }

  @Override
  public List<BulkRetryView> newest(int limit) {
    return database.inTransaction(connection -> RunRows.newest(connection, limit));
  }

  @Override
  public Page<BulkRetryItem> items(String id, @Nullable String cursor, int limit) {
    return RunRows.id(id)
        .map(run -> database.inTransaction(c -> RetryItems.page(c, run, cursor, limit)))
        .orElseGet(() -> new Page<>(List.of(), null));
  }

  @Override
  public Optional<BulkRetryView> pause(String id) {
    return move(id, BulkRetryState.PAUSED, BulkRetryState.RUNNING);
  }

  @Override
  public Optional<BulkRetryView> resume(String id) {
    return move(id, BulkRetryState.RUNNING, BulkRetryState.PAUSED);
  }

  @Override
  public Optional<BulkRetryView> cancel(String id) {
    return move(id, BulkRetryState.CANCELLED, BulkRetryState.RUNNING, BulkRetryState.PAUSED);
  }

  private Optional<BulkRetryView> move(String id, BulkRetryState to, BulkRetryState... from) {
    return RunRows.id(id)
        .flatMap(
            run ->
                database.inTransaction(
                    connection -> {
                      RunRows.move(connection, run, to, List.of(from));
                      return RunRows.byId(connection, run);
                    }));
  }

  @Override
  public List<String> running() {
    return database.run(
        connection ->
            Command.of("SELECT id FROM bulk_retry WHERE state = 'RUNNING' ORDER BY started_at")
                .list(connection, row -> Objects.requireNonNull(row.getString("id"))));
  }

  @Override
  public void step(String id) {
    var lanes =
        RunRows.id(id)
            .map(run -> database.inTransaction(connection -> RetryStep.take(connection, run)))
            .orElse(List.of());
    if (!lanes.isEmpty()) {
      LaneNotices.send(database, lanes);
    }
  }
}
