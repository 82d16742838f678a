package dev.patchbay.core.dataset;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.DatasetModel;
import dev.patchbay.core.readmodel.DatasetQuery;
import dev.patchbay.core.readmodel.FieldUse;
import dev.patchbay.core.readmodel.RequestModel.Seen;
import dev.patchbay.model.dataset.DatasetPage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as one caller is shown it: the only way to read it. What is hidden neither leaves nor
 * chooses or sorts. Thread-safe.
 */
public record VeiledDataset(DatasetModel all, Veil veil) {
  /** Uses of fields that are hidden: the answer would tell what is in them. */
  public List<FieldUse> refused(DatasetQuery query) {
    var uses = uses(query).stream().filter(use -> veil.hides(use.field()));
    var searching =
        query.words() == null ? List.<FieldUse>of() : RequestUses.searching(veil, query.words());
    return Stream.concat(uses, searching.stream()).toList();
  }

  /** All uses of a question that is answered. */
  public List<FieldUse> uses(DatasetQuery query) {
    return veiled(query).uses();
  }

  private DatasetQuery veiled(DatasetQuery query) {
    return query.words() == null ? query : query.lookingFor(RequestUses.shown(veil, query.words()));
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
    var seen = all.page(answered(query), cursor, limit);
    var body = seen.body();
    var shown = body.items().stream().map(veil::values).toList();
    return new Seen<>(seen.standing(), new DatasetPage(body.asOf(), shown, body.next()));
  }

  /** Hands over all rows of what nothing is refused of, as {@link DatasetModel#each}. */
  public void each(DatasetQuery query, DatasetModel.Reader reader) {
    all.each(
        answered(query),
        new DatasetModel.Reader() {
          @Override
          public boolean wants(String field) {
            return reader.wants(field);
          }

          @Override
          public void expect(long count) {
            reader.expect(count);
          }

          @Override
          public boolean take(Map<String, Object> row) {
            return reader.take(veil.values(row));
          }
        });
  }

  private DatasetQuery answered(DatasetQuery query) {
    var refused = refused(query);
    if (!refused.isEmpty()) {
      throw new IllegalStateException("hidden fields are used: " + refused);
    }
    return veiled(query);
  }
}
