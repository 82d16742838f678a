package dev.patchbay.sandbox.drive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.format.Entry;
import dev.patchbay.sandbox.format.UserEntered;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Moment;
import dev.patchbay.sandbox.sheets.NewSheets;
import dev.patchbay.sandbox.sheets.NewSpreadsheets;
import dev.patchbay.sandbox.sheets.model.Area;
import dev.patchbay.sandbox.sheets.model.Cell;
import dev.patchbay.sandbox.sheets.model.Extras;
import dev.patchbay.sandbox.sheets.model.Limits;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import java.time.ZoneOffset;
import java.util.List;

/** Converts delimited text into a spreadsheet with one tab named like the file, as Drive does. */
final class CsvImport {

  private static final int TITLE = 100;

  private CsvImport() {}

  static Spreadsheet spreadsheet(String id, String name, Media media, Moment moment) {
    ObjectNode wanted = Json.object().put("timeZone", "America/Los_Angeles");
    Spreadsheet spreadsheet = NewSpreadsheets.bare(id, name, wanted);
    String title = name.length() > TITLE ? name.substring(0, TITLE) : name;
    Sheet sheet = NewSheets.create(spreadsheet, Json.object().put("title", title), moment);
    spreadsheet.sheets().add(sheet);
    UserEntered typing =
        new UserEntered(spreadsheet.locale(), moment.now().atZone(ZoneOffset.UTC).getYear());
    List<List<String>> rows = Csv.read(media.body().text(), media.delimiter());
    for (int row = 0; row < rows.size(); row++) {
      write(sheet, row, rows.get(row), typing);
    }
    Limits.checkSize(spreadsheet);
    return spreadsheet;
  }

  private static void write(Sheet sheet, int row, List<String> cells, UserEntered typing) {
    sheet.fit(new Area(row, row + 1, 0, cells.size()));
    for (int column = 0; column < cells.size(); column++) {
      String text = Limits.checkText(cells.get(column));
      if (!text.isEmpty()) {
        Entry entry = typing.parse(text, Extras.NONE);
        sheet.grid().set(row, column, Cell.of(entry.value(), entry.formula(), entry.extras()));
      }
    }
  }
}
