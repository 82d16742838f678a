package dev.patchbay.store.history;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patchbay.core.history.DeliveryHistory;
import dev.patchbay.model.Page;
import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.event.StoredEvent;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists, single deliveries and the books. */
public final class JdbcDeliveryHistory implements DeliveryHistory {
  private static final int MOST = 500;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> ENVELOPE = new TypeReference<>() {};
  private final Database database;

  public JdbcDeliveryHistory(Database database) {
    this.database = database;
  }

  @Override
  public Page<DeliverySummary> page(DeliveryFilter filter, @Nullable String cursor, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be 1 to " + MOST + ": " + limit);
    }
    var after = cursor == null ? null : DeliveryRef.ofCursor(cursor);
    return database.lookUp(connection -> page(connection, filter, after, limit));
  }

  private static Page<DeliverySummary> page(
      Connection connection, DeliveryFilter filter, @Nullable DeliveryRef after, int limit)
      throws SQLException {
    var route = filter.route() == null ? null : route(connection, filter.route());
    if (filter.route() != null && route == null) {
      return new Page<>(List.of(), null);
    }
    var found =
        DeliveryList.page(filter, route, after, limit + 1).list(connection, SummaryRows::read);
    return found.size() <= limit
        ? new Page<>(found, null)
        : new Page<>(found.subList(0, limit), DeliveryRef.cursorAfter(found.get(limit - 1).id()));
  }

  private static @Nullable Integer route(Connection connection, String name) throws SQLException {
    return Command.of("SELECT route_id FROM route WHERE name = ?", name)
        .first(connection, row -> row.getInt("route_id"))
        .orElse(null);
  }

  @Override
  public Optional<Found> find(String id) {
    var ref = DeliveryRef.parse(id);
    return ref.isEmpty()
        ? Optional.empty()
        : database.lookUp(connection -> OneDelivery.find(connection, ref.get()));
  }

  @Override
  public Optional<byte[]> payload(String id) {
    return DeliveryRef.parse(id)
        .flatMap(
            ref -> database.lookUp(connection -> OneDelivery.payload(connection, ref.event())));
  }

  @Override
  public DeliveryCounts counts() {
    return database.lookUp(Books::read);
  }

  @Override
  public List<StoredEvent> events(@Nullable String type, int limit) {
    var newest =
        type == null
            ? Command.of(
                """
                SELECT e.id, y.name, e.payload FROM event e JOIN event_type y ON y.id = e.type
                ORDER BY e.id DESC LIMIT ?
                """,
                limit)
            : Command.of(
                """
                SELECT e.id, y.name, e.payload FROM event_type y JOIN event e ON e.type = y.id
                WHERE e.type = (SELECT id FROM event_type WHERE name = ?) ORDER BY e.id DESC LIMIT ?
                """,
                type,
                limit);
    return database.lookUp(connection -> newest.list(connection, JdbcDeliveryHistory::storedEvent));
  }

  @Override
  public Optional<StoredEvent> event(String id) {
    return uuid(id)
        .flatMap(
            uuid ->
                database.lookUp(
                    connection ->
                        Command.of(
                                """
                                SELECT e.id, y.name, e.payload
                                FROM event e JOIN event_type y ON y.id = e.type WHERE e.id = ?
                                """,
                                uuid)
                            .first(connection, JdbcDeliveryHistory::storedEvent)));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static StoredEvent storedEvent(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    try {
      return new StoredEvent(
          id.toString(),
          row.getString("name"),
          DeliveryRef.acceptedAt(id),
          JSON.readValue(row.getBytes("payload"), ENVELOPE));
    } catch (IOException e) {
      throw new UncheckedIOException("event " + id + " is stored damaged", e);
    }
  }
}
