package dev.patchbay.store.job;

import dev.patchbay.core.job.RunFilter;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs as people see them. */
final class RunRows {
  static final String VIEW =
      """
      SELECT r.id, r.kind, r.name, r.state, r.asked_by, r.asked_at, r.started_at, r.ended_at,
        r.rows_done, r.rows_total, r.reason, r.place, r.schedule, r.due, r.tries, r.tried_at,
        r.findings,
        coalesce(r.ended_at, clock_timestamp()) AS seen_at,
        f.name AS file, f.media_type, f.length, f.sha256, m.addresses, m.states, m.reasons
      FROM job_run r LEFT JOIN job_result f
        ON f.run = r.id AND f.role = 'result'
      """
          + RunRecipients.JOIN;

  private RunRows() {}

  static RunView one(Connection connection, UUID id) throws SQLException {
    return find(connection, id).orElseThrow();
  }

  static Optional<RunView> find(Connection connection, UUID id) throws SQLException {
    return Command.of(VIEW + "WHERE r.id = ?", id).first(connection, RunRows::view);
  }

  static List<RunView> page(
      Connection connection, RunFilter filter, @Nullable String before, int limit)
      throws SQLException {
    var sql = new StringBuilder(VIEW).append("WHERE true");
    var values = new ArrayList<@Nullable Object>();
    also(sql, values, " AND r.kind = ?", filter.kind());
    also(sql, values, " AND r.schedule = ?", filter.schedule());
    also(sql, values, " AND r.state = ?", filter.state() == null ? null : filter.state().name());
    also(sql, values, " AND r.id < ?::uuid", before);
    values.add(limit);
    return Command.of(sql.append(" ORDER BY r.id DESC LIMIT ?").toString(), values.toArray())
        .list(connection, RunRows::view);
  }

  private static void also(
      StringBuilder sql, List<@Nullable Object> values, String condition, @Nullable String value) {
    if (value != null) {
      sql.append(condition);
      values.add(value);
    }
  }

  /** The newest of each schedule. */
  static List<RunView> newestOfSchedules(Connection connection) throws SQLException {
    return Command.of(
            VIEW
                + """
                WHERE r.id IN (SELECT (SELECT n.id FROM job_run n WHERE n.schedule = s.name
                  ORDER BY n.id DESC LIMIT 1) FROM schedule s)
                """)
        .list(connection, RunRows::view);
  }

  static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  static RunView view(ResultSet row) throws SQLException {
    var recipients = RunRecipients.of(row);
    var reason = row.getString("reason");
    return new RunView(
        row.getString("id"),
        row.getString("kind"),
        row.getString("name"),
        RunState.valueOf(row.getString("state")),
        row.getString("asked_by"),
        Objects.requireNonNull(Command.instant(row, "asked_at")),
        Command.instant(row, "started_at"),
        Command.instant(row, "ended_at"),
        row.getLong("rows_done"),
        row.getObject("rows_total", Long.class),
        reason == null ? recipients.refusals().orElse(null) : reason,
        file(row),
        row.getString("place"),
        recipients.all(),
        row.getString("schedule"),
        Command.instant(row, "due"),
        row.getInt("tries"),
        pace(row),
        row.getObject("findings", Long.class));
  }

  private static RunView.@Nullable ResultFile file(ResultSet row) throws SQLException {
    return row.getString("file") == null
        ? null
        : new RunView.ResultFile(
            row.getString("file"),
            row.getString("media_type"),
            row.getLong("length"),
            row.getString("sha256"));
  }

  private static RunView.@Nullable Pace pace(ResultSet row) throws SQLException {
    var since = Command.instant(row, "tried_at");
    long done = row.getLong("rows_done");
    boolean waits = RunState.QUEUED.name().equals(row.getString("state"));
    if (since == null || done == 0 || waits) {
      return null;
    }
    var seen = Objects.requireNonNull(Command.instant(row, "seen_at"));
    double perMilli = done / (double) Math.max(1, Duration.between(since, seen).toMillis());
    return new RunView.Pace(perMilli * 1_000, ends(row, seen, perMilli));
  }

  private static @Nullable Instant ends(ResultSet row, Instant now, double perMilli)
      throws SQLException {
    var total = row.getObject("rows_total", Long.class);
    if (total == null || row.getTimestamp("ended_at") != null) {
      return null;
    }
    return now.plusMillis(Math.round(Math.max(0, total - row.getLong("rows_done")) / perMilli));
  }
}
