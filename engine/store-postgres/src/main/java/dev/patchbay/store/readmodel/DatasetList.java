package dev.patchbay.store.readmodel;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.DatasetQuery;
import dev.patchbay.store.Command;
import dev.patchbay.store.StorableText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statement of one page of a dataset. Equal rows follow by id, whichever way it is sorted. */
final class DatasetList {
  private final Model model;
  private final StringBuilder conditions = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  DatasetList(Model model, int generation) {
    this.model = model;
    parameters.add(generation);
  }

  Command page(DatasetQuery query, @Nullable Place after, int limit) {
    query.values().forEach(this::any);
    var span = sql(DatasetQuery.span(query.dataset()));
    if (query.from() != null) {
      add(" AND " + span + " >= ?", query.from());
    }
    if (query.to() != null) {
      add(" AND " + span + " < ?", query.to());
    }
    if (after != null) {
      after(query.sort(), after);
    }
    return Command.of(
        "SELECT id, %s, more::text AS more FROM %s WHERE generation = ? AND NOT deleted%s ORDER BY %s LIMIT %d"
            .formatted(columns(), model.table(), conditions, order(query.sort()), limit),
        parameters.toArray());
  }

  private String columns() {
    return model.columns().stream().map(ModelColumn::sql).collect(Collectors.joining(", "));
  }

  /** A field that people name becomes the name of a column only through the model. */
  private String sql(String field) {
    return model.column(field).orElseThrow().sql();
  }

  private void any(String field, List<String> values) {
    add(
        " AND " + sql(field) + " = ANY (?)",
        values.stream().map(StorableText::of).toArray(String[]::new));
  }

  /** The first condition alone finds the place in the index. */
  private void after(DatasetQuery.Sort sort, Place place) {
    if (sort.field().equals(Dataset.KEY)) {
      add(" AND id > ?", place.id());
      return;
    }
    var column = sql(sort.field());
    var beyond = sort.falling() ? "<" : ">";
    add(" AND %s %s= ?::timestamptz".formatted(column, beyond), place.timestamp());
    add(" AND (%s %s ?::timestamptz".formatted(column, beyond), place.timestamp());
    add(" OR id > ?)", place.id());
  }

  private String order(DatasetQuery.Sort sort) {
    return sort.field().equals(Dataset.KEY)
        ? "id"
        : sql(sort.field()) + (sort.falling() ? " DESC" : "") + ", id";
  }

  private void add(String condition, Object value) {
    conditions.append(condition);
    parameters.add(value);
  }
}
