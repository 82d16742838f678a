package dev.patchbay.spreadsheets.templates;

import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.Reading;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Loads a workbook that somebody made. */
final class WorkbookFile {
  private WorkbookFile() {}

  /** What became of loading one. */
  sealed interface Loading {
    /** It is in memory. Close it. */
    record Loaded(XSSFWorkbook workbook) implements Loading {}

    /** It is none, or unsafe. */
    record Rejected(String reason) implements Loading {}
  }

  /** The reader that is on its guard comes first; the one that can fill is not. */
  static Loading load(Path file) {
    var unsafe =
        switch (SpreadsheetFile.open(file)) {
          case Opening.Rejected(var reason) -> Optional.of(reason);
          case Opening.Opened(var open) -> complaint(open);
        };
    return unsafe.<Loading>map(Loading.Rejected::new).orElseGet(() -> parse(file));
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

  private static Loading parse(Path file) {
    // from a stream: a package that was opened from a file would be written back to it
    try (var bytes = Files.newInputStream(file)) {
      return new Loading.Loaded(new XSSFWorkbook(bytes));
    } catch (IOException | OpenXML4JRuntimeException | POIXMLException unreadable) {
      return new Loading.Rejected(
          "The template cannot be read. Open it in your spreadsheet program and save it again as .xlsx.");
    }
  }
}
