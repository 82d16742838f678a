package dev.patchbay.model.job;

import dev.patchbay.model.request.RequestFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An export to be made.
 *
 * @param dataset what is exported: {@code requests}
 * @param filter which rows, null for all
 * @param sort as {@code sort} of the overview, null for the newest first
 * @param columns by id and in order, those that are usual if empty
 * @param name of the file without its ending, null for the dataset and the day
 * @param language whose usual way of writing dates and numbers is taken, a BCP 47 tag such as
 *     {@code de-DE}; null for ISO 8601
 * @param store where the file goes besides being kept for a week, null for nowhere
 * @param mail who gets the file by e-mail, once it is where {@code store} says; null for nobody
 * @param sheet that the rows are put into whole, once the file is where {@code store} says; null
 *     for none. The format has to be XLSX then
 * @param period of the requests, told from the day on which it is due; null if the filter says it
 * @param zone that days are counted and times are shown in, an IANA name; null for the hub's
 */
public record ExportDraft(
    String dataset,
    ExportFormat format,
    @Nullable RequestFilter filter,
    @Nullable String sort,
    List<String> columns,
    @Nullable String name,
    @Nullable String language,
    @Nullable StorePlace store,
    @Nullable MailOrder mail,
    @Nullable SheetPlace sheet,
    @Nullable Period period,
    @Nullable String zone) {
  public ExportDraft {
    columns = columns == null ? List.of() : List.copyOf(columns);
  }

  /** An export that is only kept. */
  public ExportDraft(
      String dataset,
      ExportFormat format,
      @Nullable RequestFilter filter,
      @Nullable String sort,
      List<String> columns,
      @Nullable String name,
      @Nullable String language) {
    this(dataset, format, filter, sort, columns, name, language, null, null, null, null, null);
  }

  /** What it is called, for people. */
  public String called() {
    return name == null ? dataset : name;
  }

  /** The same, and it goes to a store. */
  public ExportDraft to(StorePlace other) {
    return new ExportDraft(
        dataset, format, filter, sort, columns, name, language, other, mail, sheet, period, zone);
  }

  /** The same, and it is mailed. */
  public ExportDraft mailed(MailOrder other) {
    return new ExportDraft(
        dataset, format, filter, sort, columns, name, language, store, other, sheet, period, zone);
  }

  /** The same, and its rows are put into a sheet. */
  public ExportDraft into(SheetPlace other) {
    return new ExportDraft(
        dataset, format, filter, sort, columns, name, language, store, mail, other, period, zone);
  }

  /** The same, of a period. */
  public ExportDraft of(Period other) {
    return new ExportDraft(
        dataset, format, filter, sort, columns, name, language, store, mail, sheet, other, zone);
  }

  /** The same, in a zone unless it names one itself. */
  public ExportDraft orIn(@Nullable String usual) {
    return new ExportDraft(
        dataset,
        format,
        filter,
        sort,
        columns,
        name,
        language,
        store,
        mail,
        sheet,
        period,
        zone == null ? usual : zone);
  }
}
