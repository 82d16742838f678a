package dev.patchbay.server.export.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.Progress;
import dev.patchbay.server.export.row.ExportColumn;
import dev.patchbay.server.issuing.KeptTemplate;
import dev.patchbay.server.rig.ReportFile;
import dev.patchbay.server.workbook.WorkbookAnswer;
import dev.patchbay.server.workbook.Workbooks;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.ColumnType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks of rows, filled by somebody who notes what was asked for. */
class WorkbookFilesTest {
  private static final ExportColumn TITLE = column("title", "Title", ColumnType.TEXT);
  private static final ExportColumn AT =
      column("requestedAt", "Requested at (Europe/Berlin)", ColumnType.DATE_TIME);
  private static final ExportColumn ZIP = column("zip", "Postal code", ColumnType.TEXT);
  private static final WorkbookPlace PLACE =
      new WorkbookPlace("report", 1, "Requests", List.of("TITLE", "requested at", "Zip"));

  private final List<Workbooks.Filling> asked = new ArrayList<>();
  @TempDir private Path folder;

  private static ExportColumn column(String id, String header, ColumnType type) {
    return new ExportColumn(id, header, type, value -> new Cell.Text(value.toString()));
  }

  private void write(WorkbookAnswer answer, long rows) throws Exception {
    var workbooks =
        new Workbooks() {
          @Override
          public WorkbookAnswer look(byte[] file) {
            throw new UnsupportedOperationException();
          }

          @Override
          public WorkbookAnswer fill(Filling filling) {
            asked.add(filling);
            return answer;
          }
        };
    var job =
        new WorkbookFiles.Job(
            PLACE, PLACE.fitting(List.of(TITLE, AT)), folder.resolve("rows"), rows);
    new WorkbookFiles(new KeptTemplate("report", ReportFile.content()), workbooks)
        .write(job, folder.resolve("export"), new Progress());
  }

  @Test
  void moreRowsThanAWorkbookTakesAreRefusedBeforeItIsFilled() throws Exception {
    assertThatThrownBy(() -> write(new WorkbookAnswer.Filled(0), 50_001))
        .isInstanceOf(HopelessRunException.class)
        .hasMessage(
            "50,001 rows are too many for a workbook of a template; choose 50,000 at most, by a"
                + " filter or a period, or export without a template.");
    assertThat(asked).isEmpty();

    write(new WorkbookAnswer.Filled(50_000), 50_000);
    assertThat(asked)
        .singleElement()
        .extracting(Workbooks.Filling::columns)
        .isEqualTo(
            List.of(
                new Workbooks.Column("Title", "TITLE", ColumnType.TEXT),
                new Workbooks.Column(
                    "Requested at (Europe/Berlin)", "requested at", ColumnType.DATE_TIME)));
  }

  @Test
  void complaintsEndTheRunAndWhatMayPassIsTriedAgain() {
    assertThatThrownBy(() -> write(new WorkbookAnswer.Refused(List.of("No room.", "No rows.")), 1))
        .isInstanceOf(HopelessRunException.class)
        .hasMessage("No room. No rows.");
    assertThatThrownBy(() -> write(new WorkbookAnswer.Unfinished("Too slow."), 1))
        .isInstanceOf(IOException.class)
        .hasMessage("Too slow.");
  }

  @Test
  void columnsFindTheirHeadersWithoutZoneAndById() {
    var second = column("Zip", "Code", ColumnType.TEXT);

    assertThat(PLACE.fitting(List.of(ZIP, AT, second)))
        .containsExactly(
            new WorkbookPlace.Fitting(ZIP, "Zip"), new WorkbookPlace.Fitting(AT, "requested at"));
  }
}
