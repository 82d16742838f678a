package dev.patchbay.server.imports;

import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import dev.patchbay.spreadsheets.TextDialect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Looks into files while their senders wait for the answer. Thread-safe. */
final class SentFiles {
  private static final int SHEETS_SHOWN = 20;

  /** To open a workbook may take 56 MB: not many at once. */
  private final Semaphore opening = new Semaphore(2);

  /** What is looked for in a file. */
  @FunctionalInterface
  interface Look<T> {
    T into(SpreadsheetFile file) throws HopelessRunException;
  }

  /**
   * Opens a file.
   *
   * @param dialect of a text, as far as it is said
   * @throws ProblemException that says why it cannot be read
   */
  <T> T open(Path file, TextDialect dialect, Look<T> look) {
    opening.acquireUninterruptibly();
    try {
      return switch (SpreadsheetFile.open(file, dialect)) {
        case Opening.Rejected(var reason) -> throw ProblemException.field("/file", reason);
        case Opening.Opened(var opened) -> {
          try (opened) {
            yield look.into(opened);
          }
        }
      };
    } catch (HopelessRunException unreadable) {
      throw ProblemException.field("/file", String.valueOf(unreadable.getMessage()));
    } finally {
      opening.release();
    }
  }

  /**
   * The number of a sheet.
   *
   * @param name null for the first that holds a value
   */
  static int sheet(SpreadsheetFile file, @Nullable String name) throws HopelessRunException {
    return name == null ? firstFilled(file) : named(file, name);
  }

  /** The header, which is the first row with a value. */
  static List<String> headers(SpreadsheetFile file, int sheet) throws HopelessRunException {
    var headers = SheetKinds.headers(file, sheet);
    if (headers.isEmpty()) {
      throw ProblemException.field("/file", "has no row with a value; its first is its header");
    }
    return headers;
  }

  private static int firstFilled(SpreadsheetFile file) throws HopelessRunException {
    for (int i = 0; i < file.sheets().size(); i++) {
      if (!SheetKinds.headers(file, i).isEmpty()) {
        return i;
      }
    }
    return 0;
  }

  private static int named(SpreadsheetFile file, String sheet) {
    int number = file.sheets().indexOf(sheet);
    if (number < 0) {
      var names = file.sheets().stream().limit(SHEETS_SHOWN).toList();
      throw ProblemException.field("/sheet", "is no sheet of the file; there are " + names);
    }
    return number;
  }
}
