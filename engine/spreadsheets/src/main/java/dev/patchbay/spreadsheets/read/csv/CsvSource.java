package dev.patchbay.spreadsheets.read.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Limits;
import dev.patchbay.spreadsheets.Reading;
import dev.patchbay.spreadsheets.Refusal;
import dev.patchbay.spreadsheets.Row;
import dev.patchbay.spreadsheets.RowHandler;
import dev.patchbay.spreadsheets.SheetSize;
import dev.patchbay.spreadsheets.SheetSource;
import dev.patchbay.spreadsheets.TextDialect;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A CSV or TSV file (RFC 4180, read leniently). All cells are text, exactly as written. */
public final class CsvSource implements SheetSource {
  private static final int SAMPLE_CHARS = 64 * 1024;

  private final Path file;
  private final Limits limits;
  private final Encoding encoding;
  private final Separator separator;

  private CsvSource(Path file, Limits limits, Encoding encoding, Separator separator) {
    this.file = file;
    this.limits = limits;
    this.encoding = encoding;
    this.separator = separator;
  }

  /**
   * Finds out how a file is to be read, where that is not said.
   *
   * @throws Refusal where it is no table
   */
  public static CsvSource open(Path file, TextDialect said, Limits limits) throws IOException {
    var encoding = Encoding.of(file, said.encoding());
    var sample = sample(file, encoding);
    new TextSample(sample).check();
    return new CsvSource(file, limits, encoding, Separator.in(sample, said.separator()));
  }

  private static String sample(Path file, Encoding encoding) throws IOException {
    var chars = new char[SAMPLE_CHARS];
    int length = 0;
    try (var reader = reader(file, encoding)) {
      for (int read; length < chars.length; length += read) {
        read = reader.read(chars, length, chars.length - length);
        if (read < 0) {
          break;
        }
      }
    } catch (CharacterCodingException e) {
      throw notText(encoding);
    }
    return new String(chars, 0, length);
  }

  private static Reader reader(Path file, Encoding encoding) throws IOException {
    var bytes = Files.newInputStream(file);
    try {
      bytes.skipNBytes(encoding.markBytes());
      return new InputStreamReader(bytes, encoding.decoder());
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  @Override
  public List<String> sheets() {
    return List.of("");
  }

  @Override
  public Optional<TextDialect> dialect() {
    return Optional.of(new TextDialect(encoding.charset(), separator.character()));
  }

  @Override
  public Reading read(int sheet, RowHandler rows) throws IOException {
    try (var csv = csv()) {
      return handOver(csv.iterator(), rows);
    }
  }

  private CsvReader<CsvRecord> csv() throws IOException {
    var handler =
        CsvRecordHandler.of(
            to ->
                to.maxFields(limits.lineChars())
                    .maxFieldSize(limits.lineChars())
                    .maxRecordSize(limits.lineChars()));
    return CsvReader.builder()
        .fieldSeparator(separator.character())
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .maxBufferSize(limits.lineChars())
        .build(handler, new EndMarked(reader(file, encoding)));
  }

  private Reading handOver(Iterator<CsvRecord> records, RowHandler rows) throws IOException {
    var row = new Row();
    var size = SheetSize.NONE;
    long number = separator.announced() ? -1 : 0;
    while (hasNext(records, number)) {
      var read = next(records, number);
      if (EndMarked.maybeIn(read) && !hasNext(records, number)) {
        demandClosed(read, number + 1);
        break;
      }
      fill(row, read, ++number);
      if (number > 0 && row.size() > 0) {
        size = size.with(row);
        if (!rows.take(row)) {
          return new Reading.Stopped();
        }
      }
    }
    return new Reading.Complete(size);
  }

  private static void demandClosed(CsvRecord last, long number) throws Refusal {
    if (!EndMarked.isAllOf(last)) {
      throw new Refusal(
          "A quote (\") that is opened in row %d is never closed, so that all behind it is one cell. Look at row %d, close the quote, or write it twice where it belongs to the text, and save the file again."
              .formatted(number, number));
    }
  }

  private static void fill(Row row, CsvRecord csv, long number) throws Refusal {
    row.begin(number);
    for (int i = 0; i < csv.getFieldCount(); i++) {
      var text = csv.getField(i);
      if (!text.isEmpty()) {
        row.set(i, new Cell.Text(text));
      }
    }
    if (row.size() > SheetSize.MOST_COLUMNS) {
      throw Refusal.tooManyColumns();
    }
  }

  private boolean hasNext(Iterator<CsvRecord> records, long number) throws Refusal {
    try {
      return records.hasNext();
    } catch (CsvParseException | UncheckedIOException e) {
      throw broken(e, number);
    }
  }

  private CsvRecord next(Iterator<CsvRecord> records, long number) throws IOException {
    try {
      return records.next();
    } catch (CsvParseException | UncheckedIOException e) {
      throw broken(e, number);
    } catch (NoSuchElementException e) {
      throw new IOException("a record that was there is gone", e);
    }
  }

  private Refusal broken(RuntimeException failure, long number) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof CharacterCodingException) {
        return notText(encoding);
      }
    }
    return new Refusal(
        "Row %d is longer than %,d characters, or holds a quote that is never closed. Look at the quotes (\") in it, mend it and save the file again."
            .formatted(number + 1, limits.lineChars()));
  }

  private static Refusal notText(Encoding encoding) {
    var name = encoding.charset().name();
    if (encoding.said()) {
      return new Refusal(
          "The file is not %s text in all places, as it is said to be. Leave the encoding out to have it found out, or name another."
              .formatted(name));
    }
    return new Refusal(
        encoding.isUnicode()
            ? "The file says it is %s text, but is not in all places. Save it again as 'CSV UTF-8'."
                .formatted(name)
            : "The file does not tell how its letters are encoded: it looks most like %s, but is not that in all places. Save it again as 'CSV UTF-8', or say which encoding it is."
                .formatted(name));
  }

  @Override
  public void close() {
    // Each reading opens and closes the file itself.
  }
}
