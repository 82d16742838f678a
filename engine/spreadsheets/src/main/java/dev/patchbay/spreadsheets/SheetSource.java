package dev.patchbay.spreadsheets;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a format gives: the sheets of one open file. Used by one thread at a time. */
public interface SheetSource extends AutoCloseable {
  /** Names in the order of the file; a format without names has one sheet with an empty name. */
  List<String> sheets();

  /** How it is read, if it is a text. */
  default Optional<TextDialect> dialect() {
    return Optional.empty();
  }

  /**
   * Hands over the rows of a sheet.
   *
   * @param sheet position, from 0
   * @throws Refusal where the file is broken or harmful
   */
  Reading read(int sheet, RowHandler rows) throws IOException;

  @Override
  void close() throws IOException;
}
