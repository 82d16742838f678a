package dev.patchbay.store.readmodel;

import dev.patchbay.spi.Outcome.RowFault;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of a batch as the read model takes them. */
sealed interface RequestRows {
  /** Rows that cannot be written. */
  record Unfit(List<RowFault> faults) implements RequestRows {}

  /** Rows that can. */
  record Fit(List<RequestRow> rows) implements RequestRows {
    private static final String WRITE =
        """
        WITH given AS (
          SELECT * FROM unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[],
            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            AS g (id, mask, title, status, category, assignee, description, address, requested_at,
              updated_at, deleted, more)
        ), typed AS (
          SELECT id, mask, title, status, category, assignee, description, address,
            coalesce(requested_at::timestamptz, '-infinity') AS requested_at,
            coalesce(updated_at::timestamptz, '-infinity') AS updated_at,
            coalesce(deleted::boolean, false) AS deleted, more::jsonb AS more
          FROM given
        ), written AS (
          MERGE INTO request_view v USING typed g ON v.generation = ? AND v.id = g.id
          WHEN MATCHED THEN UPDATE SET
            title = CASE WHEN g.mask & 1 > 0 THEN g.title ELSE v.title END,
            status = CASE WHEN g.mask & 2 > 0 THEN g.status ELSE v.status END,
            category = CASE WHEN g.mask & 4 > 0 THEN g.category ELSE v.category END,
            assignee = CASE WHEN g.mask & 8 > 0 THEN g.assignee ELSE v.assignee END,
            description = CASE WHEN g.mask & 16 > 0 THEN g.description ELSE v.description END,
            address = CASE WHEN g.mask & 32 > 0 THEN g.address ELSE v.address END,
            requested_at = CASE WHEN g.mask & 64 > 0 THEN g.requested_at ELSE v.requested_at END,
            day = CASE WHEN g.mask & 64 > 0 THEN (g.requested_at AT TIME ZONE ?)::date
              ELSE v.day END,
            updated_at = CASE WHEN g.mask & 128 > 0 THEN g.updated_at ELSE v.updated_at END,
            deleted = CASE WHEN g.mask & 256 > 0 THEN g.deleted ELSE v.deleted END,
            more = v.more || g.more
          WHEN NOT MATCHED THEN INSERT (generation, id, title, status, category, assignee,
            description, address, requested_at, updated_at, deleted, more, day)
            VALUES (?, g.id, g.title, g.status, g.category, g.assignee, g.description, g.address,
              g.requested_at, g.updated_at, g.deleted, g.more,
              (g.requested_at AT TIME ZONE ?)::date)
          RETURNING old.id AS old_id, old.day AS old_day, old.status AS old_status,
            old.category AS old_category, old.deleted AS was_deleted, new.day, new.status,
            new.category, new.deleted
        ), changed AS (
          SELECT day, coalesce(status, '') AS status, coalesce(category, '') AS category,
            sum(n) AS n
          FROM (
            SELECT old_day AS day, old_status AS status, old_category AS category, -1 AS n
            FROM written WHERE old_id IS NOT NULL AND NOT was_deleted
            UNION ALL
            SELECT day, status, category, 1 FROM written WHERE NOT deleted) each_row
          GROUP BY 1, 2, 3 HAVING sum(n) <> 0
        )
        INSERT INTO request_count AS c (generation, day, status, category, requests)
        SELECT ?, day, status, category, n FROM changed
        ON CONFLICT (generation, day, status, category)
          DO UPDATE SET requests = c.requests + excluded.requests
        """;

    void write(Connection connection, Generation generation, ZoneId zone) throws SQLException {
      Command.of(
              WRITE,
              texts(RequestRow::id),
              rows.stream().map(RequestRow::mask).toArray(Integer[]::new),
              column(RequestColumn.TITLE),
              column(RequestColumn.STATUS),
              column(RequestColumn.CATEGORY),
              column(RequestColumn.ASSIGNEE),
              column(RequestColumn.DESCRIPTION),
              column(RequestColumn.ADDRESS),
              column(RequestColumn.REQUESTED_AT),
              column(RequestColumn.UPDATED_AT),
              column(RequestColumn.DELETED),
              texts(row -> MoreColumns.text(row.more())),
              generation.number(),
              zone.getId(),
              generation.number(),
              zone.getId(),
              generation.number())
          .update(connection);
    }

    private String[] texts(Function<RequestRow, String> part) {
      return rows.stream().map(part).toArray(String[]::new);
    }

    private @Nullable String[] column(RequestColumn column) {
      return rows.stream().map(row -> row.values().get(column)).toArray(String[]::new);
    }
  }

  /** The rows of a batch, or what is wrong with them. */
  static RequestRows of(RowBatch batch) {
    var rows = new ArrayList<RequestRow>();
    var faults = new ArrayList<RowFault>();
    for (int i = 0; i < batch.rows().size(); i++) {
      try {
        rows.add(RequestRow.of(batch.rows().get(i), batch.layout().keyColumn()));
      } catch (RequestRow.UnfitException unfit) {
        faults.add(new RowFault(i, unfit.why()));
      }
    }
    return faults.isEmpty() ? new Fit(rows) : new Unfit(faults);
  }
}
