package dev.patchbay.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fake.FakeJobs;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.AgeCheck;
import dev.patchbay.model.job.CleanUp;
import dev.patchbay.model.job.DocumentOrder;
import dev.patchbay.model.job.EventArchive;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.FolderImport;
import dev.patchbay.model.job.Period;
import dev.patchbay.model.job.Reconciliation;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.SheetPlace;
import dev.patchbay.model.job.StorePlace;
import dev.patchbay.model.job.StorePlace.OverwritePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs: planning a report, running it at once, fetching what it made. */
class JobsIT extends AtHub {
  @BeforeEach
  void goThere() {
    driver.fire("#nav-jobs").waitToSay("Open requests");
  }

  @Test
  void plansAReportWithItsNextTimesInSight() {
    driver.fire("#newSchedule").waitToSay("All days").waitToSay("Monday to Friday at 07:00");
    driver.choose("#dataset", "Comments");
    driver.fire("#preset-monthly").fill("#schedule-name", "Monthly").fire("#save-schedule");
    driver.waitToSay("Monthly is saved.");
    var draft = Objects.requireNonNull(hub.jobs.schedules.get("Monthly")).draft();
    assertThat(draft.cron()).isEqualTo("0 0 7 1 * ?");
    assertThat(draft.export()).isNotNull();
    assertThat(draft.export().dataset()).isEqualTo("comments");
    assertThat(draft.export().format()).isEqualTo(ExportFormat.XLSX);
  }

  @Test
  void keepsATabOfASheet() {
    driver.fire("#newSchedule").waitToSay("No sheet").fill("#schedule-name", "Open list");
    driver.choose("#sheet", "city-sheets").waitToSay("The tab is the table's alone");
    assertThat(driver.enabled("#format")).isFalse();
    driver.fill("#sheet-spreadsheet", "1BxiMVs0").scrollTo("#save-schedule");
    driver.fire("#save-schedule").waitToSay("Tab is missing.").shootBoth("schedule-sheet");
    driver.fill("#sheet-tab", "All requests").fire("#save-schedule");
    driver.waitToSay("Open list is saved.");
    var place =
        new SheetPlace("city-sheets", Map.of("spreadsheet", "1BxiMVs0", "tab", "All requests"));
    assertThat(Objects.requireNonNull(draft("Open list").export()).sheet()).isEqualTo(place);
  }

  @Test
  void makesDocumentsOfRows() {
    hub.connectors.addStore("reports");
    driver.fire("#newSchedule").waitToSay("No sheet").fill("#schedule-name", "Closing letters");
    driver.choose("#format", "PDF documents").fire("#save-schedule");
    driver.waitToSay("Template is missing.").waitToSay("One field is not right yet");
    driver.choose("#document-template", "Confirmation");
    driver
        .choose("#document-version", "Version 1")
        .choose("#document-each", "Each row, all in a ZIP file");
    driver.choose("#store", "reports").scrollTo("#save-schedule");
    assertThat(driver.has("#fault-export-document-template")).isFalse();
    driver.shootBoth("schedule-documents");
    assertThat(driver.find("#path", TextField.class).getText()).isEqualTo("{date}/{schedule}.zip");

    var gone = List.of(new FieldError("/export/document/version", "there is no such version"));
    hub.refuseNext("POST /schedules", 400, "Invalid", gone);
    driver.fire("#save-schedule").waitToSay("There is no such version");
    driver.scrollTo("#save-schedule").shootBoth("schedule-documents-faulty");
    driver.choose("#document-version", "The one in use when it runs (now version 2)");
    driver.fire("#save-schedule").waitToSay("Closing letters is saved.");
    assertThat(Objects.requireNonNull(draft("Closing letters").export()).document())
        .isEqualTo(new DocumentOrder("Confirmation", null, DocumentOrder.Each.ROW));
  }

  @Test
  void keepsEventsInAnArchive() {
    hub.connectors.addStore("reports");
    driver.fire("#newSchedule").waitToSay("What it does").fill("#schedule-name", "Old events");
    driver.choose("#kind", "Keep events in an archive").choose("#archive-store", "reports");
    driver
        .scrollTo("#save-schedule")
        .waitToSay("The date in the path")
        .shootBoth("schedule-archive");
    driver.fire("#save-schedule").waitToSay("Old events is saved.");
    var place =
        new StorePlace("reports", "events/{date:yyyy-MM-dd}.jsonl.gz", OverwritePolicy.REFUSE);
    assertThat(draft("Old events").archive())
        .isEqualTo(new EventArchive(place, Period.LAST_MONTH, null));
  }

  @Test
  void makesSchedulesOfEachKindAndChangesOne() {
    hub.connectors.addStore("reports");
    driver.fire("#newSchedule").waitToSay("What it does").fill("#schedule-name", "Night look");
    driver
        .choose("#kind", "Compare a sheet with what was delivered")
        .choose("#route", "requests")
        .fire("#repair");
    driver.waitToSay("Rows and keys that people added").shootBoth("schedule-reconcile");
    driver.fire("#save-schedule").waitToSay("Night look is saved.");
    assertThat(draft("Night look").reconcile()).isEqualTo(new Reconciliation("requests", true));

    driver.fire("#newSchedule").waitToSay("What it does").fill("#schedule-name", "Lists");
    driver.choose("#kind", "Import the files of a folder").choose("#from", "reports");
    driver.fill("#folder", "new").shootBoth("schedule-import");
    driver.fire("#save-schedule").waitToSay("Lists is saved.");
    assertThat(draft("Lists").files()).isEqualTo(FolderImport.of("reports", "new", "*.{csv,xlsx}"));

    driver.fire("#newSchedule").waitToSay("What it does").fill("#schedule-name", "Old keys");
    driver.choose("#kind", "Tell which secrets are old").fill("#days-api-keys", "365");
    driver.waitToSay("since they were used last").shootBoth("schedule-ages");
    driver.fire("#save-schedule").waitToSay("Old keys is saved.");
    assertThat(draft("Old keys").ages()).isEqualTo(new AgeCheck(null, 365, null));

    driver.fire("#newSchedule").waitToSay("What it does").fill("#schedule-name", "Tidy");
    driver.choose("#kind", "Remove what is old").fill("#days-runs", "60");
    driver.waitToSay("Incidents that somebody has seen").shootBoth("schedule-clean-up");
    driver.fire("#save-schedule").waitToSay("Tidy is saved.");
    driver.fire("#edit-Tidy").waitToSay("Only count it").fire("#dry-run").fire("#save-schedule");
    driver.waitFor(
        "the change",
        () ->
            new CleanUp(null, 60, null, null, null, null, null, false)
                .equals(draft("Tidy").cleanUp()));
  }

  private ScheduleDraft draft(String name) {
    return Objects.requireNonNull(hub.jobs.schedules.get(name)).draft();
  }

  @Test
  void runsOneAtOnceAndFollowsIt() {
    driver.fire(".run-now");
    driver.waitToSay("A run of Open requests is under way.").waitToSay("What happened");
    driver.waitFor("the progress to move", () -> driver.says("2,000 of 200,000"));
    driver.fire("#cancel-run").waitToSay("Open requests is cancelled.");
  }

  @Test
  void fetchesTheFileOfARunAndSeesWhyAnotherFailed() throws IOException {
    driver.fire("#run-r-2").waitToSay("Column 'phase' is no longer there.");
    driver.fire("#run-r-1").waitToSay("Stored at reports/2026-11-23/open.csv");
    driver.fire("#save-file").waitToSay("Saved as");
    assertThat(profiles.resolve("Open requests.csv")).hasBinaryContent(FakeJobs.FILE);

    driver.fire("#open-file");
    var shown = FolderFiles.shown(profiles, "Open requests.csv");
    driver.waitFor("the file in its program", () -> Files.exists(shown));
    assertThat(shown).hasBinaryContent(FakeJobs.FILE);
  }
}
