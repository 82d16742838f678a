package dev.patchbay.store.readmodel;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.RequestModel;
import dev.patchbay.core.readmodel.RequestQuery;
import dev.patchbay.model.request.CountFilter;
import dev.patchbay.model.request.RequestOverview;
import dev.patchbay.model.request.RequestSort;
import dev.patchbay.model.request.RequestSummary;
import dev.patchbay.model.request.RequestView;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests of the generation that is read. */
public final class JdbcRequestModel implements RequestModel {
  private static final int MOST = 500;

  private static final Model MODEL = Model.of(Dataset.REQUESTS);

  private final Database database;
  private final ZoneId zone;

  /**
   * The model in this database.
   *
   * @param zone whose days are counted
   */
  public JdbcRequestModel(Database database, ZoneId zone) {
    this.database = database;
    this.zone = zone;
  }

  @Override
  public Standing standing() {
    return database.lookUp(connection -> Moment.of(connection, MODEL).standing());
  }

  @Override
  public Seen<RequestOverview> page(RequestQuery query, @Nullable String cursor, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be 1 to " + MOST + ": " + limit);
    }
    var sort = query.sort();
    var after = cursor == null ? null : Place.ofCursor(sort.parameter(), cursor);
    return database.lookUp(
        connection -> {
          Moment.asOfOne(connection);
          var state = Moment.of(connection, MODEL);
          var list = new RequestList(state.generation(), sort);
          var found = list.page(query, after, limit + 1).list(connection, JdbcRequestModel::view);
          return new Seen<>(state.standing(), page(state.standing().asOf(), sort, found, limit));
        });
  }

  private static RequestOverview page(
      Instant asOf, RequestSort sort, List<RequestView> found, int limit) {
    if (found.size() <= limit) {
      return new RequestOverview(asOf, found, null);
    }
    var next = Place.of(sort, found.get(limit - 1)).cursor();
    return new RequestOverview(asOf, found.subList(0, limit), next);
  }

  @Override
  public Seen<RequestSummary> summary(CountFilter filter) {
    return database.lookUp(
        connection -> {
          Moment.asOfOne(connection);
          var state = Moment.of(connection, MODEL);
          var counts = RequestCounts.read(connection, state.generation(), filter);
          return new Seen<>(state.standing(), counts.summary(state.standing().asOf(), zone));
        });
  }

  private static RequestView view(ResultSet row) throws SQLException {
    return new RequestView(
        row.getString("id"),
        row.getString("title"),
        row.getString("status"),
        row.getString("category"),
        row.getString("assignee"),
        row.getString("description"),
        row.getString("address"),
        Command.instant(row, "requested_at"),
        Command.instant(row, "updated_at"),
        MoreColumns.read(row.getString("more")));
  }
}
