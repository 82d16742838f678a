package dev.patchbay.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.dataset.PiiClass;
import dev.patchbay.model.dataset.PiiRule;
import dev.patchbay.model.dataset.RowFilter;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.request.RequestView;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.testkit.Eventually;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Exports, their files and looking for words: whoever asks is shown no more by them. */
@ExtendWith(FilledReadModel.Shared.class)
class HiddenFieldsInExportsIT {
  private final FilledReadModel model;
  private final ApiCaller admin;
  private final ApiCaller viewer;
  private final PolicyRig rig;
  private final ApiCaller asPartner;

  HiddenFieldsInExportsIT(FilledReadModel model) {
    this.model = model;
    this.admin = model.hub().admin();
    this.viewer = model.viewer();
    this.rig = new PolicyRig(model);
    this.asPartner = rig.asPartner();
  }

  @AfterEach
  void everythingIsShownAgain() {
    rig.showAll();
  }

  private static ExportDraft draft(String... columns) {
    return draft(null, columns);
  }

  private static ExportDraft lookingFor(String words) {
    return draft(new RowFilter(Map.of(), null, null, words), "id");
  }

  private static ExportDraft draft(@Nullable RowFilter filter, String... columns) {
    return new ExportDraft(
        "requests", ExportFormat.JSONL, filter, "id", List.of(columns), null, null);
  }

  private static RunView export(ApiCaller caller, ExportDraft draft) {
    return ended(caller, caller.post("/exports", draft).as(202, RunView.class).id());
  }

  private static RunView ended(ApiCaller caller, String id) {
    var run =
        Eventually.soon()
            .get(
                "the end of the run",
                () ->
                    Optional.of(caller.get("/runs/" + id).as(200, RunView.class))
                        .filter(it -> it.endedAt() != null));
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    return run;
  }

  private static Reply file(ApiCaller caller, RunView run) {
    return caller.get("/exports/" + run.id() + "/file");
  }

  @Test
  void anExportHoldsWhatWhoAskedIsShown() {
    rig.hide(
        rig.rule(PiiClass.FREE_TEXT, PiiPolicy.DROP),
        rig.rule("assignee", PiiPolicy.HASH),
        rig.rule("address", PiiPolicy.MASK));
    var run = export(asPartner, draft());
    var lines = file(asPartner, run).text().lines().toList();
    var shown = PolicyRig.rows(asPartner, "&sort=id");
    assertThat(lines).hasSameSizeAs(shown);
    assertThat(lines).noneMatch(line -> line.contains("\"Title\"") || line.contains("statusNotes"));
    for (int i = 0; i < lines.size(); i++) {
      var seen = shown.get(i);
      if (seen.assignee() != null) {
        assertThat(lines.get(i)).contains(seen.assignee());
      }
    }
    for (var clear : PolicyRig.rows(viewer, "&sort=id")) {
      assertThat(lines).noneMatch(line -> line.contains(Objects.requireNonNull(clear.address())));
    }
  }

  @Test
  void anExportThatUsesWhatIsHiddenIsRefused() {
    rig.hide(rig.rule("title", PiiPolicy.DROP), rig.rule("assignee", PiiPolicy.HASH));
    var filter = RowFilter.of("assignee", "u-7");
    var draft =
        new ExportDraft(
            "requests", ExportFormat.CSV, filter, null, List.of("id", "title"), null, null);
    assertThat(asPartner.post("/exports", draft).faults(400))
        .containsExactly("/columns/1", "/filter/assignee");
    viewer.post("/exports", draft).as(202, RunView.class);
  }

  @Test
  void aFileIsNotHandedOnToWhomSomethingInItIsHiddenFrom() {
    var full = export(viewer, draft("id", "title"));
    var harmless = export(viewer, draft("id", "status"));
    var own = export(asPartner, draft("id", "title"));
    assertThat(file(asPartner, full).status()).isEqualTo(200);

    rig.hide(rig.rule("title", PiiPolicy.MASK));
    assertThat(file(asPartner, full).problem(403).detail()).contains("'title'");
    asPartner.get("/runs/" + full.id() + "/file").problem(403);
    file(asPartner, own).problem(403);
    assertThat(file(asPartner, harmless).status()).isEqualTo(200);
    assertThat(file(viewer, full).status()).isEqualTo(200);
    assertThat(file(asPartner, export(asPartner, draft("id", "title"))).text()).contains("***");
  }

  @Test
  void aScheduleIsACallerOfItsOwn() {
    var name = "policy-" + UUID.randomUUID();
    rig.hide(new PiiRule(null, "schedule:" + name, null, "title", PiiPolicy.DROP));
    var refused = ScheduleDraft.of(name, draft("id", "title"), "0 0 3 1 1 ?", "UTC");
    assertThat(admin.post("/schedules", refused).faults(400)).containsExactly("/export/columns/1");
    var draft = ScheduleDraft.of(name, draft(), "0 0 3 1 1 ?", "UTC");
    admin.post("/schedules", draft).as(201, Object.class);

    var run = admin.post("/schedules/" + name + "/run").as(202, RunView.class);
    assertThat(file(admin, ended(admin, run.id())).text())
        .as("whoever has it run")
        .contains("\"Status\"")
        .doesNotContain("\"Title\"");
  }

  @Test
  void wordsAreLookedForWhereNothingIsHiddenAndNowhereElse() {
    var id = "words-" + UUID.randomUUID();
    model.post(
        List.of(
            model.event(
                "request.created",
                Map.of("id", id, "title", "quokka", "description", "numbat", "version", 1))));
    try {
      rig.hide(rig.rule("description", PiiPolicy.MASK));
      assertThat(PolicyRig.rows(viewer, "&q=NUMBAT")).hasSize(1);
      assertThat(PolicyRig.rows(asPartner, "&q=numbat")).isEmpty();
      assertThat(PolicyRig.rows(asPartner, "&q=quokka+numbat")).isEmpty();
      assertThat(PolicyRig.rows(asPartner, "&q=QUOK"))
          .extracting(RequestView::id)
          .containsExactly(id);
      assertThat(export(asPartner, lookingFor("quokka numbat")).rows()).isZero();
      assertThat(file(asPartner, export(asPartner, lookingFor("QUOK"))).text()).contains(id);

      rig.hide(
          rig.rule(PiiClass.FREE_TEXT, PiiPolicy.DROP), rig.rule(PiiClass.ADDRESS, PiiPolicy.DROP));
      assertThat(asPartner.get("/requests/overview?q=quokka").faults(400)).containsExactly("q");
      assertThat(asPartner.post("/exports", lookingFor("quokka")).faults(400))
          .containsExactly("/filter/text");
    } finally {
      model.post(List.of(model.event("request.deleted", Map.of("id", id, "version", 2))));
    }
  }
}
