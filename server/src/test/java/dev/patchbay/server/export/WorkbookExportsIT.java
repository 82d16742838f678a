package dev.patchbay.server.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.DocumentOrder;
import dev.patchbay.model.job.DocumentOrder.Each;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.model.job.WorkbookOrder;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.template.TemplateDetail;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.model.template.TemplateTrial;
import dev.patchbay.model.template.TemplateVariable;
import dev.patchbay.server.dataset.PolicyRig;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.server.rig.ReportFile;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code /exports} whose rows are put into a workbook that somebody made. */
@ExtendWith(FilledReadModel.Shared.class)
class WorkbookExportsIT {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final List<String> HEADERS =
      List.of("", "Title", "Status", "Requested at", "Remark");

  private final FilledReadModel model;
  private final ApiCaller admin;
  private final String name = "report-" + UUID.randomUUID();
  @TempDir private Path folder;

  WorkbookExportsIT(FilledReadModel model) {
    this.model = model;
    this.admin = model.hub().admin();
  }

  private Reply upload(byte[] file, String query) {
    return admin.send(
        admin
            .request("/templates/" + name + "/versions" + query)
            .header("Content-Type", XLSX)
            .POST(BodyPublishers.ofByteArray(file)));
  }

  private void upload() {
    upload(ReportFile.content(), "").as(201, TemplateDetail.class);
  }

  private ExportDraft draft(ExportFormat format, @Nullable String place, String... columns) {
    return new ExportDraft("requests", format, null, "id", List.of(columns), "Report", null)
        .filling(new WorkbookOrder(name, null, place));
  }

  private ExportDraft draft(String place, String... columns) {
    return draft(ExportFormat.XLSX, place, columns);
  }

  private static byte[] made(ApiCaller caller, ExportDraft draft) {
    var asked = caller.post("/exports", draft).as(202, RunView.class);
    var run =
        Eventually.soon()
            .get(
                "the end of the run",
                () ->
                    Optional.of(caller.get("/exports/" + asked.id()).as(200, RunView.class))
                        .filter(it -> it.endedAt() != null));
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    return caller.get("/exports/" + run.id() + "/file").body();
  }

  /** What stands below the headers of the table. */
  private List<List<String>> rows(byte[] file) throws IOException {
    var all = ExportedRows.of(ExportFormat.XLSX, file, folder);
    assertThat(all).contains(HEADERS);
    return all.subList(all.indexOf(HEADERS) + 1, all.size());
  }

  private List<JsonNode> requests() {
    return model.requests().stream()
        .sorted(Comparator.comparing(request -> request.path("id").asText()))
        .toList();
  }

  @Test
  void rowsGoIntoTheTableAndAllElseStaysAsItIs() throws IOException {
    var kept = upload(ReportFile.content(), "").as(201, TemplateDetail.class);
    assertThat(kept.template().kind()).isEqualTo(TemplateKind.XLSX);
    assertThat(kept.versions().getFirst().variables())
        .contains(
            new TemplateVariable("Requests[].Title", "the sheet 'Report', cell B3", "Title"),
            new TemplateVariable("ids[].id", "the sheet 'Lists', cell A1", "id"));

    var file = made(model.viewer(), draft("requests"));

    var rows = rows(file);
    assertThat(rows)
        .extracting(row -> row.get(1), row -> row.get(2))
        .isEqualTo(
            requests().stream()
                .map(it -> tuple(it.path("title").asText(), it.path("status").asText()))
                .toList());
    assertThat(rows.getFirst().get(3)).matches("\\d{4}-\\d\\d-\\d\\dT.*");
    var before = ReportFile.parts(ReportFile.content());
    var after = ReportFile.parts(file);
    assertThat(
            List.of("xl/charts/chart1.xml", "xl/drawings/drawing1.xml", "xl/worksheets/sheet2.xml"))
        .allSatisfy(part -> assertThat(after).containsEntry(part, before.get(part)));
    assertThat(after.get("xl/tables/table1.xml"))
        .contains("ref=\"B3:E%d\"".formatted(requests().size() + 3))
        .doesNotContain("B3:E4\"");
  }

  @Test
  void whatIsHiddenIsInNoWorkbook() throws IOException {
    upload();
    var rig = new PolicyRig(model);
    rig.hide(rig.rule("title", PiiPolicy.DROP), rig.rule("status", PiiPolicy.MASK));
    try {
      assertThat(rows(made(rig.asPartner(), draft("Requests"))))
          .hasSize(requests().size())
          .allSatisfy(
              row -> {
                assertThat(row.get(1)).isEmpty();
                assertThat(row.get(2)).endsWith("***");
              });
      assertThat(rig.asPartner().post("/exports", draft("Requests", "title")).faults(400))
          .containsExactly("/columns/0");
    } finally {
      rig.showAll();
    }
  }

  @Test
  void whatIsWrongIsNamedByFieldBeforeAnythingIsMade() {
    assertThat(faults(draft("Requests"))).containsExactly("/workbook/template");
    upload();

    assertThat(faults(draft(ExportFormat.XLSX, null))).containsExactly("/workbook/place");
    assertThat(faults(draft("Nowhere"))).containsExactly("/workbook/place");
    assertThat(faults(draft(ExportFormat.CSV, "Requests"))).containsExactly("/format");
    assertThat(faults(draft("Requests", "title", "address"))).containsExactly("/columns/1");
    assertThat(faults(draft("ids", "id"))).isEmpty();
    var order = new WorkbookOrder(name, 7, "Requests");
    assertThat(faults(draft("Requests").filling(order))).containsExactly("/workbook/version");
    var document = new DocumentOrder(name, null, Each.ROW);
    assertThat(
            faults(
                new ExportDraft("requests", ExportFormat.PDF, null, null, List.of(), null, null)
                    .as(ExportFormat.PDF, document)))
        .containsExactly("/document/template");
  }

  /** None where it is taken. */
  private List<String> faults(ExportDraft draft) {
    var reply = model.viewer().post("/exports", draft);
    return reply.status() == 202 ? List.of() : reply.faults(400);
  }

  @Test
  void whatMakesNoSenseForWorkbooksIsRefusedByName() {
    assertThat(message(upload(ReportFile.content(), "?contract=request.created")))
        .contains("no contract of events", "without a contract");
    assertThat(message(upload(ReportFile.zipped(Map.of("xl/workbook.xml", "x")), ""))).isNotEmpty();
    upload();

    var trial = "/templates/" + name + "/versions/1/trial";
    assertThat(message(admin.post(trial, new TemplateTrial(null, Map.of()))))
        .contains("takes the rows of an export and no event");
    assertThat(admin.get("/templates/" + name + "/versions/1/content").header("Content-Type"))
        .contains(XLSX);
  }

  private static String message(Reply reply) {
    return reply.problem(400).errors().stream().map(FieldError::message).reduce("", String::concat);
  }

  @Test
  void staysWhileAScheduleUsesIt() {
    upload();
    var schedule = ScheduleDraft.of(name, draft("Requests"), "0 0 3 1 * ?", "UTC");
    admin.post("/schedules", schedule).as(201, ScheduleView.class);

    assertThat(admin.delete("/templates/" + name, "\"1\"").problem(409).detail()).contains(name);

    assertThat(admin.delete("/schedules/" + name, "\"1\"").status()).isEqualTo(204);
    assertThat(admin.delete("/templates/" + name, "\"1\"").status()).isEqualTo(204);
  }
}
