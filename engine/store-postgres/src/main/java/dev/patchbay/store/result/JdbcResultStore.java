package dev.patchbay.store.result;

import dev.patchbay.core.result.FailedDelivery;
import dev.patchbay.core.result.ResultStore;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import dev.patchbay.store.history.DeliveryRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The outbox in PostgreSQL, on the database's clock. Every call is one statement. */
public final class JdbcResultStore implements ResultStore {
  private static final byte[] NOTHING = {};
  private final Database database;

  public JdbcResultStore(Database database) {
    this.database = database;
  }

  @Override
  public Claim claim(String intake, int most) {
    var claimed =
        database.run(
            connection ->
                Command.of(
                        """
                        WITH free AS (SELECT id FROM result
                            WHERE intake = ? AND claimed_until < clock_timestamp()
                            ORDER BY at, seq LIMIT ? FOR UPDATE SKIP LOCKED),
                        mine AS (UPDATE result r
                            SET claimed_until = now() + ? * interval '1 millisecond'
                            FROM free WHERE r.id = free.id RETURNING r.*)
                        SELECT m.*, coalesce(r.name, m.route_id::text) AS route, t.connector,
                          (SELECT payload FROM event WHERE id = m.event) AS payload
                        FROM mine m JOIN lane l ON l.lane_id = m.lane_id
                        JOIN target t ON t.target_id = l.target_id
                        LEFT JOIN route r ON r.route_id = m.route_id
                        ORDER BY m.at, m.seq
                        """,
                        intake,
                        most,
                        CLAIM.toMillis())
                    .list(connection, JdbcResultStore::claimed));
    return new Claim(
        claimed.isEmpty() ? Instant.MIN : claimed.getFirst().until(),
        claimed.stream().map(Claimed::result).toList());
  }

  @Override
  public void done(Claim claim) {
    database.run(
        connection ->
            Command.of("DELETE FROM result WHERE id = ANY (?)", (Object) ids(claim))
                .update(connection));
  }

  @Override
  public void giveBack(Claim claim) {
    database.run(
        connection ->
            Command.of(
                    """
                    UPDATE result SET claimed_until = '-infinity'
                    WHERE id = ANY (?) AND claimed_until = ?
                    """,
                    ids(claim),
                    claim.until())
                .update(connection));
  }

  @Override
  public int discard(String intake) {
    return database.run(
        connection -> Command.of("DELETE FROM result WHERE intake = ?", intake).update(connection));
  }

  @Override
  public Map<String, Long> waiting() {
    return database.run(
        connection ->
            Command.of(
                    """
                    SELECT i.name, (SELECT count(*) FROM result r WHERE r.intake = i.name) AS waiting
                    FROM intake i
                    """)
                .list(connection, row -> Map.entry(row.getString("name"), row.getLong("waiting")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static UUID[] ids(Claim claim) {
    return claim.results().stream().map(FailedDelivery::id).toArray(UUID[]::new);
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    var event = row.getObject("event", UUID.class);
    return new Claimed(
        Objects.requireNonNull(Command.instant(row, "claimed_until")),
        new FailedDelivery(
            row.getObject("id", UUID.class),
            new DeliveryRef(row.getInt("lane_id"), row.getLong("seq"), event).id(),
            Optional.ofNullable(row.getBytes("payload")).orElse(NOTHING),
            row.getString("route"),
            row.getString("connector"),
            row.getString("key"),
            row.getInt("tries"),
            row.getString("cause"),
            Objects.requireNonNull(Command.instant(row, "at"))));
  }

  private record Claimed(Instant until, FailedDelivery result) {}
}
