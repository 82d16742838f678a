package dev.patchbay.server.export;

import dev.patchbay.core.dataset.RequestUse;
import dev.patchbay.core.dataset.Veil;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.request.RequestFilter;
import dev.patchbay.model.request.RequestSort;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.server.dataset.HiddenFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An export as one caller is shown it. */
record ExportView(ExportDraft draft, Veil veil) {
  /** How its rows are sorted. */
  RequestSort sort() {
    return draft.sort() == null
        ? RequestUse.usualSort(veil)
        : RequestSort.of(draft.sort()).orElse(RequestSort.NEWEST);
  }

  /** Whether a column has a place in the file; only a question that names it may ask for it. */
  boolean has(ExportColumn column) {
    return veil.show(column.id()) != PiiPolicy.DROP;
  }

  /** What is hidden from the caller and used or asked for all the same, by field of the draft. */
  List<FieldError> faults() {
    var faults = new ArrayList<FieldError>();
    for (int i = 0; i < draft.columns().size(); i++) {
      var column = draft.columns().get(i);
      if (veil.show(column) == PiiPolicy.DROP) {
        faults.add(new FieldError("/columns/" + i, HiddenFields.isHidden(column)));
      }
    }
    RequestUse.refused(veil, filter(), sort()).stream()
        .map(use -> new FieldError(pointer(use), HiddenFields.mustNotUse(use.field())))
        .forEach(faults::add);
    if (draft.period() != null && veil.hides("requestedAt")) {
      faults.add(new FieldError("/period", HiddenFields.mustNotUse("requestedAt")));
    }
    return faults;
  }

  private RequestFilter filter() {
    return draft.filter() == null ? RequestFilter.ALL : draft.filter();
  }

  private static String pointer(RequestUse use) {
    return use.parameter().equals("sort") ? "/sort" : "/filter/" + use.parameter();
  }

  /** How the fields are shown that are in the file or chose its rows. */
  Map<String, PiiPolicy> shown(List<ExportColumn> columns, RequestFilter filter) {
    var shown = new TreeMap<String, PiiPolicy>();
    columns.forEach(column -> shown.put(column.id(), veil.show(column.id())));
    RequestUse.of(veil, filter, sort()).forEach(use -> shown.put(use.field(), PiiPolicy.ALLOW));
    return shown;
  }
}
