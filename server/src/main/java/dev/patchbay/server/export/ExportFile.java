package dev.patchbay.server.export;

import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.spreadsheets.write.TableFormat;
import dev.patchbay.spreadsheets.write.text.CsvOptions;
import dev.patchbay.spreadsheets.write.xlsx.XlsxOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** What kind of table an export becomes, and how it is called. */
record ExportFile(ExportDraft draft, TableFormat format, Instant now) {
  static ExportFile of(ExportDraft draft, Instant now) {
    return new ExportFile(draft, format(draft, now), now);
  }

  private static TableFormat format(ExportDraft draft, Instant now) {
    return switch (draft.format()) {
      case XLSX ->
          new TableFormat.Xlsx(
              XlsxOptions.of(new XlsxOptions.Properties(draft.called(), "Patchbay", now)));
      case CSV -> new TableFormat.Csv(text(draft, CsvOptions.CSV));
      case TSV -> new TableFormat.Csv(text(draft, CsvOptions.TSV));
      case JSONL -> new TableFormat.JsonLines();
      case DOCX, PDF -> throw new IllegalArgumentException("documents are no tables");
    };
  }

  /** Where a comma stands in numbers, a semicolon stands between them. */
  private static CsvOptions text(ExportDraft draft, CsvOptions usual) {
    if (draft.language() == null) {
      return usual;
    }
    var values = CsvOptions.Values.of(Locale.forLanguageTag(draft.language()));
    var options = usual.withValues(values);
    return values.decimalPoint() == ',' && usual.separator() == ','
        ? options.withSeparator(';')
        : options;
  }

  /** Name of the file; the day tells apart those that have no name of their own. */
  String name(ZoneId zone) {
    return name(draft, now, zone, draft.format().name().toLowerCase(Locale.ROOT));
  }

  /** The same of any file. */
  static String name(ExportDraft draft, Instant now, ZoneId zone, String ending) {
    var stem =
        draft.name() == null
            ? draft.dataset() + "-" + LocalDate.ofInstant(now, zone)
            : draft.name();
    return stem + "." + ending;
  }

  String mediaType() {
    return switch (draft.format()) {
      case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      case CSV -> "text/csv; charset=utf-8";
      case TSV -> "text/tab-separated-values; charset=utf-8";
      case JSONL -> "application/jsonl";
      case DOCX, PDF -> throw new IllegalArgumentException("documents are no tables");
    };
  }
}
