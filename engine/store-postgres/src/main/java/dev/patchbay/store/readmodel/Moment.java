package dev.patchbay.store.readmodel;

import dev.patchbay.core.readmodel.RequestModel;
import dev.patchbay.core.readmodel.RequestModel.Standing;
import dev.patchbay.store.Command;
import dev.patchbay.store.history.DeliveryRef;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * How a model stands at one moment.
 *
 * @param generation that is read
 */
record Moment(int generation, Standing standing) {
  /**
   * The oldest event that waits on any of its lanes. If none waits, everything is in it that was
   * there when the transaction began: later than that is what the snapshot may not show.
   */
  private static final String STANDING =
      """
      SELECT m.generation, m.revision, now() AS now, count(l.lane_id) AS lanes,
        min(head.event::text) AS waiting
      FROM read_model m
      LEFT JOIN connector c ON c.type = ?
      LEFT JOIN target t ON t.connector = c.name AND t.identity = ?
      LEFT JOIN lane l ON l.target_id = t.target_id
      LEFT JOIN LATERAL (SELECT d.event FROM delivery d
        WHERE d.lane_id = l.lane_id AND d.state < 2 ORDER BY d.seq LIMIT 1) head ON true
      WHERE m.name = ? GROUP BY m.generation, m.revision
      """;

  /**
   * From now on the transaction sees what is there now: whatever is put in the place of what it
   * reads, and removed meanwhile.
   */
  static void asOfOne(Connection connection) throws SQLException {
    Command.of("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ").update(connection);
  }

  static Moment of(Connection connection, Model model) throws SQLException {
    return Command.of(STANDING, RequestModel.CONNECTOR_TYPE, model.identity(), model.name())
        .first(connection, Moment::of)
        .orElseThrow(() -> new IllegalStateException("no line for read model " + model.name()));
  }

  private static Moment of(ResultSet row) throws SQLException {
    var waiting = row.getString("waiting");
    Instant asOf =
        waiting == null
            ? Objects.requireNonNull(Command.instant(row, "now"))
            : DeliveryRef.acceptedAt(UUID.fromString(waiting));
    return new Moment(
        row.getInt("generation"),
        new Standing(row.getLong("lanes") > 0, row.getLong("revision"), asOf));
  }
}
