package dev.patchbay.store.readmodel;

import dev.patchbay.core.delivery.row.VersionMarks;
import dev.patchbay.core.rebuild.Build;
import dev.patchbay.core.rebuild.FoldedKey;
import dev.patchbay.core.rebuild.RowPlace;
import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is in a generation that grows: the version of each column, and deliveries that were read.
 */
final class GrowingMarks {
  private static final String READ =
      """
      SELECT m.lane_id, m.key, m.marks FROM unnest(?::int[], ?::text[]) AS u (lane_id, key)
      JOIN read_model_mark m ON m.model = ? AND m.generation = ? AND m.lane_id = u.lane_id
        AND m.key = u.key
      """;

  /** It is ahead unless what stands in row_version is the very same. */
  private static final String WRITE =
      """
      INSERT INTO read_model_mark AS m (model, generation, lane_id, key, marks, seqs, ahead)
      SELECT ?, ?, u.lane_id, u.key, u.marks, u.seqs::bigint[],
        NOT EXISTS (SELECT FROM row_version v
          WHERE v.lane_id = u.lane_id AND v.key = u.key AND v.marks = u.marks)
      FROM unnest(?::int[], ?::text[], ?::text[], ?::text[]) AS u (lane_id, key, marks, seqs)
      ON CONFLICT (model, generation, lane_id, key) DO UPDATE SET
        marks = excluded.marks, seqs = m.seqs || excluded.seqs, ahead = excluded.ahead
      """;

  private GrowingMarks() {}

  static Map<RowPlace, VersionMarks> read(
      Connection connection, Build build, Collection<RowPlace> places) throws SQLException {
    var found = new HashMap<RowPlace, VersionMarks>();
    Command.of(
            READ,
            places.stream().map(RowPlace::lane).toArray(Integer[]::new),
            places.stream().map(RowPlace::key).toArray(String[]::new),
            build.aim().dataset().called(),
            build.generation())
        .list(
            connection,
            row ->
                found.put(
                    new RowPlace(row.getInt("lane_id"), row.getString("key")),
                    VersionMarks.parse(row.getString("marks"))));
    return found;
  }

  /** Adds to what is known of these keys. */
  static void write(Connection connection, Build build, List<FoldedKey> keys) throws SQLException {
    Command.of(
            WRITE,
            build.aim().dataset().called(),
            build.generation(),
            keys.stream().map(key -> key.place().lane()).toArray(Integer[]::new),
            texts(keys, key -> key.place().key()),
            texts(keys, key -> key.marks().text()),
            texts(keys, GrowingMarks::seqs))
        .update(connection);
  }

  private static String[] texts(List<FoldedKey> keys, Function<FoldedKey, String> part) {
    return keys.stream().map(part).toArray(String[]::new);
  }

  /** As PostgreSQL writes an array. */
  private static String seqs(FoldedKey key) {
    var text = new StringBuilder("{");
    key.seen().forEach(seq -> text.append(text.length() == 1 ? "" : ",").append(seq));
    return text.append('}').toString();
  }

  /** The rows that change, as they are written. */
  static ModelRows.Fit rows(Build build, List<FoldedKey> keys, String keyColumn) {
    var model = Model.of(build.aim().dataset());
    var rows = new ArrayList<ModelRow>();
    for (var key : keys) {
      if (key.row().isPresent()) {
        try {
          rows.add(ModelRow.of(model, key.row().get(), keyColumn));
        } catch (ModelRow.UnfitException bug) {
          throw new IllegalStateException("what was folded was not looked at before", bug);
        }
      }
    }
    return new ModelRows.Fit(model, rows);
  }
}
