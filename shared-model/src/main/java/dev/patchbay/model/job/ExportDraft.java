package dev.patchbay.model.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.patchbay.model.dataset.RowFilter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An export to be made.
 *
 * @param dataset what is exported: {@code requests}, which is usual, {@code comments} or {@code
 *     users}
 * @param service name of the core service whose rows are exported as it holds them now; null for
 *     those of the hub's read model
 * @param filter which rows, null for all
 * @param sort as {@code sort} of its rows, null for the newest first
 * @param columns by id and in order, those that are usual if empty
 * @param name of the file without its ending, null for the dataset and the day
 * @param language whose usual way of writing dates and numbers is taken, a BCP 47 tag such as
 *     {@code de-DE}; null for ISO 8601
 * @param store where the file goes besides being kept for a week, null for nowhere
 * @param mail who gets the file by e-mail, once it is where {@code store} says; null for nobody
 * @param sheet that the rows are put into whole, once the file is where {@code store} says; null
 *     for none. The format has to be XLSX then
 * @param period of the time that the dataset is chosen by, told from the day on which it is due;
 *     null if the filter says it
 * @param zone that days are counted and times are shown in, an IANA name; null for the hub's
 * @param document of which template documents are made; of the formats DOCX and PDF, and null of
 *     all others
 * @param workbook that the rows are put into; of the format XLSX, and null for a plain one
 * @param csv how the file is written if the format is CSV or TSV; null for the usual, and of all
 *     other formats
 */
public record ExportDraft(
    @JsonProperty(defaultValue = ExportDraft.USUAL_DATASET) String dataset,
    @Nullable String service,
    ExportFormat format,
    @Nullable RowFilter filter,
    @Nullable String sort,
    List<String> columns,
    @Nullable String name,
    @Nullable String language,
    @Nullable StorePlace store,
    @Nullable MailOrder mail,
    @Nullable SheetPlace sheet,
    @Nullable Period period,
    @Nullable String zone,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DocumentOrder document,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WorkbookOrder workbook,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CsvDialect csv) {
  static final String USUAL_DATASET = "requests";

  public ExportDraft {
    dataset = dataset == null ? USUAL_DATASET : dataset;
    columns = columns == null ? List.of() : List.copyOf(columns);
  }

  /** An export that is only kept. */
  public ExportDraft(
      String dataset,
      ExportFormat format,
      @Nullable RowFilter filter,
      @Nullable String sort,
      List<String> columns,
      @Nullable String name,
      @Nullable String language) {
    this(
        dataset, null, format, filter, sort, columns, name, language, null, null, null, null, null,
        null, null, null);
  }

  /** What it is called, for people. */
  public String called() {
    return name == null ? dataset : name;
  }

  /** The same, of what a service holds now. */
  public ExportDraft from(String other) {
    return with(parts -> parts.service = other);
  }

  /** The same, and it goes to a store. */
  public ExportDraft to(StorePlace other) {
    return with(parts -> parts.store = other);
  }

  /** The same, and it is mailed. */
  public ExportDraft mailed(MailOrder other) {
    return with(parts -> parts.mail = other);
  }

  /** The same, and its rows are put into a sheet. */
  public ExportDraft into(SheetPlace other) {
    return with(parts -> parts.sheet = other);
  }

  /** The same, and its rows become documents. */
  public ExportDraft as(ExportFormat other, DocumentOrder order) {
    return with(
        parts -> {
          parts.format = other;
          parts.document = order;
        });
  }

  /** The same, and its rows are put into a workbook. */
  public ExportDraft filling(WorkbookOrder other) {
    return with(parts -> parts.workbook = other);
  }

  /** The same, written in another dialect. */
  public ExportDraft in(CsvDialect other) {
    return with(parts -> parts.csv = other);
  }

  /** The same, of a period. */
  public ExportDraft of(Period other) {
    return with(parts -> parts.period = other);
  }

  /** The same, in a zone unless it names one itself. */
  public ExportDraft orIn(@Nullable String usual) {
    return with(parts -> parts.zone = zone == null ? usual : zone);
  }

  private ExportDraft with(Consumer<Parts> change) {
    var parts = new Parts(this);
    change.accept(parts);
    return parts.draft();
  }

  /** All that a draft says, to be changed. */
  private static final class Parts {
    private final String dataset;
    private @Nullable String service;
    private ExportFormat format;
    private final @Nullable RowFilter filter;
    private final @Nullable String sort;
    private final List<String> columns;
    private final @Nullable String name;
    private final @Nullable String language;
    private @Nullable StorePlace store;
    private @Nullable MailOrder mail;
    private @Nullable SheetPlace sheet;
    private @Nullable Period period;
    private @Nullable String zone;
    private @Nullable DocumentOrder document;
    private @Nullable WorkbookOrder workbook;
    private @Nullable CsvDialect csv;

    Parts(ExportDraft of) {
      dataset = of.dataset;
      service = of.service;
      format = of.format;
      filter = of.filter;
      sort = of.sort;
      columns = of.columns;
      name = of.name;
      language = of.language;
      store = of.store;
      mail = of.mail;
      sheet = of.sheet;
      period = of.period;
      zone = of.zone;
      document = of.document;
      workbook = of.workbook;
      csv = of.csv;
    }

    ExportDraft draft() {
      return new ExportDraft(
          dataset, service, format, filter, sort, columns, name, language, store, mail, sheet,
          period, zone, document, workbook, csv);
    }
  }
}
