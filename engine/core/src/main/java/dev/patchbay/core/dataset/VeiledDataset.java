package dev.patchbay.core.dataset;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.DatasetModel;
import dev.patchbay.core.readmodel.DatasetQuery;
import dev.patchbay.core.readmodel.RequestModel.Seen;
import dev.patchbay.model.dataset.DatasetPage;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as one caller is shown it: the only way to read it. What is hidden neither leaves nor
 * chooses or sorts. Thread-safe.
 */
public record VeiledDataset(DatasetModel all, Veil veil) {
  /** Fields that a question looks at and that are hidden, with the parameter that looks. */
  public Map<String, String> refused(DatasetQuery query) {
    return query.uses().entrySet().stream()
        .filter(use -> veil.hides(use.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The first of the usual sorts that looks at nothing hidden. */
  public DatasetQuery.Sort usualSort(Dataset dataset) {
    return DatasetQuery.sorts(dataset).stream()
        .filter(sort -> !veil.hides(sort.field()))
        .findFirst()
        .orElseThrow();
  }

  /**
   * One page of what nothing is refused of.
   *
   * @throws IllegalArgumentException if the cursor is none
   */
  public Seen<DatasetPage> page(DatasetQuery query, @Nullable String cursor, int limit) {
    var refused = refused(query);
    if (!refused.isEmpty()) {
      throw new IllegalStateException("hidden fields are used: " + refused);
    }
    var seen = all.page(query, cursor, limit);
    var body = seen.body();
    var shown = body.items().stream().map(veil::values).toList();
    return new Seen<>(seen.standing(), new DatasetPage(body.asOf(), shown, body.next()));
  }
}
