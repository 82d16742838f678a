package dev.patchbay.store.readmodel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The statement that writes rows of a model: columns that a row does not have stay as they are, and
 * counts follow what changed. Its parameters are one array for each column, the generation, and the
 * zone whose days are counted, if the model is counted.
 */
final class MergeStatement {
  @SuppressWarnings("InlineFormatString") // it is read in one piece
  private static final String MERGE =
      """
      WITH given AS (
        SELECT * FROM unnest(?::text[], ?::int[], %s, ?::text[]) AS g (id, mask, %s, more)
      ), place AS MATERIALIZED (SELECT ?::int AS generation%s
      ), typed AS (
        SELECT place.*, id, mask, %s, more::jsonb AS more FROM given CROSS JOIN place
      )%s
      MERGE INTO %s v USING typed g ON v.generation = g.generation AND v.id = g.id
        WHEN MATCHED THEN UPDATE SET %s, more = v.more || g.more
        WHEN NOT MATCHED THEN INSERT (generation, id, %s, more%s)
          VALUES (g.generation, g.id, %s, g.more%s)""";

  private static final String COUNTED =
      """

        RETURNING old.id AS old_id, old.day AS old_day, old.status AS old_status,
          old.category AS old_category, old.deleted AS was_deleted, new.generation, new.day,
          new.status, new.category, new.deleted
      ), changed AS (
        SELECT generation, day, coalesce(status, '') AS status,
          coalesce(category, '') AS category, sum(n) AS n
        FROM (
          SELECT generation, old_day AS day, old_status AS status, old_category AS category,
            -1 AS n
          FROM written WHERE old_id IS NOT NULL AND NOT was_deleted
          UNION ALL
          SELECT generation, day, status, category, 1 FROM written WHERE NOT deleted) each_row
        GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0
      )
      INSERT INTO request_count AS c (generation, day, status, category, requests)
      SELECT generation, day, status, category, n FROM changed
      ON CONFLICT (generation, day, status, category)
        DO UPDATE SET requests = c.requests + excluded.requests
      """;

  private static final String DAY = "(g.requested_at AT TIME ZONE g.zone)::date";
  private static final Map<Model, String> ALL = new ConcurrentHashMap<>();

  private MergeStatement() {}

  static String of(Model model) {
    return ALL.computeIfAbsent(model, MergeStatement::made);
  }

  private static String made(Model model) {
    boolean counted = model.isCounted();
    var names = each(model, ModelColumn::sql);
    var merge =
        MERGE.formatted(
            each(model, _ -> "?::text[]"),
            names,
            counted ? ", ?::text AS zone" : "",
            each(model, ModelColumn::typed),
            counted ? ", written AS (" : "",
            model.table(),
            each(model, MergeStatement::changed) + (counted ? changedDay(model) : ""),
            names,
            counted ? ", day" : "",
            each(model, column -> "g." + column.sql()),
            counted ? ", " + DAY : "");
    return counted ? merge + COUNTED : merge;
  }

  private static String each(Model model, Function<ModelColumn, String> part) {
    return model.columns().stream().map(part).collect(Collectors.joining(", "));
  }

  private static String changed(ModelColumn column) {
    return "%1$s = CASE WHEN g.mask & %2$d > 0 THEN g.%1$s ELSE v.%1$s END"
        .formatted(column.sql(), column.bit());
  }

  private static String changedDay(Model model) {
    int bit = model.column("requestedAt").orElseThrow().bit();
    return ", day = CASE WHEN g.mask & %d > 0 THEN %s ELSE v.day END".formatted(bit, DAY);
  }
}
