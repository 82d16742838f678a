package dev.patchbay.store.readmodel;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Generations that nobody reads any more. Who began to read one still sees it, all of it. */
final class LeftRows {
  private LeftRows() {}

  /**
   * Leaves a generation, if there is one, with all that is kept of it.
   *
   * @param which column of the model's line that names it
   */
  static void leave(Connection connection, String model, String which) throws SQLException {
    Command.of(
            """
            INSERT INTO read_model_left (model, generation, rows)
            SELECT name, %1$s, rows FROM read_model, (VALUES (true), (false)) w (rows)
            WHERE name = ? AND %1$s IS NOT NULL ON CONFLICT DO NOTHING
            """
                .formatted(which),
            model)
        .update(connection);
  }

  /** Leaves what was only needed while a generation grew. */
  static void leaveMarks(Connection connection, String model, int generation) throws SQLException {
    Command.of(
            """
            INSERT INTO read_model_left (model, generation, rows) VALUES (?, ?, false)
            ON CONFLICT DO NOTHING
            """,
            model,
            generation)
        .update(connection);
  }

  private record Left(Dataset dataset, int generation, boolean rows) {}

  /** Removes some; tells whether there may be more. */
  static boolean remove(Connection connection, int limit) throws SQLException {
    var left = first(connection);
    if (left.isEmpty()) {
      return false;
    }
    if (removed(connection, left.get(), limit) == 0) {
      Command.of(
              "DELETE FROM read_model_left WHERE model = ? AND generation = ? AND rows = ?",
              left.get().dataset().called(),
              left.get().generation(),
              left.get().rows())
          .update(connection);
    }
    return true;
  }

  /** One that no other node is at. */
  private static Optional<Left> first(Connection connection) throws SQLException {
    return Command.of(
            """
            SELECT model, generation, rows FROM read_model_left
            ORDER BY model, generation, rows LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
        .first(
            connection,
            row ->
                new Left(
                    Dataset.of(row.getString("model")).orElseThrow(),
                    row.getInt("generation"),
                    row.getBoolean("rows")));
  }

  private static int removed(Connection connection, Left left, int limit) throws SQLException {
    var model = Model.of(left.dataset());
    if (!left.rows()) {
      return Command.of(
              """
              DELETE FROM read_model_mark WHERE ctid = ANY (ARRAY(SELECT ctid FROM read_model_mark
                WHERE model = ? AND generation = ? LIMIT ?))
              """,
              model.name(),
              left.generation(),
              limit)
          .update(connection);
    }
    int rows = 0;
    for (var table :
        model.isCounted() ? List.of(model.table(), "request_count") : List.of(model.table())) {
      rows += removed(connection, table, left.generation(), limit);
    }
    return rows;
  }

  private static int removed(Connection connection, String table, int generation, int limit)
      throws SQLException {
    return Command.of(
            """
            DELETE FROM %1$s WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s
              WHERE generation = ? LIMIT ?))
            """
                .formatted(table),
            generation,
            limit)
        .update(connection);
  }
}
