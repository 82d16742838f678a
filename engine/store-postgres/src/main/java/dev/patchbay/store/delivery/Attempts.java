package dev.patchbay.store.delivery;

import dev.patchbay.core.delivery.queue.Intent;
import dev.patchbay.core.delivery.queue.LaneLease;
import dev.patchbay.core.delivery.queue.OpenAttempt;
import dev.patchbay.core.delivery.queue.Pass;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Token;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import dev.patchbay.store.StorableText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Intents, and how attempts end. */
final class Attempts {
  private final Database database;

  Attempts(Database database) {
    this.database = database;
  }

  boolean intend(LaneLease lease, Pass pass, Intent intent) {
    return database.run(
            connection ->
                Command.of(
                        """
                        WITH ok AS (SELECT lane_id FROM lane WHERE lane_id = ? AND fence = ?
                            AND round = ? AND NOT paused FOR KEY SHARE),
                        opened AS (INSERT INTO open_attempt (lane_id, attempt)
                            SELECT lane_id, ? FROM ok ON CONFLICT DO NOTHING RETURNING lane_id)
                        INSERT INTO attempt (id, lane_id, fence, token_id, seqs, covers, content)
                        SELECT ?, lane_id, ?, ?, ?, ?, ? FROM opened
                        """,
                        lease.lane(),
                        lease.fence(),
                        pass.round(),
                        intent.token().attempt(),
                        intent.token().attempt(),
                        lease.fence(),
                        intent.token().id(),
                        intent.seqs().toArray(Long[]::new),
                        intent.covers().toArray(Long[]::new),
                        intent.content())
                    .update(connection))
        == 1;
  }

  Optional<OpenAttempt> open(LaneLease lease) {
    return database.run(
        connection ->
            Command.of(
                    """
                    SELECT a.id, a.token_id, a.seqs, a.covers, a.content, a.cause, d.seq, d.tries
                    FROM open_attempt o JOIN attempt a ON a.id = o.attempt
                    CROSS JOIN LATERAL (SELECT coalesce(array_agg(seq), '{}') AS seq,
                          coalesce(array_agg(tries), '{}') AS tries
                        FROM delivery WHERE lane_id = o.lane_id
                          AND seq = ANY (a.seqs || a.covers)) d
                    WHERE o.lane_id = ?
                    """,
                    lease.lane())
                .first(connection, Attempts::openAttempt));
  }

  private static OpenAttempt openAttempt(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var intent =
        new Intent(
            new Token(row.getInt("token_id"), id),
            List.of((Long[]) row.getArray("seqs").getArray()),
            List.of((Long[]) row.getArray("covers").getArray()),
            row.getBytes("content"));
    return new OpenAttempt(
        intent, startedAt(id), tries(row), Optional.ofNullable(row.getString("cause")));
  }

  private static Map<Long, Integer> tries(ResultSet row) throws SQLException {
    var seqs = (Long[]) row.getArray("seq").getArray();
    var counts = (Number[]) row.getArray("tries").getArray();
    var tries = new HashMap<Long, Integer>();
    for (int i = 0; i < seqs.length; i++) {
      tries.put(seqs[i], counts[i].intValue());
    }
    return tries;
  }

  /** Time inside a UUID v7 (RFC 9562 section 5.7). */
  static Instant startedAt(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }

  boolean applied(
      LaneLease lease,
      Intent intent,
      boolean clean,
      String receipt,
      Map<String, String> marks,
      List<Token> retired) {
    var keys = marks.keySet().stream().sorted().toArray(String[]::new);
    var versions = Stream.of(keys).map(marks::get).toArray(String[]::new);
    var id = intent.token().attempt();
    return database.run(
        connection ->
            Command.of(
                    """
                    WITH ok AS (SELECT lane_id FROM lane WHERE lane_id = ? AND fence = ? FOR KEY SHARE),
                    closed AS (DELETE FROM open_attempt o USING ok
                        WHERE o.lane_id = ok.lane_id AND o.attempt = ? RETURNING o.lane_id),
                    done AS (UPDATE attempt a SET outcome = 1, clean = ?, receipt = ?,
                          ended_at = clock_timestamp()
                        FROM closed WHERE a.id = ? AND a.outcome IS NULL RETURNING a.lane_id),
                    gone AS (DELETE FROM delivery d USING done
                        WHERE d.lane_id = ? AND d.seq = ANY (?) RETURNING d.*),
                    moved AS (INSERT INTO delivered
                          (lane_id, route_id, seq, event, finished_at, attempt, state, tries, key)
                        SELECT lane_id, route_id, seq, event, now(), ?,
                          CASE WHEN seq = ANY (?) THEN 4 ELSE 3 END, tries, key FROM gone
                        RETURNING lane_id, route_id, state),
                    tallied AS (INSERT INTO finished_tally AS t
                          (lane_id, route_id, delivered, superseded)
                        SELECT lane_id, route_id, count(*) FILTER (WHERE state = 3),
                          count(*) FILTER (WHERE state = 4) FROM moved GROUP BY lane_id, route_id
                        ON CONFLICT (lane_id, route_id) DO UPDATE SET
                          delivered = t.delivered + excluded.delivered,
                          superseded = t.superseded + excluded.superseded),
                    marked AS (INSERT INTO row_version AS v (lane_id, key, marks)
                        SELECT done.lane_id, u.key, u.marks FROM unnest(?, ?) u (key, marks), done
                        ON CONFLICT (lane_id, key) DO UPDATE SET marks = excluded.marks),
                    retired AS (UPDATE attempt a SET retired = true FROM done
                        WHERE a.id = ANY (?) AND a.lane_id = done.lane_id AND NOT a.retired)
                    SELECT count(*) = 1 AS done FROM done
                    """,
                    lease.lane(),
                    lease.fence(),
                    id,
                    clean,
                    StorableText.of(receipt),
                    id,
                    lease.lane(),
                    all(intent),
                    id,
                    intent.covers().toArray(Long[]::new),
                    keys,
                    versions,
                    retired.stream().map(Token::attempt).toArray(UUID[]::new))
                .list(connection, row -> row.getBoolean("done"))
                .getFirst());
  }

  boolean unknown(LaneLease lease, Intent intent, Cause cause) {
    var why = StorableText.of(cause.message());
    return database.run(
        connection ->
            Command.of(
                    """
                    WITH ok AS (SELECT lane_id FROM lane WHERE lane_id = ? AND fence = ? FOR KEY SHARE),
                    open AS (SELECT o.lane_id FROM open_attempt o JOIN ok USING (lane_id)
                        WHERE o.attempt = ?),
                    noted AS (UPDATE attempt a SET cause = ? FROM open WHERE a.id = ?),
                    held AS (UPDATE delivery d SET state = 1, due_at = 'infinity', cause = ? FROM open
                        WHERE d.lane_id = ? AND d.seq = ANY (?) AND d.state = 0)
                    SELECT count(*) = 1 AS done FROM open
                    """,
                    lease.lane(),
                    lease.fence(),
                    intent.token().attempt(),
                    why,
                    intent.token().attempt(),
                    why,
                    lease.lane(),
                    all(intent))
                .list(connection, row -> row.getBoolean("done"))
                .getFirst());
  }

  /**
   * A token also stands guard against late copies of every other attempt that happened to have its
   * number: it stays as long as one of those is doubtful.
   */
  List<Token> retirable(LaneLease lease, Duration clean, Duration doubtful, int most) {
    return database.run(
        connection ->
            Command.of(
                    """
                    SELECT a.token_id, a.id FROM attempt a
                    WHERE a.lane_id = ? AND NOT a.retired AND a.outcome IS NOT NULL
                      AND a.ended_at < clock_timestamp()
                        - CASE WHEN a.clean THEN ? ELSE ? END * interval '1 millisecond'
                      AND NOT EXISTS (SELECT FROM attempt d
                        WHERE d.token_id = a.token_id AND d.id <> a.id
                          AND NOT d.retired AND d.clean IS NOT TRUE
                          AND (d.outcome IS NULL
                            OR d.ended_at >= clock_timestamp() - ? * interval '1 millisecond'))
                    ORDER BY a.id LIMIT ?
                    """,
                    lease.lane(),
                    clean.toMillis(),
                    doubtful.toMillis(),
                    doubtful.toMillis(),
                    most)
                .list(
                    connection,
                    row -> new Token(row.getInt("token_id"), row.getObject("id", UUID.class))));
  }

  /** Places of all that it is about. */
  static Long[] all(Intent intent) {
    return Stream.concat(intent.seqs().stream(), intent.covers().stream()).toArray(Long[]::new);
  }
}
