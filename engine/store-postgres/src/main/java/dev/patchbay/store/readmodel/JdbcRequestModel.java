package dev.patchbay.store.readmodel;

import dev.patchbay.core.readmodel.RequestModel;
import dev.patchbay.model.request.CountFilter;
import dev.patchbay.model.request.RequestFilter;
import dev.patchbay.model.request.RequestOverview;
import dev.patchbay.model.request.RequestSort;
import dev.patchbay.model.request.RequestSummary;
import dev.patchbay.model.request.RequestView;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import dev.patchbay.store.history.DeliveryRef;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The requests of the generation that is read. */
public final class JdbcRequestModel implements RequestModel {
  private static final int MOST = 500;

  /** The oldest event that waits on any of its lanes; if none waits, everything is in it. */
  private static final String STANDING =
      """
      SELECT m.generation, m.revision, clock_timestamp() AS now, count(l.lane_id) AS lanes,
        min(head.event::text) AS waiting
      FROM read_model m
      LEFT JOIN connector c ON c.type = ?
      LEFT JOIN target t ON t.connector = c.name AND t.identity = m.name || '/' || m.generation
      LEFT JOIN lane l ON l.target_id = t.target_id
      LEFT JOIN LATERAL (SELECT d.event FROM delivery d
        WHERE d.lane_id = l.lane_id AND d.state < 2 ORDER BY d.seq LIMIT 1) head ON true
      WHERE m.name = 'requests' GROUP BY m.generation, m.revision
      """;

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
  public Optional<Standing> standing() {
    return database.lookUp(
        connection ->
            Optional.of(state(connection))
                .filter(State::isFilled)
                .map(state -> new Standing(state.revision(), state.asOf())));
  }

  @Override
  public RequestOverview page(
      RequestFilter filter, RequestSort sort, @Nullable String cursor, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be 1 to " + MOST + ": " + limit);
    }
    var after = cursor == null ? null : Place.ofCursor(sort, cursor);
    return database.lookUp(
        connection -> {
          var state = state(connection); // first: what comes in meanwhile is more, never less
          var list = new RequestList(state.generation(), sort);
          var found = list.page(filter, after, limit + 1).list(connection, JdbcRequestModel::view);
          return found.size() <= limit
              ? new RequestOverview(state.asOf(), found, null)
              : new RequestOverview(
                  state.asOf(),
                  found.subList(0, limit),
                  Place.of(sort, found.get(limit - 1)).cursor());
        });
  }

  @Override
  public void each(RequestFilter filter, RequestSort sort, Reader reader) {
    database.lookUp(
        connection -> {
          Command.of("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ").update(connection);
          var list = new RequestList(state(connection).generation(), sort).all(filter);
          reader.expect(list.count(connection));
          list.rows().each(connection, row -> reader.take(view(row)));
          return true;
        });
  }

  @Override
  public RequestSummary summary(CountFilter filter) {
    return database.lookUp(
        connection -> {
          var state = state(connection);
          var counts = RequestCounts.read(connection, state.generation(), filter);
          return counts.summary(state.asOf(), zone);
        });
  }

  private static State state(Connection connection) throws SQLException {
    return Command.of(STANDING, CONNECTOR_TYPE)
        .first(connection, JdbcRequestModel::state)
        .orElseThrow(() -> new IllegalStateException("the read model has no line of its own"));
  }

  private static State state(ResultSet row) throws SQLException {
    var waiting = row.getString("waiting");
    var now = Command.instant(row, "now");
    return new State(
        row.getInt("generation"),
        row.getLong("revision"),
        row.getLong("lanes") > 0,
        waiting == null || now == null ? orEpoch(now) : acceptedAt(waiting));
  }

  private static Instant orEpoch(@Nullable Instant now) {
    return now == null ? Instant.EPOCH : now;
  }

  private static Instant acceptedAt(String event) {
    return DeliveryRef.acceptedAt(UUID.fromString(event));
  }

  private record State(int generation, long revision, boolean isFilled, Instant asOf) {}

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
