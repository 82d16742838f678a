package dev.patchbay.store.readmodel;

import dev.patchbay.core.delivery.row.VersionMarks;
import dev.patchbay.core.rebuild.Build;
import dev.patchbay.core.rebuild.FoldedKey;
import dev.patchbay.core.rebuild.RebuildStore.Step;
import dev.patchbay.core.rebuild.RowPlace;
import dev.patchbay.core.rebuild.TakenOver;
import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes columns from the generation that is read into the one that grows, where {@link TakenOver}
 * says so.
 *
 * @param filled columns that routes fill now
 */
record TakeOver(Build build, Set<String> filled, ZoneId zone) {
  private static final String COMPARED =
      """
      SELECT v.lane_id, v.key, v.marks AS standing, m.marks AS folded, m.seqs
      FROM %s
      LEFT JOIN read_model_mark m ON m.model = ? AND m.generation = ?
        AND m.lane_id = v.lane_id AND m.key = v.key
      ORDER BY v.lane_id, v.key
      """;
  private static final String NEXT =
      COMPARED.formatted(
          """
          (SELECT r.* FROM row_version r
           WHERE (r.lane_id, r.key) >
               ((SELECT lane_id FROM read_model_rebuild WHERE model = ?),
                (SELECT key FROM read_model_rebuild WHERE model = ?))
             AND r.lane_id = ANY (?)
           ORDER BY r.lane_id, r.key LIMIT ?) v
          """);
  private static final String OF_KEYS =
      COMPARED.formatted(
          "row_version v JOIN unnest(?::int[]) l (lane_id) ON v.lane_id = l.lane_id"
              + " JOIN unnest(?::text[]) k (key) ON v.key = k.key");

  /** Keys whose last attempt is settled, so that their versions tell what is in their rows. */
  private static final String SETTLED =
      """
      SELECT t.key FROM read_model_touched t LEFT JOIN attempt a ON a.id = t.attempt
      WHERE t.model = ? AND (a.id IS NULL OR a.outcome IS NOT NULL)
      """;

  private static final String CANDIDATES = SETTLED + " ORDER BY t.key LIMIT ?";
  private static final String STILL_SETTLED = SETTLED + " AND t.key = ANY (?)";
  private static final String HOLD =
      "SELECT key FROM read_model_touched WHERE model = ? AND key = ANY (?) ORDER BY key FOR UPDATE";

  /** The next keys of the target, from where the rebuild is. */
  Step next(Connection connection, int limit) throws SQLException {
    var compared =
        Command.of(
                NEXT,
                name(),
                name(),
                build.aim().lanes().toArray(Integer[]::new),
                limit,
                name(),
                build.generation())
            .list(connection, TakeOver::compared);
    int rows = takeOver(connection, compared);
    if (!compared.isEmpty()) {
      var last = compared.getLast().place();
      Command.of(
              "UPDATE read_model_rebuild SET lane_id = ?, key = ? WHERE model = ?",
              last.lane(),
              last.key(),
              name())
          .update(connection);
    }
    return new Step(rows, compared.size() == limit);
  }

  /** Keys that were written since the rebuild began. */
  Step touched(Connection connection, int limit) throws SQLException {
    var candidates = keys(Command.of(CANDIDATES, name(), limit), connection);
    var keys = held(connection, candidates);
    var lanes = build.aim().lanes().toArray(Integer[]::new);
    var compared =
        Command.of(OF_KEYS, lanes, keys, name(), build.generation())
            .list(connection, TakeOver::compared);
    int rows = takeOver(connection, compared);
    Command.of("DELETE FROM read_model_touched WHERE model = ? AND key = ANY (?)", name(), keys)
        .update(connection);
    return new Step(rows, candidates.length == limit);
  }

  /**
   * Those of them that are settled while nobody can write them. Whether they are is a statement
   * after the lock: one that waits for a lock sees the key's new attempt, but not whether that is
   * settled.
   */
  private String[] held(Connection connection, String[] candidates) throws SQLException {
    Command.of(HOLD, name(), candidates).list(connection, _ -> true);
    return keys(Command.of(STILL_SETTLED, name(), candidates), connection);
  }

  private static String[] keys(Command query, Connection connection) throws SQLException {
    return query.list(connection, row -> row.getString("key")).toArray(String[]::new);
  }

  private String name() {
    return build.aim().dataset().called();
  }

  /** One key in both generations. */
  private record Compared(
      RowPlace place, VersionMarks standing, VersionMarks folded, Set<Long> seen) {}

  private static Compared compared(ResultSet row) throws SQLException {
    var seqs = row.getArray("seqs");
    return new Compared(
        new RowPlace(row.getInt("lane_id"), row.getString("key")),
        VersionMarks.parse(row.getString("standing")),
        VersionMarks.parse(row.getString("folded")),
        seqs == null ? Set.of() : new HashSet<>(List.of((Long[]) seqs.getArray())));
  }

  private int takeOver(Connection connection, List<Compared> compared) throws SQLException {
    var wanted = new LinkedHashMap<String, TakenOver>();
    var places = new HashMap<String, RowPlace>();
    for (var one : compared) {
      var taken = TakenOver.of(one.standing(), one.folded(), one.seen(), filled);
      if (!taken.columns().isEmpty()) {
        wanted.put(one.place().key(), taken);
        places.put(one.place().key(), one.place());
      }
    }
    var rows = wanted.isEmpty() ? List.<ModelRow>of() : oldRows(connection, wanted);
    if (!rows.isEmpty()) {
      new ModelRows.Fit(model(), rows).write(connection, build.generation(), zone);
      GrowingMarks.write(
          connection, build, rows.stream().map(row -> marked(row.id(), places, wanted)).toList());
    }
    return rows.size();
  }

  private static FoldedKey marked(
      String key, Map<String, RowPlace> places, Map<String, TakenOver> wanted) {
    return new FoldedKey(
        some(places.get(key)), Optional.empty(), some(wanted.get(key)).marks(), Set.of());
  }

  private static <T> T some(@Nullable T value) {
    return Optional.ofNullable(value).orElseThrow();
  }

  private Model model() {
    return Model.of(build.aim().dataset());
  }

  /** The wanted columns of rows that are there. */
  private List<ModelRow> oldRows(Connection connection, Map<String, TakenOver> wanted)
      throws SQLException {
    var columns =
        model().columns().stream()
            .map(column -> "v.%1$s::text AS %1$s".formatted(column.sql()))
            .collect(Collectors.joining(", "));
    return Command.of(
            """
            SELECT v.id, %s, v.more::text AS more FROM read_model m
            JOIN %s v ON v.generation = m.generation AND v.id = ANY (?) WHERE m.name = ?
            """
                .formatted(columns, model().table()),
            wanted.keySet().toArray(String[]::new),
            name())
        .list(connection, row -> oldRow(row, wanted));
  }

  private ModelRow oldRow(ResultSet row, Map<String, TakenOver> wanted) throws SQLException {
    var id = row.getString("id");
    var chosen = some(wanted.get(id)).columns();
    var values = new LinkedHashMap<ModelColumn, @Nullable String>();
    for (var column : model().columns()) {
      if (chosen.contains(column.id())) {
        values.put(column, row.getString(column.sql()));
      }
    }
    return new ModelRow(id, values, MoreColumns.some(row.getString("more"), chosen));
  }
}
