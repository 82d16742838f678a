package dev.patchbay.spreadsheets.write;

import dev.patchbay.spreadsheets.Cell;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes beside the file, and puts it in its place when it is complete. */
final class TableFile implements TableWriter {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Path draft;
  private final OutputStream output;
  private final TableWriter writer;

  private TableFile(Path file, Path draft, OutputStream output, TableWriter writer) {
    this.file = file;
    this.draft = draft;
    this.output = output;
    this.writer = writer;
  }

  static TableWriter open(Path file, TableFormat format, TableLayout layout) throws IOException {
    var target = file.toAbsolutePath();
    var draft = Files.createTempFile(target.resolveSibling(""), ".writing-", ".part");
    try {
      var output = new BufferedOutputStream(Files.newOutputStream(draft), BUFFER);
      return new TableFile(target, draft, output, openOrClose(output, format, layout));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(draft);
      throw e;
    }
  }

  private static TableWriter openOrClose(
      OutputStream output, TableFormat format, TableLayout layout) throws IOException {
    try {
      return format.open(output, layout);
    } catch (IOException | RuntimeException e) {
      output.close();
      throw e;
    }
  }

  @Override
  public void write(List<Cell> row) throws IOException {
    writer.write(row);
  }

  @Override
  public Written finish() throws IOException {
    var written = writer.finish();
    output.close();
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return written;
  }

  @Override
  public void close() throws IOException {
    try (output) {
      writer.close();
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
