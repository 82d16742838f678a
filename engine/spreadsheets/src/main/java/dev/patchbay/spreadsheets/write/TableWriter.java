package dev.patchbay.spreadsheets.write;

import dev.patchbay.spreadsheets.Cell;
import java.io.IOException;
import java.util.List;

/**
 * Takes the rows of one table one by one. Memory does not grow with them. Used by one thread at a
 * time; closed always, finished if all went well.
 */
public interface TableWriter extends AutoCloseable {
  /**
   * Writes a row.
   *
   * @param row cells in the order of the columns; those that are missing at its end are empty
   * @throws Unwritable if it does not fit; nothing more can be written then
   * @throws IOException if the target takes no more
   */
  void write(List<Cell> row) throws IOException;

  /**
   * Completes the file. Once, after all rows.
   *
   * @throws IOException if the target takes no more
   */
  Written finish() throws IOException;

  /** Lets go of everything. What was not finished is no file: at a path it is removed. */
  @Override
  void close() throws IOException;
}
