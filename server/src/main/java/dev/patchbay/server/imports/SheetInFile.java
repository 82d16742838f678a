package dev.patchbay.server.imports;

import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import dev.patchbay.spreadsheets.TextDialect;
import java.nio.file.Path;

/**
 * Which rows are imported.
 *
 * @param number of the sheet, from 0
 * @param dialect of a text, as far as it was said
 */
record SheetInFile(Path file, int number, TextDialect dialect) {
  Opening open() {
    return SpreadsheetFile.open(file, dialect);
  }
}
