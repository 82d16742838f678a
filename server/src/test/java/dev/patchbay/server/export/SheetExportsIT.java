package dev.patchbay.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.DatasetPolicyView;
import dev.patchbay.model.dataset.PiiRule;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.model.job.SheetPlace;
import dev.patchbay.model.request.RequestOverview;
import dev.patchbay.model.request.RequestView;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.server.rig.SandboxSheets;
import dev.patchbay.server.rig.Workplace;
import dev.patchbay.testkit.Eventually;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A schedule keeps a tab of a sheet as the dataset is. */
@ExtendWith(FilledReadModel.Shared.class)
class SheetExportsIT {
  private static final String TAB = "All requests";

  private final FilledReadModel model;
  private final SandboxSheets google;
  private final ApiCaller admin;
  private final ApiCaller support;
  private final ApiCaller viewer;
  private final String unique = UUID.randomUUID().toString();
  private final String connector = "sheets-" + unique;
  private final String spreadsheet;

  SheetExportsIT(FilledReadModel model) {
    this.model = model;
    this.google = model.google();
    this.admin = model.hub().admin();
    this.support = model.hub().as(Role.SUPPORT);
    this.viewer = model.viewer();
    this.spreadsheet = google.create();
  }

  @BeforeEach
  void connect() {
    admin
        .post(
            "/connectors",
            new ConnectorDraft(
                connector,
                "google-sheets",
                Map.of(),
                Map.of("service-account-key", google.serviceAccountKey()),
                true))
        .as(201, ConnectorView.class);
  }

  @Test
  void theTabHoldsWhatTheOverviewShowsAndAgainAtTheNextRun() {
    save("all");

    var run = run("all");

    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    assertThat(run.place()).isEqualTo(connector + "/" + TAB);
    assertThat(google.column(spreadsheet, TAB, "Id")).isEqualTo(shown(RequestView::id));
    assertThat(google.column(spreadsheet, TAB, "Title"))
        .isEqualTo(shown(it -> String.valueOf(it.title())));

    google.type(spreadsheet, "'" + TAB + "'!A2:B2", List.of(List.of("mine", "mine")));
    assertThat(run("all").state()).isEqualTo(RunState.DONE);
    assertThat(google.column(spreadsheet, TAB, "Id")).isEqualTo(shown(RequestView::id));
    assertThat(google.rows(spreadsheet, TAB)).hasSize(shown(RequestView::id).size() + 1);
  }

  @Test
  void theTabHoldsWhatTheScheduleIsShownAndNoMore() {
    save("veiled");
    var policy =
        new DatasetPolicyDraft(
            "requests",
            Map.of(),
            List.of(new PiiRule(null, "schedule:veiled " + unique, null, "title", PiiPolicy.MASK)));
    var saved = admin.post("/dataset-policies", policy);
    saved.as(201, DatasetPolicyView.class);
    try {
      assertThat(run("veiled").state()).isEqualTo(RunState.DONE);
      assertThat(google.column(spreadsheet, TAB, "Title")).allMatch(title -> title.endsWith("***"));
    } finally {
      admin.delete("/dataset-policies/requests", saved.tag());
    }
  }

  @Test
  @Tag("extended")
  void whereTheLastAnswerIsLostTheTableStandsOnceAndWhole() {
    save("lost");
    google.breakCalls("500", "spreadsheets.batchUpdate");
    RunView begun;
    try {
      begun = start("lost");
      Eventually.soon().isTrue("it waits for another try", () -> get(begun).reason() != null);
    } finally {
      google.mend();
    }
    var run = ended(begun);
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    assertThat(google.column(spreadsheet, TAB, "Id")).isEqualTo(shown(RequestView::id));
  }

  @Test
  void aTabThatPeopleFilledIsNeverWipedAndNobodyPutsATableByHand() {
    google.type(spreadsheet, "Sheet1!C3", List.of(List.of("mine")));
    var place = new SheetPlace(connector, Map.of("spreadsheet", spreadsheet, "tab", "Sheet1"));
    var draft = draft("theirs", export(ExportFormat.XLSX, place));
    admin.post("/schedules", draft).as(201, ScheduleView.class);
    var begun = start("theirs");
    var waits =
        Eventually.soon()
            .get("its reason", () -> Optional.of(get(begun)).filter(it -> it.reason() != null));
    assertThat(waits.reason()).contains("holds what no export put there");
    assertThat(google.rows(spreadsheet, "Sheet1").toString()).contains("mine");

    google.type(spreadsheet, "Sheet1!C3", List.of(List.of("")));
    assertThat(ended(begun).state()).isEqualTo(RunState.DONE);
    assertThat(admin.post("/exports", export(ExportFormat.XLSX, place)).faults(400))
        .containsExactly("/sheet");
  }

  @Test
  void whereATableCannotGoIsRefusedByField() {
    var csv = export(ExportFormat.CSV, new SheetPlace("nothing", Map.of()));
    assertThat(admin.post("/schedules", draft("x", csv)).faults(400))
        .containsExactly("/export/format", "/export/sheet/connector");
    var nowhere = export(ExportFormat.XLSX, new SheetPlace(connector, Map.of("tab", "x")));
    assertThat(admin.post("/schedules", draft("x", nowhere)).faults(400))
        .containsExactly("/export/sheet/target/spreadsheet");
    var work = new Workplace(model.hub(), google).opened();
    var taken =
        new SheetPlace(work.name(), Map.of("spreadsheet", work.spreadsheet(), "tab", "requests"));
    assertThat(
            admin
                .post("/schedules", draft("x", export(ExportFormat.XLSX, taken)))
                .problem(400)
                .errors())
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.message()).contains("where route '" + work.name() + "' writes"));
    save("guard");
    assertThat(admin.delete("/connectors/" + connector, "\"1\"").problem(409).detail())
        .contains("schedules use it: guard " + unique);
  }

  private void save(String name) {
    var place = new SheetPlace(connector, Map.of("spreadsheet", spreadsheet, "tab", TAB));
    admin
        .post("/schedules", draft(name, export(ExportFormat.XLSX, place)))
        .as(201, ScheduleView.class);
  }

  private static ExportDraft export(ExportFormat format, SheetPlace place) {
    return new ExportDraft(
            "requests", format, null, "id", List.of("id", "title", "requestedAt"), null, null)
        .into(place);
  }

  private ScheduleDraft draft(String name, ExportDraft export) {
    return ScheduleDraft.of(name + " " + unique, export, "0 0 3 1 1 ?", "UTC");
  }

  private RunView run(String name) {
    return ended(start(name));
  }

  private RunView start(String name) {
    return support.post("/schedules/" + name + "%20" + unique + "/run").as(202, RunView.class);
  }

  private RunView ended(RunView run) {
    return Eventually.soon()
        .get("its end", () -> Optional.of(get(run)).filter(it -> it.endedAt() != null));
  }

  private RunView get(RunView run) {
    return viewer.get("/runs/" + run.id()).as(200, RunView.class);
  }

  private <T> List<T> shown(Function<RequestView, T> of) {
    return viewer
        .get("/requests/overview?sort=id&limit=500")
        .as(200, RequestOverview.class)
        .items()
        .stream()
        .map(of)
        .toList();
  }
}
