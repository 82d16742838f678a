package dev.patchbay.spreadsheets.templates;

import dev.patchbay.spreadsheets.templates.WorkbookFile.Loading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  TemplateCheck check() {
    return switch (WorkbookFile.load(file)) {
      case Loading.Rejected(var reason) -> new TemplateCheck.Refused(List.of(reason));
      case Loading.Loaded(var workbook) -> check(workbook);
    };
  }

  private TemplateCheck check(XSSFWorkbook workbook) {
    var complaints = new ArrayList<>(ForbiddenParts.complaints(workbook));
    var place = Place.find(workbook, name);
    if (place.isEmpty()) {
      complaints.add(
          "The template has no table and no named range '%s'. Mark the cells from the headers on and give them that name."
              .formatted(name));
    }
    var table = Place.table(workbook, name);
    table.map(Places::complaints).ifPresent(complaints::addAll);
    place.ifPresent(found -> complaints.addAll(missing(found)));
    if (complaints.isEmpty()) {
      var found = place.orElseThrow();
      return new TemplateCheck.Ready(
          new WorkbookTemplate(file, workbook, new Target(found, table, positions(found))));
    }
    close(workbook);
    return new TemplateCheck.Refused(complaints);
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

  private static void close(XSSFWorkbook workbook) {
    try {
      workbook.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a workbook in memory has nothing to close", impossible);
    }
  }
}
