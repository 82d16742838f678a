package dev.patchbay.server.export.file;

import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.spreadsheets.write.TableFormat;
import dev.patchbay.spreadsheets.write.xlsx.XlsxOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** What kind of table an export becomes, and how it is called. */
public record ExportFile(ExportDraft draft, TableFormat format, Instant now) {
  public static ExportFile of(ExportDraft draft, Instant now) {
    return new ExportFile(draft, format(draft, now), now);
  }

  private static TableFormat format(ExportDraft draft, Instant now) {
    return switch (draft.format()) {
      case XLSX ->
          new TableFormat.Xlsx(
              XlsxOptions.of(new XlsxOptions.Properties(draft.called(), "Patchbay", now)));
      case CSV, TSV -> new TableFormat.Csv(new CsvFormat(draft).options());
      case JSONL -> new TableFormat.JsonLines();
      case DOCX, PDF -> throw new IllegalArgumentException("documents are no tables");
    };
  }

  /** Name of the file; the day tells apart those that have no name of their own. */
  public String name(ZoneId zone) {
    return name(draft, now, zone, draft.format().name().toLowerCase(Locale.ROOT));
  }

  /** The same of any file. */
  public static String name(ExportDraft draft, Instant now, ZoneId zone, String ending) {
    var stem =
        draft.name() == null
            ? draft.dataset() + "-" + LocalDate.ofInstant(now, zone)
            : draft.name();
    return stem + "." + ending;
  }

  public String mediaType() {
    return switch (draft.format()) {
      case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      case CSV -> "text/csv; charset=" + charset();
      case TSV -> "text/tab-separated-values; charset=" + charset();
      case JSONL -> "application/jsonl";
      case DOCX, PDF -> throw new IllegalArgumentException("documents are no tables");
    };
  }

  private String charset() {
    return new CsvFormat(draft).options().encoding().name().toLowerCase(Locale.ROOT);
  }
}
