package dev.patchbay.store.readmodel;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.DatasetModel;
import dev.patchbay.core.readmodel.DatasetQuery;
import dev.patchbay.core.readmodel.RequestModel.Seen;
import dev.patchbay.core.readmodel.RequestModel.Standing;
import dev.patchbay.model.dataset.DatasetPage;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The generations that are read. */
public final class JdbcDatasetModel implements DatasetModel {
  private static final int MOST = 500;

  private final Database database;

  public JdbcDatasetModel(Database database) {
    this.database = database;
  }

  @Override
  public Standing standing(Dataset dataset) {
    return database.lookUp(connection -> Moment.of(connection, Model.of(dataset)).standing());
  }

  @Override
  public Seen<DatasetPage> page(DatasetQuery query, @Nullable String cursor, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be 1 to " + MOST + ": " + limit);
    }
    var after = cursor == null ? null : Place.ofCursor(query.sort().parameter(), cursor);
    var model = Model.of(query.dataset());
    return database.lookUp(
        connection -> {
          Moment.asOfOne(connection);
          var moment = Moment.of(connection, model);
          var found =
              new DatasetList(model, moment.generation())
                  .page(query, after, limit + 1)
                  .list(connection, row -> values(model, row, _ -> true));
          var items = found.size() > limit ? found.subList(0, limit) : found;
          var next = found.size() > limit ? Place.of(query.sort(), items.getLast()).cursor() : null;
          return new Seen<>(
              moment.standing(), new DatasetPage(moment.standing().asOf(), items, next));
        });
  }

  @Override
  public void each(DatasetQuery query, Reader reader) {
    var model = Model.of(query.dataset());
    database.lookUp(
        connection -> {
          Moment.asOfOne(connection);
          int generation = Moment.of(connection, model).generation();
          var list = new DatasetList(model, generation).all(query, reader::wants);
          reader.expect(list.count(connection));
          list.rows().each(connection, row -> reader.take(values(model, row, reader::wants)));
          return true;
        });
  }

  private static Map<String, Object> values(Model model, ResultSet row, Predicate<String> wanted)
      throws SQLException {
    var values = new LinkedHashMap<String, Object>();
    values.put(Dataset.KEY, row.getString("id"));
    for (var column : model.columns()) {
      if (!Model.isDeleted(column) && wanted.test(column.id())) {
        putKnown(values, column.id(), value(column, row));
      }
    }
    MoreColumns.read(row.getString("more"), wanted)
        .forEach((id, value) -> putKnown(values, id, value));
    return values;
  }

  private static void putKnown(Map<String, Object> values, String id, @Nullable Object value) {
    if (value != null) {
      values.putIfAbsent(id, value);
    }
  }

  private static @Nullable Object value(ModelColumn column, ResultSet row) throws SQLException {
    return switch (column.field().kind()) {
      case TEXT -> row.getString(column.sql());
      case TIME -> Command.instant(row, column.sql());
      case FLAG -> row.getObject(column.sql(), Boolean.class);
    };
  }
}
