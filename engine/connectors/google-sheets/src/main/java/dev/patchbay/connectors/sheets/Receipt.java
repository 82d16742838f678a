package dev.patchbay.connectors.sheets;

import dev.patchbay.spi.RowBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Words for a person: where a batch stands, and what was odd about it. */
final class Receipt {
  private static final int MOST_RANGES = 5;
  private static final int MOST_COPIES = 3;

  private final Plan plan;
  private final List<String> notes = new ArrayList<>();

  Receipt(Plan plan) {
    this.plan = plan;
  }

  Receipt note(String note) {
    notes.add(note);
    return this;
  }

  /** Keys that people copied: only their first row is kept up to date. */
  Receipt noteCopies(RowBatch batch, KeyColumn keys) {
    var copied = batch.rows().stream().filter(row -> !keys.copiesOf(row.key()).isEmpty()).toList();
    copied.stream()
        .limit(MOST_COPIES)
        .forEach(
            row ->
                note(
                    "key "
                        + row.key()
                        + " stands more than once, also in row "
                        + (keys.copiesOf(row.key()).getFirst() + 1)
                        + ": the first one is kept up to date"));
    if (copied.size() > MOST_COPIES) {
      note((copied.size() - MOST_COPIES) + " more keys stand more than once");
    }
    return this;
  }

  String of(List<Written> rows) {
    var text = new StringJoiner("; ");
    text.add(where(Verification.places(rows)));
    notes.forEach(text::add);
    return text.toString();
  }

  private String where(List<Integer> places) {
    if (places.isEmpty()) {
      return plan.title() + ", " + plan.rows().size() + " rows";
    }
    int left = plan.columns().stream().mapToInt(Columns.Placed::index).min().orElse(0);
    int right = plan.columns().stream().mapToInt(Columns.Placed::index).max().orElse(0);
    var ranges = RowRange.of(places.stream().mapToInt(Integer::intValue).distinct().toArray(), 1);
    var text = new StringJoiner(", ");
    ranges.stream()
        .limit(MOST_RANGES)
        .forEach(r -> text.add(A1.range(plan.title(), r.first(), r.last(), left, right)));
    int rest = ranges.stream().skip(MOST_RANGES).mapToInt(RowRange::size).sum();
    return rest == 0 ? text.toString() : text + " and " + rest + " more rows";
  }
}
