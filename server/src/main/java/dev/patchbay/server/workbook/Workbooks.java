package dev.patchbay.server.workbook;

import dev.patchbay.spreadsheets.write.ColumnType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Looks workbooks over that people made, and fills them with rows. Thread-safe. */
public interface Workbooks {
  /** More rows than this go into no workbook that somebody made: it is held in memory. */
  int MOST_ROWS = 50_000;

  /** Where rows can go in a workbook, or what stands against it. */
  WorkbookAnswer look(byte[] file) throws IOException;

  /** Puts rows into one. */
  WorkbookAnswer fill(Filling filling) throws IOException;

  /**
   * A workbook to be filled.
   *
   * @param template file of the workbook
   * @param place name of a table or range in it
   * @param rows file with an object of JSON a line, by the headers of the export
   * @param out where the workbook goes
   */
  record Filling(Path template, String place, List<Column> columns, Path rows, Path out) {
    /** Copies them. */
    public Filling {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column that is filled.
   *
   * @param key of its value in a row
   * @param header of the place
   */
  record Column(String key, String header, ColumnType type) {}
}
