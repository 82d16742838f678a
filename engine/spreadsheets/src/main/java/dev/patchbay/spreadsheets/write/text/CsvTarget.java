package dev.patchbay.spreadsheets.write.text;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import dev.patchbay.spreadsheets.write.Column;
import dev.patchbay.spreadsheets.write.LoneSurrogate;
import dev.patchbay.spreadsheets.write.RowTarget;
import dev.patchbay.spreadsheets.write.TableLayout;
import dev.patchbay.spreadsheets.write.Unfit;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.CharsetEncoder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/** Separated values (RFC 4180). */
public final class CsvTarget implements RowTarget {
  private static final int BUFFER_CHARS = 1 << 14;

  private final CsvOptions options;
  private final boolean isUnicode;
  private final CharsetEncoder encoder;
  private final CsvWriter csv;
  private CsvWriter.CsvWriterRecord row;

  private CsvTarget(Writer writer, CsvOptions options) {
    this.options = options;
    this.isUnicode = options.encoding().name().startsWith("UTF-");
    this.encoder = options.encoding().newEncoder();
    this.csv =
        CsvWriter.builder()
            .fieldSeparator(options.separator())
            .quoteStrategy(quotes(options.style().quotes()))
            .lineDelimiter(lineEnd(options.style().lineEnd()))
            .bufferSize(BUFFER_CHARS)
            .build(writer);
    this.row = csv.writeRecord();
  }

  /**
   * Writes mark and headers.
   *
   * @throws IllegalArgumentException if the encoding lacks a character of a header
   */
  public static CsvTarget open(OutputStream output, TableLayout layout, CsvOptions options)
      throws IOException {
    var writer = new OutputStreamWriter(output, options.encoding().newEncoder());
    if (options.mark() == CsvOptions.Mark.WRITTEN) {
      writer.write('\ufeff');
    }
    var target = new CsvTarget(writer, options);
    for (var column : layout.columns()) {
      target.header(column);
    }
    target.end();
    return target;
  }

  private static QuoteStrategy quotes(CsvOptions.Quotes quotes) {
    return switch (quotes) {
      case NEEDED -> QuoteStrategies.REQUIRED;
      case FILLED -> QuoteStrategies.NON_EMPTY;
      case ALL -> QuoteStrategies.ALWAYS;
    };
  }

  private static LineDelimiter lineEnd(CsvOptions.LineEnd end) {
    return switch (end) {
      case LF -> LineDelimiter.LF;
      case CRLF -> LineDelimiter.CRLF;
    };
  }

  private void header(Column column) {
    try {
      text(0, column.header());
    } catch (Unfit unfit) {
      throw new IllegalArgumentException(
          "columns: the header '%s' %s".formatted(column.header(), unfit.getMessage()), unfit);
    }
  }

  @Override
  public void begin() {
    row = csv.writeRecord();
  }

  @Override
  public void empty(int column) {
    row.writeField("");
  }

  @Override
  public void text(int column, String value) throws Unfit {
    check(value);
    row.writeField(isFormula(value) ? "'" + value : value);
  }

  private boolean isFormula(String value) {
    return options.style().formulas() == CsvOptions.Formulas.GUARDED
        && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
  }

  private void check(String value) throws Unfit {
    LoneSurrogate.refuse(value);
    if (isUnicode || encoder.canEncode(value)) {
      return;
    }
    int lost =
        value
            .codePoints()
            .filter(c -> !encoder.canEncode(Character.toString(c)))
            .findFirst()
            .orElse('?');
    throw new Unfit(
        "holds '%s' (U+%04X), which %s lacks. Write the file in UTF-8, or change the text."
            .formatted(Character.toString(lost), lost, options.encoding().displayName()));
  }

  @Override
  public void link(int column, String value) throws Unfit {
    text(column, value);
  }

  @Override
  public void number(int column, double value) {
    row.writeField(pointed(Plain.of(value)));
  }

  @Override
  public void exact(int column, BigDecimal value) {
    row.writeField(pointed(Plain.of(value)));
  }

  private String pointed(String number) {
    char point = options.values().decimalPoint();
    return point == '.' ? number : number.replace('.', point);
  }

  @Override
  public void bool(int column, boolean value) {
    row.writeField(value ? "true" : "false");
  }

  @Override
  public void date(int column, LocalDate value) throws Unfit {
    date(value, options.values().date());
  }

  @Override
  public void dateTime(int column, LocalDateTime value) throws Unfit {
    var format = options.values().dateTime();
    boolean whole = value.get(ChronoField.NANO_OF_SECOND) == 0;
    if (whole && format.equals(DateTimeFormatter.ISO_LOCAL_DATE_TIME)) {
      row.writeField(iso(value));
    } else {
      date(value, format);
    }
  }

  /** The same as the formatter writes, in a quarter of the time. */
  private static String iso(LocalDateTime value) {
    return value.getSecond() == 0 ? value + ":00" : value.toString();
  }

  private void date(TemporalAccessor value, DateTimeFormatter format) throws Unfit {
    try {
      var text = format.format(value);
      check(text);
      row.writeField(text);
    } catch (DateTimeException e) {
      throw new Unfit(
          "holds the date %s, which the pattern cannot show. Choose another pattern."
              .formatted(value));
    }
  }

  @Override
  public void end() {
    row.endRecord();
  }

  @Override
  public int finish() throws IOException {
    csv.flush();
    return 1;
  }

  @Override
  public void close() {
    // The stream belongs to the caller.
  }
}
