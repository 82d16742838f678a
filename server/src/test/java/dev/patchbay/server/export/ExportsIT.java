package dev.patchbay.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.dataset.RowFilter;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.Period;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.StorePlace;
import dev.patchbay.model.job.StorePlace.OverwritePolicy;
import dev.patchbay.model.request.RequestOverview;
import dev.patchbay.model.request.RequestView;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code /exports}: asked for by a viewer, made by the hub, fetched. */
@ExtendWith(FilledReadModel.Shared.class)
class ExportsIT {
  private final FilledReadModel model;
  private final ApiCaller viewer;
  @TempDir private Path folder;

  ExportsIT(FilledReadModel model) {
    this.model = model;
    this.viewer = model.viewer();
  }

  private static ExportDraft draft(ExportFormat format, List<String> columns) {
    return new ExportDraft("requests", format, null, "id", columns, null, null);
  }

  private RunView export(ExportDraft draft) {
    var asked = viewer.post("/exports", draft);
    var run = asked.as(202, RunView.class);
    assertThat(asked.header("Location"))
        .hasValueSatisfying(at -> assertThat(at).endsWith("/exports/" + run.id()));
    return ended(run.id());
  }

  private RunView ended(String id) {
    return Eventually.soon()
        .get(
            "the end of the run",
            () ->
                Optional.of(viewer.get("/exports/" + id).as(200, RunView.class))
                    .filter(run -> run.endedAt() != null));
  }

  private static RunView.ResultFile file(RunView run) {
    return Objects.requireNonNull(run.file());
  }

  private Reply fetch(RunView run) {
    return viewer.get("/exports/" + run.id() + "/file");
  }

  private List<RequestView> shown() {
    return viewer
        .get("/requests/overview?sort=id&limit=500")
        .as(200, RequestOverview.class)
        .items();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DOCX", "PDF"})
  void everyFormatHoldsTheRowsThatTheOverviewShows(ExportFormat format) throws IOException {
    var run = export(draft(format, List.of("id", "title", "requestedAt", "supporters", "lat")));
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    var shown = shown();
    assertThat(run.rows()).isEqualTo(shown.size());
    var file = fetch(run);
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Length")).hasValue(String.valueOf(file(run).length()));
    assertThat(Sha256.of(file.body())).isEqualTo(file(run).sha256());

    var read = ExportedRows.of(format, file.body(), folder);
    assertThat(read).hasSize(shown.size());
    for (int i = 0; i < read.size(); i++) {
      var request = shown.get(i);
      assertThat(read.get(i))
          .as(request.id())
          .containsExactly(
              request.id(),
              request.title(),
              String.valueOf(request.requestedAt()).replace("Z", ""),
              ExportedRows.number(request.more().get("supporters")),
              ExportedRows.number(request.more().get("lat")));
    }
  }

  @Test
  void theFileHasANameThatSaysWhatItIs() {
    var plain = export(draft(ExportFormat.CSV, List.of()));
    assertThat(file(plain).name()).matches("requests-\\d{4}-\\d\\d-\\d\\d\\.csv");
    var named =
        export(
            new ExportDraft("requests", ExportFormat.CSV, null, null, List.of(), "Täglich", null));
    assertThat(fetch(named).header("Content-Disposition"))
        .hasValue("attachment; filename*=UTF-8''T%C3%A4glich.csv");
    assertThat(fetch(named).header("Content-Type")).hasValue("text/csv; charset=utf-8");
  }

  @Test
  void onlyWhatPassesTheFilterIsInIt() {
    var filter = RowFilter.of("status", "open");
    var run =
        export(
            new ExportDraft(
                "requests", ExportFormat.JSONL, filter, null, List.of("status"), null, null));

    assertThat(run.rows())
        .isEqualTo(shown().stream().filter(request -> "open".equals(request.status())).count());
    assertThat(fetch(run).text().lines()).isNotEmpty().containsOnly("{\"Status\":\"open\"}");
  }

  @ParameterizedTest
  @EnumSource(Period.class)
  void ofAPeriodThereAreTheRequestsOfItsDays(Period period) {
    var run = export(draft(ExportFormat.CSV, List.of("id")).of(period).orIn("Europe/Berlin"));
    var zone = ZoneId.of("Europe/Berlin");
    var from = period.from(run.askedAt(), zone);
    var to = period.to(run.askedAt(), zone);
    assertThat(run.rows())
        .isEqualTo(
            shown().stream()
                .map(request -> Objects.requireNonNull(request.requestedAt()))
                .filter(at -> !at.isBefore(from) && at.isBefore(to))
                .count());
  }

  @Test
  void timesAreShownInTheZoneThatIsNamed() {
    var run = export(draft(ExportFormat.CSV, List.of("requestedAt")).orIn("Pacific/Auckland"));
    var first = Objects.requireNonNull(shown().getFirst().requestedAt());
    var lines = fetch(run).text().lines().toList();
    assertThat(lines.getFirst()).endsWith("Requested at (Pacific/Auckland)");
    assertThat(LocalDateTime.parse(lines.get(1)))
        .isEqualTo(first.atZone(ZoneId.of("Pacific/Auckland")).toLocalDateTime());
  }

  @Test
  void numbersAndDatesAreWrittenAsTheLanguageHasThem() {
    var german =
        new ExportDraft(
            "requests", ExportFormat.CSV, null, "id", List.of("lat", "requestedAt"), null, "de-DE");

    assertThat(fetch(export(german)).text().lines().skip(1).findFirst().orElseThrow())
        .matches("\\d+,\\d+;\\d\\d\\.\\d\\d\\.\\d{4},? \\d\\d:\\d\\d(:\\d\\d)?");
  }

  @Test
  void theSameAskedTwiceIsOneExport() {
    var first = keyed("k-1", draft(ExportFormat.CSV, List.of())).as(202, RunView.class);
    assertThat(keyed("k-1", draft(ExportFormat.CSV, List.of())).as(202, RunView.class).id())
        .isEqualTo(first.id());
    assertThat(keyed("k-1", draft(ExportFormat.TSV, List.of())).problem(409).detail())
        .contains("Idempotency-Key");
    ended(first.id());
  }

  private Reply keyed(String key, ExportDraft draft) {
    return viewer.send(
        viewer.with("POST", "/exports", "application/json", draft).header("Idempotency-Key", key));
  }

  @Test
  void aRowThatNoWorkbookCanHoldIsNamed() {
    var text = "x".repeat(40_000);
    model.post(
        List.of(model.event("request.created", Map.of("id", "a-long", "description", text))));

    var run = export(draft(ExportFormat.XLSX, List.of("id", "description")));
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.reason()).contains("Description", "32,767");
    assertThat(fetch(run).problem(409).detail()).contains("no file", "FAILED");
    assertThat(export(draft(ExportFormat.CSV, List.of("description"))).state())
        .isEqualTo(RunState.DONE);
    model.post(List.of(model.event("request.deleted", Map.of("id", "a-long"))));
  }

  @Test
  void anExportGoesToAStoreAndNobodySeesAPartOfIt() throws IOException {
    var root = Files.createDirectories(folder.resolve("store"));
    model
        .hub()
        .admin()
        .post(
            "/connectors",
            new ConnectorDraft(
                "reports", "local", Map.of("directory", root.toString()), Map.of(), true))
        .as(201, ConnectorView.class);
    var place =
        new StorePlace("reports", "daily/{date}/requests-{run}.csv", OverwritePolicy.NEW_NAME);

    var run = export(draft(ExportFormat.CSV, List.of("id")).to(place));

    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    assertThat(run.place()).matches("reports/daily/[0-9-]{10}/requests-" + run.id() + "\\.csv");
    var stored = root.resolve(Objects.requireNonNull(run.place()).substring("reports/".length()));
    assertThat(Files.readAllBytes(stored)).isEqualTo(fetch(run).body());
  }

  @Test
  void aFileThatIsNotToBeReplacedStaysAndTheExportCanStillBeFetched() throws IOException {
    var root = Files.createDirectories(folder.resolve("full"));
    Files.writeString(root.resolve("x.csv"), "somebody's");
    model
        .hub()
        .admin()
        .post(
            "/connectors",
            new ConnectorDraft(
                "full", "local", Map.of("directory", root.toString()), Map.of(), true))
        .as(201, ConnectorView.class);

    var run =
        export(
            draft(ExportFormat.CSV, List.of("id"))
                .to(new StorePlace("full", "x.csv", OverwritePolicy.REFUSE)));

    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.reason()).contains("x.csv", "not to be replaced");
    assertThat(run.place()).isNull();
    assertThat(root.resolve("x.csv")).hasContent("somebody's");
    assertThat(fetch(run).text().lines().count()).isEqualTo(run.rows() + 1);
  }

  @Test
  void aStoreThatIsSwitchedOffOrPausedGetsNothing() throws IOException {
    var root = Files.createDirectories(folder.resolve("off"));
    var settings = Map.of("directory", root.toString());
    var admin = model.hub().admin();
    admin
        .post("/connectors", new ConnectorDraft("off", "local", settings, Map.of(), false))
        .as(201, ConnectorView.class);
    admin
        .post("/connectors", new ConnectorDraft("paused", "local", settings, Map.of(), true))
        .as(201, ConnectorView.class);
    admin.post("/connectors/paused/pause").as(200, ConnectorView.class);

    for (var connector : List.of("off", "paused")) {
      var place = new StorePlace(connector, "x.csv", OverwritePolicy.REPLACE);
      var id =
          viewer
              .post("/exports", draft(ExportFormat.CSV, List.of("id")).to(place))
              .as(202, RunView.class)
              .id();
      Eventually.soon()
          .passes(
              () ->
                  assertThat(viewer.get("/exports/" + id).as(200, RunView.class).reason())
                      .contains("'" + connector + "' is held"));
      assertThat(viewer.post("/exports/" + id + "/cancel").as(200, RunView.class).state())
          .isEqualTo(RunState.CANCELLED);
    }
    assertThat(root).isEmptyDirectory();
  }

  @Test
  @Tag("extended") // the hub tries again after ten seconds
  void aStoreThatIsDownGetsTheFileOnceItIsBack() throws IOException {
    var root = folder.resolve("late");
    model
        .hub()
        .admin()
        .post(
            "/connectors",
            new ConnectorDraft(
                "late", "local", Map.of("directory", root.toString()), Map.of(), true))
        .as(201, ConnectorView.class);
    Files.writeString(root, "a file where the directory should be");
    var place = new StorePlace("late", "requests.csv", OverwritePolicy.REPLACE);
    var asked =
        viewer
            .post("/exports", draft(ExportFormat.CSV, List.of("id")).to(place))
            .as(202, RunView.class);
    Eventually.soon()
        .passes(
            () ->
                assertThat(viewer.get("/exports/" + asked.id()).as(200, RunView.class).reason())
                    .isNotNull());

    Files.delete(root);
    Files.createDirectories(root);
    var run = ended(asked.id());
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    assertThat(Files.readAllBytes(root.resolve("requests.csv"))).isEqualTo(fetch(run).body());
  }

  @Test
  void whatIsWrongWithAnOrderIsNamed() {
    var nowhere = new StorePlace("nobody", "{nothing}/x.csv", OverwritePolicy.REPLACE);
    assertThat(viewer.post("/exports", draft(ExportFormat.CSV, List.of()).to(nowhere)).faults(400))
        .containsExactly("/store/connector", "/store/path");
    assertThat(faults("people", List.of(), null, null)).containsExactly("/dataset");
    assertThat(faults("requests", List.of("id", "nothing", "id"), null, null))
        .containsExactly("/columns/1", "/columns/2");
    for (var name : List.of("../x", " ", "a\u202evsc")) {
      assertThat(faults("requests", List.of(), name, null)).containsExactly("/name");
    }
    assertThat(faults("requests", List.of(), null, "deutsch!")).containsExactly("/language");
    var since = new RowFilter(Map.of(), Instant.EPOCH, null, null);
    var twice = new ExportDraft("requests", ExportFormat.CSV, since, null, List.of(), null, null);
    assertThat(viewer.post("/exports", twice.of(Period.TODAY).orIn("Mars")).faults(400))
        .containsExactly("/period", "/zone");
    var many = Collections.nCopies(51, "open");
    var wide = new RowFilter(Map.of("status", many, "category", List.of("")), null, null, " ");
    var bounds = new ExportDraft("requests", ExportFormat.CSV, wide, null, List.of(), null, null);
    assertThat(viewer.post("/exports", bounds).faults(400))
        .containsExactly("/filter/category/0", "/filter/status", "/filter/text");
    var ended = new RowFilter(Map.of(), Instant.EPOCH.plusNanos(1), Instant.EPOCH, null);
    var none = new ExportDraft("requests", ExportFormat.CSV, ended, null, List.of(), null, null);
    assertThat(viewer.post("/exports", none).faults(400)).containsExactly("/filter/from");
    assertThat(viewer.post("/exports", "{\"dataset\":\"requests\",\"format\":\"ODS\"}").faults(400))
        .containsExactly("/format");
    assertThat(model.hub().as(Role.SERVICE).post("/exports", "{}").status()).isEqualTo(403);
    assertThat(viewer.get("/exports/nothing").status()).isEqualTo(404);
  }

  private List<String> faults(
      String dataset, List<String> columns, @Nullable String name, @Nullable String language) {
    return viewer
        .post(
            "/exports",
            new ExportDraft(dataset, ExportFormat.CSV, null, null, columns, name, language))
        .faults(400);
  }

  @Test
  void whatHasEndedIsNotCalledOff() {
    var run = export(draft(ExportFormat.CSV, List.of("id")));
    assertThat(viewer.post("/exports/" + run.id() + "/cancel").problem(409).detail())
        .contains("DONE");
    assertThat(viewer.get("/exports?limit=1").page(RunView.class).items()).hasSize(1);
    assertThat(new String(ServerJson.bytes(run), StandardCharsets.UTF_8)).contains(run.id());
  }
}
