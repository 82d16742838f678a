package dev.patchbay.server.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.event.EventReceipts;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.MortalHub;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is killed while it rebuilds, again and again: in the end the model is whole. */
@Tag("extended")
class RebuildCrashIT {
  private static final int EVENTS = 30_000;
  private static final int KILLS = 3;
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path directory;
  private MortalHub hub;
  private ApiCaller admin;

  @BeforeEach
  void start() throws IOException {
    hub = MortalHub.start(directory);
    hub.server().restart();
    admin = hub.admin();
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void aKilledNodeGoesOnWhereItWas() throws SQLException {
    var facts = new RandomFacts("k-", 2_000);
    var all = facts.next(EVENTS, 11);
    for (int at = 0; at < EVENTS; at += 1_000) {
      admin
          .post("/events", "application/cloudevents-batch+json", all.subList(at, at + 1_000))
          .as(202, EventReceipts.class);
    }
    admin.post("/read-models/requests").as(201, Object.class);
    var run = admin.post("/read-model/rebuild").as(202, RunView.class);
    for (int kill = 1; kill <= KILLS; kill++) {
      long enough = (long) kill * EVENTS / (KILLS + 1);
      Eventually.within(LONG).isTrue("some are read", () -> read() >= enough);
      hub.server().dieNow();
      hub.server().rise();
    }

    var ended =
        Eventually.within(LONG)
            .get(
                "the end of the run",
                () ->
                    Optional.of(admin.get("/runs/" + run.id()).as(200, RunView.class))
                        .filter(it -> it.endedAt() != null));
    assertThat(ended.state()).as(ended.toString()).isEqualTo(RunState.DONE);
    assertThat(ended.tries()).isGreaterThan(1);
    assertThat(number("SELECT generation FROM read_model WHERE name = 'requests'")).isEqualTo(2);
    assertThat(number("SELECT count(*) FROM request_view WHERE generation = 2"))
        .isEqualTo(facts.rows().size());
    assertThat(number("SELECT count(*) FROM request_view WHERE generation = 2 AND status = 'open'"))
        .isEqualTo(facts.rows().values().stream().filter(row -> "open".equals(row.get(1))).count());
    assertThat(number("SELECT sum(requests) FROM request_count WHERE generation = 2"))
        .isEqualTo(
            facts.rows().values().stream().filter(row -> "false".equals(row.getLast())).count());
  }

  private long read() throws SQLException {
    return number(
        """
        SELECT coalesce(max(CASE WHEN pass = 'DONE' THEN 1e9 ELSE events END), 0)::bigint
        FROM read_model_rebuild
        """);
  }

  private long number(String sql) throws SQLException {
    try (var connection = hub.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
