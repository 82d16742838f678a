package dev.patchbay.server.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.job.CleanUp;
import dev.patchbay.model.job.RunLogLine;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.DatabaseDump;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.server.rig.TestHub;
import dev.patchbay.testkit.Eventually;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Schedules that remove what is old, over the API. */
@ExtendWith(FilledReadModel.Shared.class)
class CleanUpIT {
  private final TestHub hub;
  private final ApiCaller admin;
  private final ApiCaller support;
  private final String unique = UUID.randomUUID().toString();

  CleanUpIT(FilledReadModel model) {
    this.hub = model.hub();
    this.admin = hub.admin();
    this.support = hub.as(Role.SUPPORT);
  }

  @Test
  void whatIsOldIsCountedFirstAndThenRemoved() {
    oldIncidents(3);

    var counted = run("count " + unique, new CleanUp(null, null, null, null, 30, null, null, true));
    assertThat(counted.state()).as(counted.toString()).isEqualTo(RunState.DONE);
    assertThat(counted.rows()).isEqualTo(3);
    assertThat(log(counted)).contains("3 incidents older than 30 days would be removed.");
    assertThat(incidents()).isEqualTo("3");

    var removed = run("remove " + unique, new CleanUp(7, 60, null, null, 30, null, null, false));
    assertThat(removed.state()).as(removed.toString()).isEqualTo(RunState.DONE);
    assertThat(log(removed))
        .contains("3 incidents older than 30 days removed.", "0 runs older than 60 days removed.");
    assertThat(incidents()).isEqualTo("0");
    var view = admin.get("/schedules/remove%20" + unique).as(200, ScheduleView.class);
    assertThat(view.does()).isEqualTo("Removes what is old");
    assertThat(view.draft().cleanUp())
        .isEqualTo(new CleanUp(7, 60, null, null, 30, null, null, false));
  }

  @Test
  void eventsAreRemovedWithTheirDeliveriesAndTheLogTellsHowMany() {
    oldEvents(3);

    var counted =
        run("count events " + unique, new CleanUp(null, null, null, null, null, 31, null, true));
    assertThat(log(counted)).contains("3 events older than 31 days would be removed.");
    assertThat(ofOldEvents()).isEqualTo("3 3 3");

    var removed =
        run("events " + unique, new CleanUp(null, null, null, null, null, 31, null, false));
    assertThat(removed.state()).as(removed.toString()).isEqualTo(RunState.DONE);
    assertThat(removed.rows()).isEqualTo(3);
    assertThat(log(removed))
        .contains(
            "In all, 3 events, 3 deliveries, 0 attempts and 3 identities removed.",
            "3 events older than 31 days removed.");
    assertThat(ofOldEvents()).isEqualTo("0 0 0");
  }

  private void oldEvents(int count) {
    Eventually.soon() // while the hub reads
        .passes(
            () ->
                DatabaseDump.change(
                    hub.database(),
                    "SELECT ensure_days((now() AT TIME ZONE 'UTC')::date - 50, 1)"));
    DatabaseDump.change(
        hub.database(),
        """
        WITH old AS (INSERT INTO event
            SELECT uuidv7(date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
              - interval '50 days' + i * interval '1 minute' - now()), 1, 'old', '{}'
            FROM generate_series(1, %d) i RETURNING id),
          known AS (INSERT INTO event_key
            SELECT -1, id::text, id, 1 FROM old)
        INSERT INTO delivered (lane_id, route_id, seq, event, finished_at, state, tries, key)
        SELECT -1, -1, 1, id, now() - interval '45 days', 3, 0, 'old' FROM old
        """
            .formatted(count));
  }

  private String ofOldEvents() {
    return DatabaseDump.column(
            hub.database(),
            """
            SELECT (SELECT count(*) FROM event WHERE intake = 'old') || ' '
              || (SELECT count(*) FROM delivered WHERE key = 'old') || ' '
              || (SELECT count(*) FROM event_key WHERE source = -1)
            """)
        .getFirst();
  }

  @Test
  void nothingIsRemovedBeforeItsTime() {
    assertThat(faults(new CleanUp(0, 30, 30, 30, 6, 30, 30, false)))
        .containsExactly(
            "/cleanUp/runFiles",
            "/cleanUp/runs",
            "/cleanUp/imports",
            "/cleanUp/unreadable",
            "/cleanUp/incidents",
            "/cleanUp/events",
            "/cleanUp/documents");
    assertThat(faults(new CleanUp(null, null, null, null, null, null, null, false)))
        .containsExactly("/cleanUp");
  }

  private List<String> faults(CleanUp order) {
    return admin
        .post("/schedules", ScheduleDraft.of("x " + unique, order, "0 0 3 1 1 ?", "UTC"))
        .faults(400);
  }

  private RunView run(String name, CleanUp order) {
    admin
        .post("/schedules", ScheduleDraft.of(name, order, "0 0 3 1 1 ?", "UTC"))
        .as(201, ScheduleView.class);
    var run =
        support.post("/schedules/" + name.replace(" ", "%20") + "/run").as(202, RunView.class);
    return Eventually.soon()
        .get(
            "its end",
            () ->
                Optional.of(support.get("/runs/" + run.id()).as(200, RunView.class))
                    .filter(it -> it.endedAt() != null));
  }

  private List<String> log(RunView run) {
    return support.get("/runs/" + run.id() + "/log").page(RunLogLine.class).items().stream()
        .map(RunLogLine::text)
        .toList();
  }

  private void oldIncidents(int count) {
    DatabaseDump.change(
        hub.database(),
        """
        INSERT INTO intake_incident (intake, kind, stream, detail, at, seen_at)
        SELECT 'clean', 'GAP', 's', i::text, now() - interval '1 year', now() - interval '31 days'
        FROM generate_series(1, %d) i
        """
            .formatted(count));
  }

  private String incidents() {
    return DatabaseDump.column(
            hub.database(), "SELECT count(*)::text FROM intake_incident WHERE intake = 'clean'")
        .getFirst();
  }
}
