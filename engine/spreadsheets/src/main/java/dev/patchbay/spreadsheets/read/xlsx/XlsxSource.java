package dev.patchbay.spreadsheets.read.xlsx;

import dev.patchbay.spreadsheets.Limits;
import dev.patchbay.spreadsheets.Reading;
import dev.patchbay.spreadsheets.Refusal;
import dev.patchbay.spreadsheets.RowHandler;
import dev.patchbay.spreadsheets.SheetSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An XLSX workbook. Merged cells have their value in the one at the top left. */
public final class XlsxSource implements SheetSource {
  private final Archive archive;
  private final Workbook workbook;
  private final CellValues values;

  private XlsxSource(Archive archive, Workbook workbook, CellValues values) {
    this.archive = archive;
    this.workbook = workbook;
    this.values = values;
  }

  /**
   * Opens a workbook and reads what its sheets share.
   *
   * @throws Refusal where it is none, broken or harmful
   */
  public static XlsxSource open(Path file, Limits limits) throws IOException {
    var archive = Archive.open(file, limits);
    try {
      var workbook = Workbook.read(archive);
      var texts = SharedTexts.read(archive, workbook, limits);
      var styles = Styles.read(archive, workbook);
      var days = new SerialDays(workbook.from1904());
      return new XlsxSource(archive, workbook, new CellValues(texts, styles, days));
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  @Override
  public List<String> sheets() {
    return workbook.sheets().stream().map(Workbook.Sheet::name).toList();
  }

  @Override
  public Reading read(int sheet, RowHandler rows) throws IOException {
    var part = workbook.sheets().get(sheet).part();
    var bytes = archive.part(part).orElseThrow(() -> Refusal.damaged("a sheet of it is missing"));
    try (var xml = XmlPart.open(part, bytes)) {
      return new SheetReader(xml, values).read(rows);
    }
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
