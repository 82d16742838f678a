package dev.patchbay.server.command.inspect;

import dev.patchbay.spreadsheets.Row;
import dev.patchbay.spreadsheets.SheetSize;
import java.io.IOException;

/** How a person or program is shown what a file holds; written as it is told. */
interface InspectReport extends AutoCloseable {
  /** The only thing that is told of a file that is refused. */
  void rejected(String reason) throws IOException;

  void begin() throws IOException;

  void beginSheet(String name, SheetSize size) throws IOException;

  /** One row, with as many columns as the sheet has. */
  void row(Row row, int columns) throws IOException;

  void endSheet() throws IOException;

  void end() throws IOException;

  @Override
  void close() throws IOException;
}
