package dev.patchbay.spreadsheets.write;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * What a format gives: it takes cells of checked types in the order of the columns, each column
 * once a row. Every value that it cannot hold is an {@link Unfit}.
 */
public interface RowTarget extends AutoCloseable {
  /** Begins a row. */
  void begin() throws IOException;

  void empty(int column) throws IOException;

  /** Text, never empty. */
  void text(int column, String value) throws IOException;

  /** An address, never empty. */
  void link(int column, String value) throws IOException;

  /** A finite number. */
  void number(int column, double value) throws IOException;

  /** A number with all its digits. */
  void exact(int column, BigDecimal value) throws IOException;

  void bool(int column, boolean value) throws IOException;

  void date(int column, LocalDate value) throws IOException;

  void dateTime(int column, LocalDateTime value) throws IOException;

  /** Ends a row. */
  void end() throws IOException;

  /** Completes the file; gives the number of sheets. */
  int finish() throws IOException;

  /** Stops what works in the background. Does not close what is written to. */
  @Override
  void close() throws IOException;
}
