package dev.patchbay.store.job;

import dev.patchbay.core.notice.Notices;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Notices as rows beside the runs that they tell of. */
public final class JdbcNotices implements Notices {
  private static final String COUNTS =
      """
      SELECT count(*) FILTER (WHERE r.state = 'FAILED') AS failed,
        count(*) FILTER (WHERE r.state = 'SKIPPED') AS skipped
      FROM notice_run n JOIN job_run r ON r.id = n.run WHERE n.notice = ?
      """;
  private static final String NEWEST =
      """
      JOIN notice_run n ON n.run = r.id WHERE n.notice = ?
      ORDER BY r.ended_at DESC, r.id DESC LIMIT ?
      """;

  private final Database database;

  public JdbcNotices(Database database) {
    this.database = database;
  }

  @Override
  public Told told(String notice, int most) {
    var id = UUID.fromString(notice);
    return database.run(
        connection ->
            Command.of(COUNTS, id)
                .first(connection, row -> told(connection, row, id, most))
                .orElseThrow());
  }

  private static Told told(Connection connection, ResultSet counts, UUID id, int most)
      throws SQLException {
    var newest = Command.of(RunRows.VIEW + NEWEST, id, most).list(connection, RunRows::view);
    return new Told(counts.getLong("failed"), counts.getLong("skipped"), newest.reversed());
  }
}
