package dev.patchbay.server.export;

import dev.patchbay.core.readmodel.FilterBounds;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.dataset.RowFilter;
import java.util.ArrayList;
import java.util.List;

/** Bounds of filters, the same as those of the pages of a dataset. */
record FilterCheck(RowFilter filter) {
  /** What is beyond them, by field of the draft. */
  List<FieldError> faults() {
    var faults = new ArrayList<FieldError>();
    filter.values().forEach((field, values) -> valueFaults(field, values, faults));
    var text = filter.text();
    if (text != null && (text.isBlank() || text.length() > FilterBounds.LONGEST_TEXT)) {
      faults.add(
          new FieldError(
              "/filter/text",
              "must be words, " + FilterBounds.LONGEST_TEXT + " characters at most"));
    }
    return faults;
  }

  private static void valueFaults(String field, List<String> values, List<FieldError> faults) {
    var place = FieldError.below("/filter", field);
    if (values.size() > FilterBounds.MOST_VALUES) {
      faults.add(new FieldError(place, "may have " + FilterBounds.MOST_VALUES + " values at most"));
    }
    if (values.contains("")) {
      faults.add(
          new FieldError(
              place + "/" + values.indexOf(""), "must not be empty; leave it out for all"));
    }
  }
}
