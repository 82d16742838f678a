package dev.patchbay.server.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.job.EventArchive;
import dev.patchbay.model.job.Period;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.model.job.StorePlace;
import dev.patchbay.model.job.StorePlace.OverwritePolicy;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.DatabaseDump;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.server.rig.TestHub;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Schedules that keep events in files, over the API. */
@ExtendWith(FilledReadModel.Shared.class)
class ArchiveIT {
  private final TestHub hub;
  private final ApiCaller admin;
  private final String unique = UUID.randomUUID().toString();
  @TempDir private Path directory;

  ArchiveIT(FilledReadModel model) {
    this.hub = model.hub();
    this.admin = hub.admin();
  }

  @Test
  void theEventsOfAMonthAreKeptInAFileThatOnlyAdministratorsAreGiven() throws IOException {
    connector();
    eventsOfLastMonth(3);

    var run = run(order("events/{schedule}.jsonl.gz", Period.LAST_MONTH));

    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    assertThat(lines())
        .hasSize(3)
        .allSatisfy(
            line -> {
              var event = ServerJson.MAPPER.readTree(line);
              assertThat(event.path("event").path("id").asText()).startsWith("old-");
              assertThat(event.path("acceptedAt").asText()).contains("-15T");
              assertThat(event.path("deliveries").isArray()).isTrue();
            })
        .isSorted();
    assertThat(admin.get("/runs/" + run.id() + "/file").status()).isEqualTo(200);
    assertThat(hub.as(Role.SUPPORT).get("/runs/" + run.id() + "/file").status()).isEqualTo(403);
    assertThat(hub.as(Role.SUPPORT).get("/runs/" + run.id()).status()).isEqualTo(200);
  }

  @Test
  void onlyAPeriodThatIsOverIsKept() {
    connector();

    assertThat(faults(order("x.jsonl.gz", Period.THIS_MONTH))).containsExactly("/archive/period");
    assertThat(
            faults(
                new EventArchive(
                    new StorePlace("none" + unique, "x", OverwritePolicy.REFUSE),
                    Period.YESTERDAY,
                    "Mars/Base")))
        .containsExactly("/archive/store/connector", "/archive/zone");
  }

  private List<String> faults(EventArchive order) {
    return admin
        .post("/schedules", ScheduleDraft.of("x " + unique, order, "0 0 3 1 1 ?", "UTC"))
        .faults(400);
  }

  private EventArchive order(String path, Period period) {
    return new EventArchive(
        new StorePlace("archive-" + unique, path, OverwritePolicy.REFUSE), period, null);
  }

  private void connector() {
    var settings = Map.of("directory", directory.toString());
    admin
        .post(
            "/connectors",
            new ConnectorDraft("archive-" + unique, "local", settings, Map.of(), true))
        .as(201, ConnectorView.class);
  }

  private void eventsOfLastMonth(int count) {
    Eventually.soon() // while the hub reads
        .passes(
            () ->
                DatabaseDump.change(
                    hub.database(),
                    """
                    SELECT ensure_days(
                      (date_trunc('month', now() AT TIME ZONE 'UTC') - interval '1 month')::date
                        + 14, 1)
                    """));
    DatabaseDump.change(
        hub.database(),
        """
        INSERT INTO event
        SELECT uuidv7(date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
            - interval '1 month' + interval '14 days 6 hours' + i * interval '1 minute' - now()),
          1, '%s', convert_to('{"id":"old-' || i || '"}', 'UTF8')
        FROM generate_series(1, %d) i
        """
            .formatted(unique, count));
  }

  private RunView run(EventArchive order) {
    var name = "keep-" + unique;
    admin
        .post("/schedules", ScheduleDraft.of(name, order, "0 0 3 1 * ?", "UTC"))
        .as(201, ScheduleView.class);
    var run = admin.post("/schedules/" + name + "/run").as(202, RunView.class);
    return Eventually.soon()
        .get(
            "its end",
            () ->
                Optional.of(admin.get("/runs/" + run.id()).as(200, RunView.class))
                    .filter(it -> it.endedAt() != null));
  }

  /** Those of this test. */
  private List<String> lines() throws IOException {
    var file = directory.resolve("events/keep-" + unique + ".jsonl.gz");
    var lines = new ArrayList<String>();
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> line.contains(unique))
          .forEach(lines::add);
    }
    return lines;
  }
}
