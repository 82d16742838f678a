package dev.patchbay.store.readmodel;

import dev.patchbay.core.readmodel.RequestModel;
import dev.patchbay.core.rebuild.Build.Aim;
import dev.patchbay.core.rebuild.FillingRoutes;
import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What fills a model. */
final class RebuildAims {
  private RebuildAims() {}

  /** Targets of connectors of today that live routes fill, or have filled. */
  static List<Aim> of(Connection connection, Model model) throws SQLException {
    return Command.of(
            """
            SELECT t.target_id, array_agg(l.lane_id ORDER BY l.lane_id) AS lanes
            FROM target t JOIN connector c ON c.name = t.connector
            JOIN lane l ON l.target_id = t.target_id
            WHERE c.type = ? AND t.identity = ?
            GROUP BY t.target_id
            HAVING sum(l.seq) > 0 OR EXISTS (SELECT FROM route r
              WHERE r.target_id = t.target_id AND NOT r.deleted)
            """,
            RequestModel.CONNECTOR_TYPE,
            model.identity())
        .list(
            connection,
            row ->
                new Aim(
                    model.dataset(),
                    row.getInt("target_id"),
                    List.of((Integer[]) row.getArray("lanes").getArray())));
  }

  /**
   * Live routes of a target with their versions.
   *
   * @param lock at the end of the statement, empty for none
   */
  static String routes(Connection connection, Aim aim, String lock) throws SQLException {
    var routes =
        Command.of(
                """
                SELECT route_id, version FROM route WHERE target_id = ? AND NOT deleted
                ORDER BY route_id
                """
                    + lock,
                aim.target())
            .list(
                connection,
                row -> FillingRoutes.text(row.getInt("route_id"), row.getLong("version")));
    return String.join(",", routes);
  }
}
