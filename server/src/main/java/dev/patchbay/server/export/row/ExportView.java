package dev.patchbay.server.export.row;

import dev.patchbay.core.dataset.Veil;
import dev.patchbay.core.dataset.VeiledDataset;
import dev.patchbay.core.live.ServiceDataset;
import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.DatasetQuery;
import dev.patchbay.core.readmodel.FieldUse;
import dev.patchbay.core.readmodel.Words;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.dataset.RowFilter;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.server.dataset.Datasets;
import dev.patchbay.server.dataset.HiddenFields;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An export of a dataset as one caller is shown it. */
public record ExportView(ExportDraft draft, Dataset dataset, VeiledDataset rows) {
  /**
   * What it asks for.
   *
   * @param due the moment that its period is told from
   * @param zone that days are counted in
   */
  public DatasetQuery query(Instant due, ZoneId zone) {
    var period = draft.period();
    return query(
        period == null ? filter() : filter().between(period.from(due, zone), period.to(due, zone)));
  }

  private DatasetQuery query(RowFilter filter) {
    var words = filter.text() == null ? null : Words.anywhere(filter.text());
    return new DatasetQuery(dataset, filter.values(), filter.from(), filter.to(), words, sort());
  }

  private RowFilter filter() {
    return draft.filter() == null ? RowFilter.ALL : draft.filter();
  }

  private DatasetQuery.Sort sort() {
    var usual = rows.usualSort(dataset);
    return draft.sort() == null ? usual : DatasetQuery.sort(dataset, draft.sort()).orElse(usual);
  }

  /** Whether a column has a place in the file; only a question that names it may ask for it. */
  public boolean has(ExportColumn column) {
    return veil().show(column.id()) != PiiPolicy.DROP;
  }

  private Veil veil() {
    return rows.veil();
  }

  /**
   * What rows cannot be chosen by, and what is hidden from the caller and used or asked for all the
   * same, by field of the draft.
   */
  public List<FieldError> faults() {
    var faults = new ArrayList<FieldError>();
    for (int i = 0; i < draft.columns().size(); i++) {
      var column = draft.columns().get(i);
      if (veil().show(column) == PiiPolicy.DROP) {
        faults.add(new FieldError("/columns/" + i, HiddenFields.isHidden(column)));
      }
    }
    var unknown = unknownFilters();
    faults.addAll(unknown.isEmpty() ? hiddenUses() : unknown);
    return faults;
  }

  private List<FieldError> unknownFilters() {
    var choosing = DatasetQuery.choosing(dataset);
    var faults = new ArrayList<FieldError>();
    for (var field : filter().values().keySet()) {
      if (!choosing.contains(field)) {
        faults.add(
            new FieldError(
                FieldError.below("/filter", field),
                "is nothing that %s are chosen by; take %s, %sfrom or to"
                    .formatted(
                        dataset.called(),
                        String.join(", ", choosing),
                        dataset == Dataset.REQUESTS ? "text, " : "")));
      }
    }
    if (filter().text() != null && dataset != Dataset.REQUESTS) {
      faults.add(new FieldError("/filter/text", "is for dataset requests only; leave it out"));
    }
    return faults;
  }

  private List<FieldError> hiddenUses() {
    var faults = new ArrayList<FieldError>();
    var query = query(filter());
    for (var use : rows.refused(query)) {
      faults.add(new FieldError(pointer(use), HiddenFields.mustNotUse(use.field())));
    }
    if (draft.service() != null) {
      for (var use : ServiceDataset.unanswered(query)) {
        faults.add(new FieldError(pointer(use), Datasets.isNotAsked(use.field())));
      }
    }
    var span = DatasetQuery.span(dataset);
    if (draft.period() != null && veil().hides(span)) {
      faults.add(new FieldError("/period", HiddenFields.mustNotUse(span)));
    }
    return faults;
  }

  private static String pointer(FieldUse use) {
    return switch (use.parameter()) {
      case "sort" -> "/sort";
      case "filter" -> "/filter/" + use.field();
      default -> "/filter/" + use.parameter();
    };
  }

  /** How the fields are shown that are in the file or chose its rows. */
  public Map<String, PiiPolicy> shown(List<ExportColumn> columns, DatasetQuery query) {
    var shown = new TreeMap<String, PiiPolicy>();
    columns.forEach(column -> shown.put(column.id(), veil().show(column.id())));
    rows.uses(query).forEach(use -> shown.put(use.field(), PiiPolicy.ALLOW));
    return shown;
  }
}
