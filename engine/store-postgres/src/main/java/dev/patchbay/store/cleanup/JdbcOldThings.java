package dev.patchbay.store.cleanup;

import dev.patchbay.core.cleanup.OldThing;
import dev.patchbay.core.cleanup.OldThings;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import dev.patchbay.store.job.HeldRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Old rows. An import may have a million: its rows go before it does. */
public final class JdbcOldThings implements OldThings {
  private static final int MANY = 500;
  private static final int LARGE = 10;
  private static final int ROWS = 10_000;

  /** Runs that are done with and that nothing needs; with how many days as the parameter. */
  private static final String RUNS =
      """
      FROM job_run r WHERE r.ended_at < clock_timestamp() - ? * interval '1 day'
        AND r.state IN ('DONE', 'CANCELLED', 'SKIPPED') AND r.kind <> 'import'
        AND (r.schedule IS NULL OR EXISTS (SELECT FROM job_run n
          WHERE n.schedule = r.schedule AND n.id > r.id))
        AND NOT EXISTS (SELECT FROM notice_run t JOIN job_run n ON n.id = t.notice
          WHERE t.run = r.id AND n.state IN ('QUEUED', 'RUNNING', 'FAILED'))
      """;

  private static final String IMPORTS =
      """
      FROM job_run r WHERE r.ended_at < clock_timestamp() - ? * interval '1 day'
        AND r.state IN ('DONE', 'CANCELLED') AND r.kind = 'import'
        AND NOT EXISTS (SELECT FROM watched_file w
          WHERE w.import_run = r.id AND w.state <> 'SETTLED')
      """;
  private static final String FILES =
      """
      FROM job_result f JOIN job_run r ON r.id = f.run
      WHERE r.ended_at < clock_timestamp() - ? * interval '1 day'
        AND r.state IN ('DONE', 'CANCELLED') AND r.kind <> 'import'
      """;
  private static final String UNREADABLE =
      "FROM unreadable_record u WHERE u.at < clock_timestamp() - ? * interval '1 day'";
  private static final String INCIDENTS =
      "FROM intake_incident i WHERE i.seen_at < clock_timestamp() - ? * interval '1 day'";

  /** That no delivery of an id, {@code %1$s}, is open: it may make the document, or mail it. */
  private static final String NOT_OPEN =
      """
      NOT EXISTS (SELECT FROM delivery o WHERE o.lane_id = split_part(%1$s, '-', 1)::int
        AND o.seq = split_part(%1$s, '-', 2)::bigint)
      """;

  private static final String DOCUMENTS =
      """
      FROM document d WHERE d.changed_at < clock_timestamp() - ? * interval '1 day' AND %s
      """
          .formatted(NOT_OPEN.formatted("d.id"));

  /** Of documents that are gone, or were never issued. */
  private static final String RECIPIENTS =
      """
      FROM document_recipient r WHERE r.at < clock_timestamp() - ? * interval '1 day'
        AND NOT EXISTS (SELECT FROM document d WHERE d.id = r.document) AND %s
      """
          .formatted(NOT_OPEN.formatted("r.document"));

  private final Database database;
  private final OldEvents events;

  public JdbcOldThings(Database database) {
    this.database = database;
    this.events = new OldEvents(database);
  }

  @Override
  public long count(OldThing what, int days) {
    return switch (what) {
      case RUN_FILES -> count(FILES, days);
      case RUNS -> count(RUNS, days);
      case IMPORTS -> count(IMPORTS, days);
      case UNREADABLE -> count(UNREADABLE, days);
      case INCIDENTS -> count(INCIDENTS, days);
      case EVENTS -> events.count(days);
      case DOCUMENTS -> count(DOCUMENTS, days);
    };
  }

  private long count(String old, int days) {
    return database.run(
        connection ->
            Command.of("SELECT count(*) AS things " + old, days)
                .first(connection, row -> row.getLong("things"))
                .orElse(0L));
  }

  @Override
  public Removed remove(ClaimedRun run, OldThing what, int days) {
    return switch (what) {
      case RUN_FILES ->
          holding(
              run,
              connection ->
                  removed(
                      connection,
                      "job_result",
                      "(run, role)",
                      "f.run, f.role " + FILES,
                      days,
                      LARGE));
      case RUNS ->
          holding(
              run, connection -> removed(connection, "job_run", "id", "r.id " + RUNS, days, MANY));
      case IMPORTS -> holding(run, connection -> imports(connection, days));
      case UNREADABLE ->
          holding(
              run,
              connection ->
                  removed(
                      connection,
                      "unreadable_record",
                      "(intake, position, digest)",
                      "u.intake, u.position, u.digest " + UNREADABLE,
                      days,
                      MANY));
      case INCIDENTS ->
          holding(
              run,
              connection ->
                  removed(connection, "intake_incident", "id", "i.id " + INCIDENTS, days, MANY));
      case EVENTS -> events.remove(run, days);
      case DOCUMENTS -> holding(run, connection -> documents(connection, days));
    };
  }

  private Removed holding(ClaimedRun run, Database.Work<Removed> work) {
    return database.inTransaction(
        connection -> {
          HeldRun.demand(connection, run);
          return work.run(connection);
        });
  }

  private static Removed removed(
      Connection connection, String table, String key, String old, int days, int most)
      throws SQLException {
    int gone =
        Command.of(
                "DELETE FROM %s WHERE %s IN (SELECT %s LIMIT ?)".formatted(table, key, old),
                days,
                most)
            .update(connection);
    return gone == most ? Removed.some(gone) : Removed.last(gone);
  }

  private static Removed imports(Connection connection, int days) throws SQLException {
    for (var part : List.of("import_row", "import_problem", "import_chunk")) {
      int rows =
          Command.of(
                  "DELETE FROM %1$s WHERE ctid = ANY (ARRAY(SELECT p.ctid FROM %1$s p"
                          .formatted(part)
                      + " WHERE p.run IN (SELECT r.id "
                      + IMPORTS
                      + ") LIMIT ?))",
                  days,
                  ROWS)
              .update(connection);
      if (rows > 0) {
        return Removed.some(0);
      }
    }
    return removed(connection, "job_run", "id", "r.id " + IMPORTS, days, LARGE);
  }

  private static Removed documents(Connection connection, int days) throws SQLException {
    var documents = removed(connection, "document", "number", "d.number " + DOCUMENTS, days, MANY);
    if (documents.more()) {
      return documents;
    }
    var recipients =
        removed(
            connection,
            "document_recipient",
            "(document, address)",
            "r.document, r.address " + RECIPIENTS,
            days,
            MANY);
    return recipients.more() ? Removed.some(documents.things()) : documents;
  }
}
