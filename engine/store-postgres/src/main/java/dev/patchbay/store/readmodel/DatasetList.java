package dev.patchbay.store.readmodel;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.DatasetField.Kind;
import dev.patchbay.core.readmodel.DatasetQuery;
import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements that read a dataset. Equal rows follow by id, whichever way it is sorted. */
final class DatasetList {
  private final Model model;
  private final RowConditions conditions;

  DatasetList(Model model, int generation) {
    this.model = model;
    this.conditions = new RowConditions(generation);
  }

  Command page(DatasetQuery query, @Nullable Place after, int limit) {
    choose(query);
    if (after != null) {
      after(query.sort(), after);
    }
    return rows(query, _ -> true, " LIMIT " + limit);
  }

  /** Everything that passes the filter. */
  Whole all(DatasetQuery query, Predicate<String> wanted) {
    choose(query);
    var counting =
        "SELECT count(*) AS rows FROM %s WHERE %s".formatted(model.table(), conditions.sql());
    return new Whole(Command.of(counting, conditions.parameters()), rows(query, wanted, ""));
  }

  /** How many there are, and they. */
  record Whole(Command counting, Command rows) {
    long count(Connection connection) throws SQLException {
      return counting.first(connection, row -> row.getLong("rows")).orElse(0L);
    }
  }

  private Command rows(DatasetQuery query, Predicate<String> wanted, String limit) {
    return Command.of(
        "SELECT id, %s, more::text AS more FROM %s WHERE %s ORDER BY %s%s"
            .formatted(
                columns(wanted), model.table(), conditions.sql(), order(query.sort()), limit),
        conditions.parameters());
  }

  private String columns(Predicate<String> wanted) {
    return model.columns().stream()
        .map(column -> column(column, wanted))
        .collect(Collectors.joining(", "));
  }

  /** What people wrote is most of a row: where nobody reads it, it stays where it is. */
  private static String column(ModelColumn column, Predicate<String> wanted) {
    boolean read = column.field().kind() != Kind.TEXT || wanted.test(column.id());
    return read ? column.sql() : "NULL AS " + column.sql();
  }

  /** A field that people name becomes the name of a column only through the model. */
  private String sql(String field) {
    return model.column(field).orElseThrow().sql();
  }

  private void choose(DatasetQuery query) {
    query.values().forEach((field, values) -> conditions.any(sql(field), values));
    conditions.between(sql(DatasetQuery.span(query.dataset())), query.from(), query.to());
    if (query.words() != null) {
      conditions.words(query.words());
    }
  }

  private void after(DatasetQuery.Sort sort, Place place) {
    if (sort.field().equals(Dataset.KEY)) {
      conditions.afterId(place);
    } else {
      conditions.after(sql(sort.field()), sort.falling() ? "<" : ">", place);
    }
  }

  private String order(DatasetQuery.Sort sort) {
    return sort.field().equals(Dataset.KEY)
        ? "id"
        : sql(sort.field()) + (sort.falling() ? " DESC" : "") + ", id";
  }
}
