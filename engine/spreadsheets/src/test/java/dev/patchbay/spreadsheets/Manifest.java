package dev.patchbay.spreadsheets;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Makes whole sheets of what a manifest expects, which lists some of the cells only. */
final class Manifest {
  /** The file has five lines, of which the manifest counts four. */
  private static final String MISCOUNTED = "frictionless/table-infer-iso-8859-7.csv";

  private Manifest() {}

  static ReadBack expected(JsonNode entry, ReadBack read) {
    var sheets = entry.path("expected").path("sheets");
    int uncounted = entry.path("file").asText().equals(MISCOUNTED) ? 1 : 0;
    List<ReadBack.Sheet> expected = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      var cells = new HashMap<String, Cell>();
      if (i < read.sheets().size()) {
        cells.putAll(read.sheets().get(i).cells());
      }
      var sheet = sheets.get(i);
      for (var cell : sheet.path("cells").properties()) {
        cells.put(place(cell.getKey()), cell(cell.getValue()));
      }
      var size =
          new SheetSize(
              sheet.path("rowCount").asLong() + uncounted, sheet.path("columnCount").asInt());
      expected.add(new ReadBack.Sheet(sheet.path("name").asText(), size, cells));
    }
    return new ReadBack("", expected);
  }

  private static String place(String reference) {
    int digits = 0;
    int column = 0;
    while (Character.isLetter(reference.charAt(digits))) {
      column = column * 26 + reference.charAt(digits) - 'A' + 1;
      digits++;
    }
    return reference.substring(digits) + "/" + (column - 1);
  }

  private static Cell cell(JsonNode expected) {
    var value = expected.path("value");
    return switch (expected.path("kind").asText()) {
      case "string" -> new Cell.Text(value.asText());
      case "number" -> new Cell.Numeric(value.asDouble());
      case "boolean" -> new Cell.Bool(value.asBoolean());
      case "time" -> new Cell.Time(LocalTime.parse(value.asText()));
      case "error" -> new Cell.Failure(value.asText());
      case "date" -> date(value.asText());
      default -> throw new AssertionError("unknown kind in the manifest: " + expected);
    };
  }

  private static Cell date(String text) {
    return text.contains("T")
        ? new Cell.DateTime(LocalDateTime.parse(text))
        : new Cell.Date(LocalDate.parse(text));
  }
}
