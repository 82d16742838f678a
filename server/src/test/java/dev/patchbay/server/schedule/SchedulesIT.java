package dev.patchbay.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.Firings;
import dev.patchbay.model.job.Firings.Firing;
import dev.patchbay.model.job.FiringsDraft;
import dev.patchbay.model.job.HolidayCalendar;
import dev.patchbay.model.job.Period;
import dev.patchbay.model.job.RunLogLine;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleDraft.AfterRun;
import dev.patchbay.model.job.ScheduleDraft.Ending;
import dev.patchbay.model.job.ScheduleDraft.MissedPolicy;
import dev.patchbay.model.job.ScheduleDraft.OverlapPolicy;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.model.job.StorePlace;
import dev.patchbay.model.job.StorePlace.OverwritePolicy;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Schedules over the API of a hub whose read model holds requests. */
@ExtendWith(FilledReadModel.Shared.class)
class SchedulesIT {
  private final ApiCaller admin;
  private final ApiCaller support;
  private final ApiCaller viewer;
  @TempDir private Path folder;

  SchedulesIT(FilledReadModel model) {
    this.admin = model.hub().admin();
    this.support = model.hub().as(Role.SUPPORT);
    this.viewer = model.viewer();
  }

  @Test
  void atItsTimeAReportLiesInItsStoreAndWhatFollowsItRuns() throws IOException {
    admin
        .post(
            "/connectors",
            new ConnectorDraft(
                "reports", "local", Map.of("directory", folder.toString()), Map.of(), true))
        .as(201, ConnectorView.class);
    var place = new StorePlace("reports", "{schedule}/{date}-{time}.csv", OverwritePolicy.REFUSE);
    save(schedule("daily", export().to(place), "0 0 3 1 1 ?", null));
    save(schedule("afterwards", export(), null, new AfterRun("daily", Ending.DONE)));
    var at = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(4);
    var soon = schedule("daily", export().to(place), once(at), null);
    admin.put("/schedules/daily", "\"1\"", soon).as(200, ScheduleView.class);

    var run = ended("daily");
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    assertThat(run.due()).isEqualTo(at);
    var name = "daily/%1$tY-%1$tm-%1$td-%1$tH-%1$tM-%1$tS.csv".formatted(at.atZone(ZoneOffset.UTC));
    assertThat(run.place()).isEqualTo("reports/" + name);
    assertThat(Files.readAllBytes(folder.resolve(name)))
        .isEqualTo(viewer.get("/runs/" + run.id() + "/file").body());
    assertThat(ended("afterwards").due()).isEqualTo(at);
    assertThat(viewer.get("/runs/" + run.id() + "/log").page(RunLogLine.class).items())
        .extracting(RunLogLine::text)
        .last()
        .isEqualTo("Done; it stands at 'reports/" + name + "'.");
    var view = viewer.get("/schedules/daily").as(200, ScheduleView.class);
    assertThat(view.last()).isEqualTo(run);
    assertThat(view.next()).isNull();
    assertThat(admin.delete("/connectors/reports", "\"1\"").problem(409).detail())
        .contains("schedules use it: daily");
  }

  @Test
  void aScheduleIsMadeReadChangedLetRestAndTakenAway() {
    var draft = schedule("weekly", export(), "0 30 7 ? * MON", null);
    var made = admin.post("/schedules", draft);
    var view = made.as(201, ScheduleView.class);
    assertThat(view.words()).isEqualTo("Monday at 07:30");
    assertThat(view.next()).isAfter(Instant.now());
    assertThat(view.last()).isNull();
    assertThat(admin.post("/schedules", draft).status()).isEqualTo(409);

    var rests = support.post("/schedules/weekly/pause").as(200, ScheduleView.class);
    assertThat(rests.next()).isNull();
    assertThat(admin.put("/schedules/weekly", made.tag(), draft).status())
        .as("somebody changed it")
        .isEqualTo(412);
    assertThat(support.post("/schedules/weekly/resume").as(200, ScheduleView.class).draft())
        .isEqualTo(draft);
    assertThat(viewer.get("/schedules").page(ScheduleView.class).items())
        .extracting(it -> it.draft().name())
        .contains("weekly");
    var tag = viewer.get("/schedules/weekly").tag();
    assertThat(admin.delete("/schedules/weekly", tag).status()).isEqualTo(204);
    assertThat(viewer.get("/schedules/weekly").status()).isEqualTo(404);
  }

  @Test
  void aPersonMayHaveARunAtOnce() {
    save(schedule("on demand", export().of(Period.LAST_YEAR), "0 0 3 1 1 ?", null));
    var asked =
        support.send(
            support
                .request("/schedules/on%20demand/run")
                .header("Idempotency-Key", "k-1")
                .POST(BodyPublishers.noBody()));
    var run = asked.as(202, RunView.class);
    assertThat(asked.header("Location").orElseThrow()).endsWith("/runs/" + run.id());

    var done = ended("on demand");
    assertThat(done.id()).isEqualTo(run.id());
    assertThat(done.state()).as(done.toString()).isEqualTo(RunState.DONE);
    assertThat(done.tries()).isEqualTo(1);
    assertThat(viewer.get("/runs?schedule=on%20demand&state=DONE").page(RunView.class).items())
        .containsExactly(done);
    assertThat(viewer.post("/schedules/on%20demand/run").status()).isEqualTo(403);
    assertThat(viewer.post("/runs/" + run.id() + "/cancel").problem(409).detail())
        .contains("support staff may cancel it");
    assertThat(support.post("/runs/" + run.id() + "/cancel").problem(409).detail())
        .contains("It has ended");
  }

  @Test
  void runsComePageByPage() {
    save(schedule("paged", export(), "0 0 3 1 1 ?", null));
    for (int i = 0; i < 3; i++) {
      support.post("/schedules/paged/run").as(202, RunView.class);
    }
    var first = viewer.get("/runs?schedule=paged&limit=2").page(RunView.class);
    var second =
        viewer.get("/runs?schedule=paged&limit=2&cursor=" + first.next()).page(RunView.class);
    assertThat(first.items()).hasSize(2);
    assertThat(second.items()).hasSize(1);
    assertThat(second.next()).isNull();
    assertThat(viewer.get("/runs?cursor=x&state=GONE").faults(400)).containsExactly("state");
    assertThat(viewer.get("/runs?cursor=x").faults(400)).containsExactly("cursor");
  }

  @Test
  void theNextTimesAreShownBeforeItIsSaved() {
    admin
        .post("/calendars", new HolidayCalendar("Berlin", List.of(LocalDate.of(2027, 3, 29))))
        .as(201, HolidayCalendar.class);
    var asked =
        new FiringsDraft(
            "0 30 2 * * ?", "Europe/Berlin", "Berlin", Instant.parse("2027-03-27T12:00:00Z"));
    var firings = viewer.post("/schedules/firings?count=3", asked).as(200, Firings.class);

    assertThat(firings.words()).isEqualTo("Every day at 02:30");
    assertThat(firings.next())
        .containsExactly(
            firing("2027-03-28T03:30+02:00", false),
            firing("2027-03-29T02:30+02:00", true),
            firing("2027-03-30T02:30+02:00", false));
    assertThat(
            viewer
                .post("/schedules/firings", new FiringsDraft("0 0 7 * * ?", null, null, null))
                .as(200, Firings.class)
                .next())
        .hasSize(10);
  }

  @Test
  void whatIsWrongWithAScheduleIsNamed() {
    assertThat(admin.post("/schedules", schedule("x", export(), null, null)).faults(400))
        .containsExactly("/cron");
    assertThat(
            admin
                .post("/schedules", schedule("x", export(), "0 0 7 * * ? 2020", null))
                .problem(400)
                .errors())
        .extracting(fault -> fault.field() + " " + fault.message())
        .containsExactly("/cron is never due again");
    assertThat(
            admin
                .post(
                    "/schedules",
                    schedule("x", export(), "0 0 7 * * ?", new AfterRun("y", Ending.DONE)))
                .problem(400)
                .errors())
        .extracting(fault -> fault.field() + " " + fault.message())
        .contains("/cron must not stand beside /after: give one of the two, not both");
    assertThat(admin.post("/schedules", faulty()).faults(400))
        .containsExactly("/export/columns/0", "/zone", "/timeoutMinutes", "/tries");
    assertThat(admin.post("/schedules", schedule("x", null, "0 0 7 * * ?", null)).faults(400))
        .containsExactly("/export");
    assertThat(
            admin
                .post(
                    "/schedules", schedule("x", export(), null, new AfterRun("nobody", Ending.ANY)))
                .problem(409)
                .detail())
        .isEqualTo("There is no schedule 'nobody'.");
    assertThat(
            viewer
                .post("/schedules/firings", new FiringsDraft("0 0 7 * * ?", "Mars", null, null))
                .faults(400))
        .containsExactly("/zone");
    assertThat(viewer.post("/schedules", schedule("x", export(), "0 0 7 * * ?", null)).status())
        .isEqualTo(403);
    assertThat(admin.post("/calendars", "{\"name\":\"c\",\"days\":[\"soon\"]}").faults(400))
        .containsExactly("/days/0");
  }

  private static ScheduleDraft faulty() {
    return new ScheduleDraft(
        "x",
        new ExportDraft("requests", ExportFormat.CSV, null, null, List.of("nothing"), null, null),
        "0 0 7 * * ?",
        "Mars/Base",
        null,
        null,
        MissedPolicy.RUN_ONCE,
        OverlapPolicy.QUEUE,
        0,
        99,
        true);
  }

  private void save(ScheduleDraft draft) {
    admin.post("/schedules", draft).as(201, ScheduleView.class);
  }

  private RunView ended(String schedule) {
    return Eventually.soon()
        .get(
            "the end of a run of " + schedule,
            () ->
                viewer
                    .get("/runs?schedule=" + schedule.replace(" ", "%20"))
                    .page(RunView.class)
                    .items()
                    .stream()
                    .findFirst()
                    .filter(run -> run.endedAt() != null));
  }

  private static ExportDraft export() {
    return new ExportDraft("requests", ExportFormat.CSV, null, "id", List.of("id"), null, null);
  }

  private static ScheduleDraft schedule(
      String name, @Nullable ExportDraft export, @Nullable String cron, @Nullable AfterRun after) {
    return new ScheduleDraft(
        name,
        export,
        cron,
        "UTC",
        after,
        null,
        MissedPolicy.RUN_ONCE,
        OverlapPolicy.QUEUE,
        null,
        null,
        true);
  }

  private static Firing firing(String local, boolean holiday) {
    return new Firing(ZonedDateTime.parse(local).toInstant(), local, holiday);
  }

  private static String once(Instant at) {
    var time = ZonedDateTime.ofInstant(at, ZoneOffset.UTC);
    return "%d %d %d %d %d ? %d"
        .formatted(
            time.getSecond(),
            time.getMinute(),
            time.getHour(),
            time.getDayOfMonth(),
            time.getMonthValue(),
            time.getYear());
  }
}
