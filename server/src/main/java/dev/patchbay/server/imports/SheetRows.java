package dev.patchbay.server.imports;

import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.Reading;
import dev.patchbay.spreadsheets.Row;
import dev.patchbay.spreadsheets.RowHandler;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Hands over the rows below the header; what ends it early is thrown where it was asked for. */
final class SheetRows implements RowHandler {
  private static final long MOST_ROWS = 1_048_576;

  private final Taker taker;
  private boolean pastHeader;
  private @Nullable IOException failure;
  private @Nullable StoppedRunException stop;
  private @Nullable HopelessRunException hopeless;

  /** Takes a row. */
  @FunctionalInterface
  interface Taker {
    void take(Row row) throws IOException, StoppedRunException, HopelessRunException;
  }

  private SheetRows(Taker taker) {
    this.taker = taker;
  }

  /**
   * Reads a sheet of a file.
   *
   * @throws HopelessRunException if it cannot be read
   */
  static void each(SheetInFile sheet, Taker taker)
      throws IOException, StoppedRunException, HopelessRunException {
    switch (sheet.open()) {
      case Opening.Rejected(var reason) -> throw new HopelessRunException(reason);
      case Opening.Opened(var opened) -> {
        try (opened) {
          new SheetRows(taker).read(opened, sheet.number());
        }
      }
    }
  }

  private void read(SpreadsheetFile file, int sheet)
      throws IOException, StoppedRunException, HopelessRunException {
    var reading = file.read(sheet, this);
    if (failure != null) {
      throw failure;
    }
    if (stop != null) {
      throw stop;
    }
    if (hopeless != null) {
      throw hopeless;
    }
    if (reading instanceof Reading.Rejected(var reason)) {
      throw new HopelessRunException(reason);
    }
  }

  @Override
  public boolean take(Row row) {
    if (!pastHeader) {
      pastHeader = true;
      return true;
    }
    try {
      if (row.number() > MOST_ROWS) {
        throw new HopelessRunException(
            "The file has more than %,d rows; split it.".formatted(MOST_ROWS));
      }
      taker.take(row);
      return true;
    } catch (IOException unwritten) {
      failure = unwritten;
    } catch (StoppedRunException stopped) {
      stop = stopped;
    } catch (HopelessRunException useless) {
      hopeless = useless;
    }
    return false;
  }
}
