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
 */
public record ExportDraft(
    String dataset,
    ExportFormat format,
    @Nullable RequestFilter filter,
    @Nullable String sort,
    List<String> columns,
    @Nullable String name,
    @Nullable String language,
    @Nullable StorePlace store) {
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
    this(dataset, format, filter, sort, columns, name, language, null);
  }

  /** The same, and it goes to a store. */
  public ExportDraft to(StorePlace other) {
    return new ExportDraft(dataset, format, filter, sort, columns, name, language, other);
  }
}
