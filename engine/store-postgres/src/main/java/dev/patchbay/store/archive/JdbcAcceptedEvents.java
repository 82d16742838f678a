package dev.patchbay.store.archive;

import dev.patchbay.core.archive.AcceptedEvents;
import dev.patchbay.core.archive.ArchivedEvent;
import dev.patchbay.core.archive.ArchivedEvent.Outcome;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import dev.patchbay.store.StateNumber;
import dev.patchbay.store.history.DeliveryRef;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events by their ids, which are in the order of time (UUID v7). */
public final class JdbcAcceptedEvents implements AcceptedEvents {
  /** An envelope's length is known without reading it. */
  private static final String PAGE =
      """
      SELECT id, intake, payload FROM (
        SELECT id, intake, payload,
          sum(octet_length(payload)) OVER (ORDER BY id) - octet_length(payload) AS before
        FROM (SELECT id, intake, payload FROM event WHERE id >= ? AND id < ? AND id > ?
          ORDER BY id LIMIT ?) next) summed
      WHERE before < ? ORDER BY id
      """;

  /** All deliveries of events from one to another; each part walks an index. */
  private static final String OUTCOMES =
      """
      SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector FROM (
        SELECT lane_id, seq, route_id, event, key, state, tries, cause,
          NULL::timestamptz AS finished_at
        FROM delivery WHERE state <> 0 AND state IN (1, 2) AND event >= ? AND event <= ?
        UNION ALL
        SELECT d.* FROM route o CROSS JOIN LATERAL (
          SELECT lane_id, seq, route_id, event, key, state, tries, cause, NULL::timestamptz
          FROM delivery WHERE state = 0 AND route_id = o.route_id AND event >= ? AND event <= ?) d
        UNION ALL
        SELECT lane_id, seq, route_id, event, key, state, tries, NULL, finished_at
        FROM delivered WHERE event >= ? AND event <= ?) p
      JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
      LEFT JOIN route r ON r.route_id = p.route_id
      ORDER BY p.event, p.lane_id, p.seq
      """;

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Database database;

  public JdbcAcceptedEvents(Database database) {
    this.database = database;
  }

  @Override
  public long count(Span span) {
    return database.lookUp(
        connection ->
            Command.of(
                    "SELECT count(*) AS events FROM event WHERE id >= ? AND id < ?",
                    first(span.from()),
                    first(span.to()))
                .list(connection, row -> row.getLong("events"))
                .getFirst());
  }

  @Override
  public List<ArchivedEvent> page(Span span, @Nullable String after, PageLimit limit) {
    return database.lookUp(connection -> page(connection, span, after, limit));
  }

  private static List<ArchivedEvent> page(
      Connection connection, Span span, @Nullable String after, PageLimit limit)
      throws SQLException {
    var from = after == null ? BEFORE_ALL : UUID.fromString(after);
    var bare =
        Command.of(PAGE, first(span.from()), first(span.to()), from, limit.events(), limit.bytes())
            .list(connection, JdbcAcceptedEvents::bare);
    if (bare.isEmpty()) {
      return bare;
    }
    var outcomes = outcomes(connection, bare.getFirst().id(), bare.getLast().id());
    return bare.stream()
        .map(event -> with(event, outcomes.getOrDefault(event.id(), List.of())))
        .toList();
  }

  private static ArchivedEvent bare(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new ArchivedEvent(
        id.toString(),
        DeliveryRef.acceptedAt(id),
        row.getString("intake"),
        row.getBytes("payload"),
        List.of());
  }

  private static ArchivedEvent with(ArchivedEvent event, List<Outcome> outcomes) {
    return new ArchivedEvent(
        event.id(), event.acceptedAt(), event.intake(), event.payload(), outcomes);
  }

  private static Map<String, List<Outcome>> outcomes(
      Connection connection, String first, String last) throws SQLException {
    var low = UUID.fromString(first);
    var high = UUID.fromString(last);
    var found = new HashMap<String, List<Outcome>>();
    Command.of(OUTCOMES, low, high, low, high, low, high)
        .list(
            connection,
            row ->
                found
                    .computeIfAbsent(row.getString("event"), _ -> new ArrayList<>())
                    .add(outcome(row)));
    return found;
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    var place =
        new DeliveryRef(
            row.getInt("lane_id"), row.getLong("seq"), row.getObject("event", UUID.class));
    return new Outcome(
        place.id(),
        row.getString("route"),
        row.getString("connector"),
        row.getString("key"),
        StateNumber.state(row.getInt("state")),
        row.getInt("tries"),
        row.getString("cause"),
        Command.instant(row, "finished_at"));
  }

  /** The smallest id that can be made at a time. */
  private static UUID first(Instant time) {
    return new UUID(time.toEpochMilli() << 16, 0);
  }
}
