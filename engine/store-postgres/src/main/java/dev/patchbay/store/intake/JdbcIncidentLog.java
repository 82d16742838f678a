package dev.patchbay.store.intake;

import dev.patchbay.core.intake.IncidentLog;
import dev.patchbay.model.intake.IncidentKind;
import dev.patchbay.model.intake.IncidentView;
import dev.patchbay.spi.intake.Incident;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import dev.patchbay.store.StorableText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Incidents in PostgreSQL. */
public final class JdbcIncidentLog implements IncidentLog {
  private final Database database;

  public JdbcIncidentLog(Database database) {
    this.database = database;
  }

  @Override
  public void report(String intake, Incident incident) {
    database.run(
        connection ->
            Command.of(
                    """
                    INSERT INTO intake_incident (intake, kind, stream, detail, at)
                    VALUES (?, ?, ?, ?, clock_timestamp()) ON CONFLICT DO NOTHING
                    """,
                    intake,
                    incident.kind().name(),
                    StorableText.of(incident.stream()),
                    StorableText.of(incident.detail()))
                .update(connection));
  }

  @Override
  public List<IncidentView> open() {
    return database.run(
        connection ->
            Command.of(
                    """
                    SELECT id, intake, kind, stream, detail, at FROM intake_incident
                    WHERE seen_at IS NULL ORDER BY id
                    """)
                .list(connection, JdbcIncidentLog::incident));
  }

  @Override
  public boolean seen(String intake, long id, String who) {
    return database.run(
            connection ->
                Command.of(
                        """
                        UPDATE intake_incident SET seen_at = clock_timestamp(), seen_by = ?
                        WHERE id = ? AND intake = ? AND seen_at IS NULL
                        """,
                        who,
                        id,
                        intake)
                    .update(connection))
        == 1;
  }

  private static IncidentView incident(ResultSet row) throws SQLException {
    return new IncidentView(
        row.getLong("id"),
        row.getString("intake"),
        IncidentKind.valueOf(row.getString("kind")),
        row.getString("stream"),
        row.getString("detail"),
        Objects.requireNonNull(Command.instant(row, "at")));
  }
}
