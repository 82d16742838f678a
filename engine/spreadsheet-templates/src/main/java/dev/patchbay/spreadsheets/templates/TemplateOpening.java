package dev.patchbay.spreadsheets.templates;

import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.Reading;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Finds out whether a file is a template. */
final class TemplateOpening {
  private final Path file;
  private final String name;
  private final List<String> columns;

  TemplateOpening(Path file, String name, List<String> columns) {
    this.file = file;
    this.name = name;
    this.columns = List.copyOf(columns);
  }

  /** The reader that is on its guard comes first; the one that can fill is not. */
  TemplateCheck check() {
    var unsafe =
        switch (SpreadsheetFile.open(file)) {
          case Opening.Rejected(var reason) -> Optional.of(reason);
          case Opening.Opened(var open) -> complaint(open);
        };
    return unsafe.<TemplateCheck>map(TemplateOpening::refused).orElseGet(this::load);
  }

  private static Optional<String> complaint(SpreadsheetFile open) {
    try (open) {
      for (int i = 0; i < open.sheets().size(); i++) {
        if (open.read(i, row -> true) instanceof Reading.Rejected(var reason)) {
          return Optional.of(reason);
        }
      }
      return open.sheets().equals(List.of(""))
          ? Optional.of("The template is a text file. Choose an .xlsx workbook.")
          : Optional.empty();
    }
  }

  private TemplateCheck load() {
    // from a stream: a package that was opened from a file would be written back to it
    try (var bytes = Files.newInputStream(file)) {
      return check(new XSSFWorkbook(bytes));
    } catch (IOException | OpenXML4JRuntimeException | POIXMLException unreadable) {
      return refused(
          "The template cannot be read. Open it in your spreadsheet program and save it again as .xlsx.");
    }
  }

  private TemplateCheck check(XSSFWorkbook workbook) throws IOException {
    var complaints = new ArrayList<String>();
    if (hasMacros(workbook)) {
      complaints.add("The template holds macros. Save it as .xlsx, which has none.");
    }
    var place = Place.find(workbook, name);
    if (place.isEmpty()) {
      complaints.add(
          "The template has no table and no named range '%s'. Mark the cells from the headers on and give them that name."
              .formatted(name));
    }
    var table = Place.table(workbook, name);
    if (table.isPresent() && table.get().getTotalsRowCount() > 0) {
      complaints.add("The table '%s' has a row of totals. Switch it off.".formatted(name));
    }
    if (table.isPresent() && table.get().getHeaderRowCount() == 0) {
      complaints.add("The table '%s' has no row of headers. Switch it on.".formatted(name));
    }
    place.ifPresent(found -> complaints.addAll(missing(found)));
    if (complaints.isEmpty()) {
      var found = place.orElseThrow();
      return new TemplateCheck.Ready(
          new WorkbookTemplate(workbook, table, found, positions(found)));
    }
    workbook.close();
    return new TemplateCheck.Refused(complaints);
  }

  private static boolean hasMacros(XSSFWorkbook workbook) {
    return workbook.isMacroEnabled()
        || !workbook
            .getPackage()
            .getPartsByContentType("application/vnd.ms-office.vbaProject")
            .isEmpty();
  }

  private List<String> missing(Place place) {
    var headers = place.headers();
    return columns.stream()
        .filter(column -> !headers.containsKey(key(column)))
        .map(
            column ->
                "'%s' has no column '%s'. Write that header into its first row, row %d of the sheet '%s'."
                    .formatted(name, column, place.header() + 1, place.sheet().getSheetName()))
        .toList();
  }

  private int[] positions(Place place) {
    var headers = place.headers();
    return columns.stream().mapToInt(column -> headers.getOrDefault(key(column), -1)).toArray();
  }

  private static String key(String header) {
    return header.strip().toLowerCase(Locale.ROOT);
  }

  private static TemplateCheck refused(String complaint) {
    return new TemplateCheck.Refused(List.of(complaint));
  }
}
