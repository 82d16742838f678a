package dev.patchbay.server.export.file;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.CsvDialect;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.spreadsheets.EncodingName;
import dev.patchbay.spreadsheets.SeparatorName;
import dev.patchbay.spreadsheets.write.text.CsvOptions;
import dev.patchbay.spreadsheets.write.text.CsvOptions.LineEnd;
import dev.patchbay.spreadsheets.write.text.CsvOptions.Mark;
import dev.patchbay.spreadsheets.write.text.CsvOptions.Quotes;
import dev.patchbay.spreadsheets.write.text.CsvOptions.Style;
import dev.patchbay.spreadsheets.write.text.CsvOptions.Values;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an export is written as CSV or TSV: as its draft says, else as its language has it. */
public record CsvFormat(ExportDraft draft) {
  /** What is wrong with what the draft says of it, by field. */
  public List<FieldError> faults() {
    var dialect = draft.csv();
    if (dialect == null) {
      return List.of();
    }
    if (!draft.format().isSeparated()) {
      return List.of(
          new FieldError("/csv", "is for the formats CSV and TSV only; leave it out, or take one"));
    }
    var faults = new ArrayList<FieldError>();
    separatorFault(dialect.separator(), faults);
    if (dialect.encoding() != null && EncodingName.charset(dialect.encoding()).isEmpty()) {
      faults.add(
          new FieldError("/csv/encoding", "must be an encoding, such as " + EncodingName.EXAMPLES));
    }
    return faults.isEmpty() ? discord() : faults;
  }

  private void separatorFault(@Nullable String said, List<FieldError> faults) {
    if (said == null) {
      return;
    }
    var separator = SeparatorName.character(said);
    if (separator.isEmpty()) {
      faults.add(new FieldError("/csv/separator", "must be " + SeparatorName.CHOICES));
    } else if (draft.format() == ExportFormat.TSV && separator.get() != '\t') {
      faults.add(
          new FieldError("/csv/separator", "must be tab in TSV; take the format CSV for others"));
    }
  }

  /** What does not go together. */
  private List<FieldError> discord() {
    try {
      var _ = options();
      return List.of();
    } catch (IllegalArgumentException unfit) {
      var fault = String.valueOf(unfit.getMessage()).split(": ", 2);
      var field = fault[0].equals("mark") ? "bom" : fault[0];
      return List.of(new FieldError("/csv/" + field, fault[1]));
    }
  }

  /**
   * How it is written.
   *
   * @throws IllegalArgumentException for what {@link #faults} names
   */
  CsvOptions options() {
    var dialect = draft.csv() == null ? CsvDialect.USUAL : draft.csv();
    var values = values();
    var encoding = encoding(dialect.encoding());
    var style = new Style(quotes(dialect), lineEnd(dialect), CsvOptions.CSV.style().formulas());
    return new CsvOptions(
        separator(dialect.separator(), values), encoding, mark(dialect, encoding), style, values);
  }

  private Values values() {
    return draft.language() == null
        ? Values.ISO
        : Values.of(Locale.forLanguageTag(draft.language()));
  }

  /** Where a comma stands in numbers, a semicolon stands between them. */
  private char separator(@Nullable String said, Values values) {
    if (said != null) {
      return SeparatorName.character(said)
          .orElseThrow(() -> new IllegalArgumentException("separator: must be known"));
    }
    if (draft.format() == ExportFormat.TSV) {
      return CsvOptions.TSV.separator();
    }
    return values.decimalPoint() == ',' ? ';' : CsvOptions.CSV.separator();
  }

  private static Charset encoding(@Nullable String said) {
    return said == null
        ? CsvOptions.CSV.encoding()
        : EncodingName.charset(said)
            .orElseThrow(() -> new IllegalArgumentException("encoding: must be known"));
  }

  private static Mark mark(CsvDialect dialect, Charset encoding) {
    boolean written = dialect.bom() == null ? encoding.name().startsWith("UTF-") : dialect.bom();
    return written ? Mark.WRITTEN : Mark.NONE;
  }

  private static Quotes quotes(CsvDialect dialect) {
    return switch (dialect.quotes()) {
      case null -> CsvOptions.CSV.style().quotes();
      case NEEDED -> Quotes.NEEDED;
      case FILLED -> Quotes.FILLED;
      case ALL -> Quotes.ALL;
    };
  }

  private static LineEnd lineEnd(CsvDialect dialect) {
    return switch (dialect.lineEnd()) {
      case null -> CsvOptions.CSV.style().lineEnd();
      case CRLF -> LineEnd.CRLF;
      case LF -> LineEnd.LF;
    };
  }
}
