package dev.patchbay.server.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.event.EventReceipts;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.request.RequestSummary;
import dev.patchbay.server.rig.SandboxSheets;
import dev.patchbay.server.rig.TestHub;
import dev.patchbay.testkit.Eventually;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A hub with a read model, and what is in its tables. */
final class RebuildRig implements AutoCloseable {
  private static final int BATCH = 500;
  private static final Duration LONG = Duration.ofMinutes(2);

  private final SandboxSheets google = new SandboxSheets();
  private final TestHub hub = TestHub.start(google);

  TestHub hub() {
    return hub;
  }

  void post(List<Map<String, Object>> events) {
    for (int at = 0; at < events.size(); at += BATCH) {
      var batch = events.subList(at, Math.min(at + BATCH, events.size()));
      var receipts =
          hub.as(Role.SERVICE)
              .post("/events", "application/cloudevents-batch+json", batch)
              .as(202, EventReceipts.class);
      assertThat(receipts.receipts()).hasSize(batch.size());
    }
  }

  /** Waits until all that was posted before is in the model. */
  void settle() {
    var posted = Instant.now();
    Eventually.within(LONG)
        .passes(
            () ->
                assertThat(
                        hub.as(Role.VIEWER)
                            .get("/requests/summary")
                            .as(200, RequestSummary.class)
                            .asOf())
                    .isAfter(posted));
  }

  RunView order() {
    return hub.admin().post("/read-model/rebuild").as(202, RunView.class);
  }

  RunView ended(RunView run) {
    return Eventually.within(LONG)
        .get(
            "the end of the rebuild",
            () ->
                Optional.of(hub.admin().get("/runs/" + run.id()).as(200, RunView.class))
                    .filter(it -> it.endedAt() != null));
  }

  void rebuild() {
    var run = ended(order());
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
  }

  Connection connect() throws SQLException {
    var database = hub.database();
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  void execute(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  List<List<@Nullable String>> query(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var found = new ArrayList<List<@Nullable String>>();
      while (rows.next()) {
        var row = new ArrayList<@Nullable String>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        found.add(row);
      }
      return found;
    }
  }

  int generation() throws SQLException {
    var row = query("SELECT generation FROM read_model WHERE name = 'requests'").getFirst();
    return Integer.parseInt(row.getFirst());
  }

  /** Everything in the generation that is read, as one text for each row. */
  List<List<@Nullable String>> whole() throws SQLException {
    return query(
        """
        SELECT (to_jsonb(v) - 'generation')::text FROM request_view v
        JOIN read_model m ON m.name = 'requests' AND m.generation = v.generation ORDER BY v.id
        """);
  }

  /** In the form of {@link RandomFacts#rows}, of ids that begin so. */
  Map<String, List<@Nullable String>> rows(String prefix) throws SQLException {
    var rows = new TreeMap<String, List<@Nullable String>>();
    query(
            """
            SELECT v.id, v.title, v.status, v.category, v.address, v.more ->> 'statusNotes',
              v.deleted::text
            FROM request_view v
            JOIN read_model m ON m.name = 'requests' AND m.generation = v.generation
            WHERE v.id LIKE '%s%%'
            """
                .formatted(prefix))
        .forEach(row -> rows.put(String.valueOf(row.getFirst()), row.subList(1, row.size())));
    return rows;
  }

  /** Counts agree with the rows, and nothing of other generations is left. */
  void demandSound() throws SQLException {
    assertThat(
            query(
                """
                SELECT c.day, c.status, c.category, c.requests FROM request_count c
                JOIN read_model m ON m.name = 'requests' AND m.generation = c.generation
                WHERE c.requests <> 0 ORDER BY 1, 2, 3
                """))
        .as("counts")
        .isEqualTo(
            query(
                """
                SELECT v.day, coalesce(v.status, ''), coalesce(v.category, ''), count(*)
                FROM request_view v
                JOIN read_model m ON m.name = 'requests' AND m.generation = v.generation
                WHERE NOT v.deleted GROUP BY 1, 2, 3
                ORDER BY v.day, coalesce(v.status, ''), coalesce(v.category, '')
                """));
    assertThat(
            query(
                """
                SELECT 'row', id FROM request_view v WHERE NOT EXISTS
                  (SELECT FROM read_model m WHERE m.name = 'requests'
                   AND m.generation = v.generation)
                UNION ALL SELECT 'count', day::text FROM request_count v WHERE NOT EXISTS
                  (SELECT FROM read_model m WHERE m.name = 'requests'
                   AND m.generation = v.generation)
                UNION ALL SELECT 'mark', key FROM read_model_mark
                UNION ALL SELECT 'touched', key FROM read_model_touched
                UNION ALL SELECT 'left', model FROM read_model_left
                UNION ALL SELECT 'building', name FROM read_model WHERE building IS NOT NULL
                LIMIT 5
                """))
        .as("left over")
        .isEmpty();
  }

  @Override
  public void close() {
    hub.close();
    google.close();
  }
}
