package dev.patchbay.spreadsheets;

import dev.patchbay.spreadsheets.read.csv.CsvSource;
import dev.patchbay.spreadsheets.read.xlsx.XlsxSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A spreadsheet file that is open for reading. What kind it is, its content decides, not its name.
 * Rows are streamed; no sheet is ever held in memory. Used by one thread at a time.
 */
public final class SpreadsheetFile implements AutoCloseable {
  private static final String UNREADABLE =
      "The file cannot be read: is it there, is it a file, and may it be read?";

  private final SheetSource source;

  private SpreadsheetFile(SheetSource source) {
    this.source = source;
  }

  /** Opens a file within the usual limits. */
  public static Opening open(Path file) {
    return open(file, Limits.USUAL);
  }

  /**
   * The same, of a text as it is said to be.
   *
   * @param said of no meaning where the file is a workbook
   */
  public static Opening open(Path file, TextDialect said) {
    return open(file, said, Limits.USUAL);
  }

  /** Opens a file within limits. */
  public static Opening open(Path file, Limits limits) {
    return open(file, TextDialect.DETECTED, limits);
  }

  private static Opening open(Path file, TextDialect said, Limits limits) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return new Opening.Rejected(UNREADABLE);
    }
    try {
      return new Opening.Opened(new SpreadsheetFile(source(file, said, limits)));
    } catch (Refusal refusal) {
      return new Opening.Rejected(refusal.reason());
    } catch (IOException e) {
      return new Opening.Rejected(UNREADABLE);
    }
  }

  private static SheetSource source(Path file, TextDialect said, Limits limits) throws IOException {
    return switch (FileKind.of(file)) {
      case ARCHIVE -> XlsxSource.open(file, limits);
      case TEXT -> CsvSource.open(file, said, limits);
    };
  }

  /** Names in the order of the file, hidden sheets too; a CSV file has one, with an empty name. */
  public List<String> sheets() {
    return source.sheets();
  }

  /** How it is read, encoding and separator both, if it is a text; empty of a workbook. */
  public Optional<TextDialect> dialect() {
    return source.dialect();
  }

  /**
   * Hands over the rows of a sheet from its beginning; as often as is wanted.
   *
   * @param sheet position in {@link #sheets}, from 0
   */
  public Reading read(int sheet, RowHandler rows) {
    try {
      return source.read(sheet, rows);
    } catch (Refusal refusal) {
      return new Reading.Rejected(refusal.reason());
    } catch (IOException e) {
      return new Reading.Rejected(UNREADABLE);
    }
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      // It was only read: nothing can be lost by a close that fails.
    }
  }
}
