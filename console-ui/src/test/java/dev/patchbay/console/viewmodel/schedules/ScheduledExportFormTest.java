package dev.patchbay.console.viewmodel.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.viewmodel.jobs.JobsModel.Pane;
import dev.patchbay.model.job.CsvDialect;
import dev.patchbay.model.job.DocumentOrder;
import dev.patchbay.model.job.DocumentOrder.Each;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.SheetPlace;
import dev.patchbay.model.job.WorkbookOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the form of a schedule asks of an export. */
class ScheduledExportFormTest extends ScheduleFormRig {
  @Test
  void aCsvFileIsWrittenInADialect() {
    var model = jobs();
    var form = create(model, ScheduleKind.EXPORT);
    form.export().format().set(ExportFormat.CSV);
    form.save();
    desk.tasks.settle();
    assertThat(export("New").csv()).as("as usual").isNull();

    var shown = new CsvDialect("#", CsvDialect.Quotes.ALL, "ibm852", null, null);
    var again = edit(model, stored("New").draft().doing(export("New").in(shown)));
    var csv = again.export().csv();
    assertThat(csv.separators()).endsWith("bar", "#");
    assertThat(csv.encodings()).endsWith("big5", "ibm852");
    csv.encoding().set("windows-1250");
    csv.bom().set(Optional.of(false));
    again.save();
    desk.tasks.settle();
    assertThat(export("New").csv())
        .as("what is not shown stays")
        .isEqualTo(new CsvDialect("#", CsvDialect.Quotes.ALL, "windows-1250", false, null));

    var workbook = edit(model, stored("New").draft());
    workbook.export().format().set(ExportFormat.XLSX);
    workbook.save();
    desk.tasks.settle();
    assertThat(export("New").csv()).as("of text files only").isNull();
  }

  @Test
  void rowsBecomeDocumentsOfATemplateOfTheHub() {
    var model = jobs();
    var form = create(model, ScheduleKind.EXPORT);
    form.export().format().set(ExportFormat.DOCX);
    assertThat(form.export().path().get()).isEqualTo("{date}/{schedule}.zip");
    form.save();
    assertThat(form.problem().get()).isEqualTo("Template is missing.");
    var documents = form.export().documents();
    assertThat(documents.templates()).containsExactly("Confirmation", "Receipt");
    documents.template().set("Confirmation");
    assertThat(documents.versions().stream().map(documents::words))
        .containsExactly("The one in use when it runs (now version 2)", "Version 2", "Version 1");
    documents.each().set(Each.RUN);
    assertThat(form.export().path().get()).isEqualTo("{date}/{schedule}.docx");
    documents.version().set(Optional.of(1));
    form.save();
    desk.tasks.settle();
    assertThat(Objects.requireNonNull(stored("New").draft().export()).document())
        .isEqualTo(new DocumentOrder("Confirmation", 1, Each.RUN));

    desk.hub.templates.byName.clear();
    var changed = edit(model, stored("New").draft());
    assertThat(changed.export().documents().templates()).containsExactly("Confirmation");
    changed.export().fileName().set("Letters");
    changed.save();
    desk.tasks.settle();
    var after = Objects.requireNonNull(stored("New").draft().export());
    assertThat(after.document())
        .as("stays")
        .isEqualTo(new DocumentOrder("Confirmation", 1, Each.RUN));
    assertThat(after.name()).isEqualTo("Letters");
  }

  @Test
  void rowsArePutIntoAWorkbookOfTheHub() {
    desk.hub.templates.workbook("Report");
    var model = jobs();
    var form = create(model, ScheduleKind.EXPORT);
    var workbook = form.export().workbook();
    assertThat(form.export().documents().templates()).doesNotContain("Report");
    assertThat(workbook.templates()).containsExactly("Report");
    workbook.template().set("Report");
    workbook.place().set(" Requests ");
    form.save();
    desk.tasks.settle();
    assertThat(Objects.requireNonNull(stored("New").draft().export()).workbook())
        .isEqualTo(new WorkbookOrder("Report", null, "Requests"));

    var changed = edit(model, stored("New").draft());
    assertThat(changed.export().workbook().place().get()).isEqualTo("Requests");
    changed.export().format().set(ExportFormat.CSV);
    changed.save();
    desk.tasks.settle();
    assertThat(Objects.requireNonNull(stored("New").draft().export()).workbook()).isNull();
  }

  @Test
  void aTabOfASheetIsKeptAsTheDatasetIs() {
    var model = jobs();
    model.create();
    desk.tasks.settle();
    var form = ((Pane.Editing) model.pane().get()).form();
    form.name().set("Kept");
    form.export().format().set(ExportFormat.CSV);
    assertThat(form.choices().sheets()).containsKey("city-sheets");
    form.export().sheet().connector().set("city-sheets");
    assertThat(form.export().format().get()).as("a sheet is typed").isEqualTo(ExportFormat.XLSX);
    form.export().sheet().value("spreadsheet").set(" 1Bxi ");
    form.save();
    assertThat(form.problem().get()).isEqualTo("Tab is missing.");
    form.export().sheet().value("tab").set("All requests");
    form.save();
    desk.tasks.settle();
    var place = new SheetPlace("city-sheets", Map.of("spreadsheet", "1Bxi", "tab", "All requests"));
    assertThat(export("Kept").sheet()).isEqualTo(place);

    model.edit(
        model.schedules().get().stream()
            .filter(view -> view.draft().name().equals("Kept"))
            .findFirst()
            .orElseThrow());
    desk.tasks.settle();
    var again = ((Pane.Editing) model.pane().get()).form();
    again.export().fileName().set("kept");
    again.save();
    desk.tasks.settle();
    assertThat(export("Kept").sheet()).isEqualTo(place);
  }

  @Test
  void whatChoseRowsOfOneDatasetIsNotTakenToAnother() {
    var model = jobs();
    model.edit(model.schedules().get().getFirst());
    desk.tasks.settle();
    var form = ((Pane.Editing) model.pane().get()).form();
    form.export().dataset().set("comments");
    form.save();
    desk.tasks.settle();
    assertThat(stored("Open requests").draft().export())
        .isEqualTo(
            new ExportDraft(
                "comments", ExportFormat.XLSX, null, null, List.of(), "Open requests", null));
  }
}
