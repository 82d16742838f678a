package dev.patchbay.store.delivery;

import dev.patchbay.core.delivery.queue.Intent;
import dev.patchbay.core.delivery.queue.LaneLease;
import dev.patchbay.core.delivery.queue.Pass;
import dev.patchbay.core.delivery.queue.Verdict;
import dev.patchbay.core.result.ResultEvents;
import dev.patchbay.spi.Cause;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import dev.patchbay.store.StorableText;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** What becomes of deliveries that were not written. */
final class Verdicts {
  private static final int PENDING = 0;
  private static final int DEAD = 2;

  /**
   * Those that became DEAD are told to the core services whose broker their events came by. Holding
   * the intake keeps it from being deleted in between, which would make the whole statement fail;
   * OFFSET 0 has an event looked up only for one that died, whatever the plan. A result about a
   * result would come back as another one for ever.
   */
  private static final String TOLD =
      """
      told AS (INSERT INTO result (intake, lane_id, seq, route_id, event, key, tries, cause, at)
          SELECT i.name, c.lane_id, c.seq, c.route_id, c.event, c.key, c.tries, c.cause, now()
          FROM changed c CROSS JOIN LATERAL
            (SELECT intake, type FROM event WHERE id = c.event OFFSET 0) e
          JOIN intake i ON i.name = e.intake
          JOIN event_type y ON y.id = e.type AND y.name <> '%s'
          WHERE c.state = 2 FOR KEY SHARE OF i)
      """
          .formatted(ResultEvents.FAILED);

  private final Database database;

  Verdicts(Database database) {
    this.database = database;
  }

  /** A refusal of the first and only send: nothing stands at the far side, not even its token. */
  boolean notApplied(
      LaneLease lease, Pass pass, Intent intent, Cause cause, List<Verdict> verdicts) {
    var id = intent.token().attempt();
    return database.run(
        connection ->
            Command.of(
                    """
                    WITH ok AS (SELECT lane_id FROM lane WHERE lane_id = ? AND fence = ? FOR KEY SHARE),
                    closed AS (DELETE FROM open_attempt o USING ok
                        WHERE o.lane_id = ok.lane_id AND o.attempt = ? RETURNING o.lane_id),
                    done AS (UPDATE attempt a SET outcome = 2, clean = false, cause = ?,
                          retired = true, ended_at = clock_timestamp()
                        FROM closed WHERE a.id = ? AND a.outcome IS NULL RETURNING a.id, a.lane_id),
                    changed AS (UPDATE delivery d SET state = v.state, tries = d.tries + v.cost,
                          due_at = CASE WHEN v.state = 0
                            THEN greatest(now(), ?) + v.wait * interval '1 millisecond' END,
                          cause = v.cause,
                          dead_at = CASE WHEN v.state = 2 THEN now() END
                        FROM unnest(?, ?, ?, ?, ?) v (seq, state, cost, wait, cause), done
                        WHERE d.lane_id = done.lane_id AND d.seq = v.seq AND d.state IN (0, 1)
                        RETURNING d.*, v.cost),
                    noted AS (INSERT INTO setback (lane_id, seq, attempt, outcome, cause)
                        SELECT c.lane_id, c.seq, done.id, 2, c.cause FROM changed c, done
                        WHERE c.cost > 0),
                    """
                        + TOLD
                        + "SELECT count(*) = 1 AS done FROM done",
                    with(
                        verdicts,
                        lease.lane(),
                        lease.fence(),
                        id,
                        StorableText.of(cause.message()),
                        id,
                        pass.scan()))
                .list(connection, row -> row.getBoolean("done"))
                .getFirst());
  }

  /**
   * The deliveries become due now rather than untouched: a pass that is under way then treats their
   * keys as waiting, so that none of their followers goes first.
   */
  boolean voided(LaneLease lease, Intent intent, List<Verdict> verdicts) {
    var id = intent.token().attempt();
    return database.run(
        connection ->
            Command.of(
                    """
                    WITH ok AS (SELECT lane_id FROM lane WHERE lane_id = ? AND fence = ? FOR KEY SHARE),
                    closed AS (DELETE FROM open_attempt o USING ok
                        WHERE o.lane_id = ok.lane_id AND o.attempt = ? RETURNING o.lane_id),
                    done AS (UPDATE attempt a SET outcome = 3, clean = false,
                          ended_at = clock_timestamp()
                        FROM closed WHERE a.id = ? AND a.outcome IS NULL
                        RETURNING a.id, a.lane_id, a.cause),
                    wanted AS (SELECT s.seq, coalesce(v.state, 0) AS state,
                          coalesce(v.cost, 0) AS cost, coalesce(v.wait, 0) AS wait, v.cause
                        FROM unnest(?) s (seq)
                        LEFT JOIN unnest(?, ?, ?, ?, ?) v (seq, state, cost, wait, cause)
                          ON v.seq = s.seq),
                    changed AS (UPDATE delivery d SET state = w.state, tries = d.tries + w.cost,
                          due_at = CASE WHEN w.state = 0
                            THEN now() + w.wait * interval '1 millisecond' END,
                          cause = coalesce(w.cause, d.cause),
                          dead_at = CASE WHEN w.state = 2 THEN now() END
                        FROM wanted w, done
                        WHERE d.lane_id = done.lane_id AND d.seq = w.seq AND d.state IN (0, 1)
                        RETURNING d.*),
                    noted AS (INSERT INTO setback (lane_id, seq, attempt, outcome, cause)
                        SELECT done.lane_id, c.seq, done.id, 3, done.cause FROM changed c, done),
                    """
                        + TOLD
                        + "SELECT count(*) = 1 AS done FROM done",
                    with(verdicts, lease.lane(), lease.fence(), id, id, Attempts.all(intent)))
                .list(connection, row -> row.getBoolean("done"))
                .getFirst());
  }

  boolean judge(LaneLease lease, Pass pass, List<Verdict> verdicts) {
    return database.run(
        connection ->
            Command.of(
                    """
                    WITH ok AS (SELECT lane_id FROM lane WHERE lane_id = ? AND fence = ? FOR KEY SHARE),
                    free AS (SELECT lane_id FROM ok
                        WHERE NOT EXISTS (SELECT FROM open_attempt o WHERE o.lane_id = ok.lane_id)),
                    changed AS (UPDATE delivery d SET state = v.state, tries = d.tries + v.cost,
                          due_at = CASE WHEN v.state = 0
                            THEN greatest(now(), ?) + v.wait * interval '1 millisecond' END,
                          cause = v.cause,
                          dead_at = CASE WHEN v.state = 2 THEN now() END
                        FROM unnest(?, ?, ?, ?, ?) v (seq, state, cost, wait, cause), free
                        WHERE d.lane_id = free.lane_id AND d.seq = v.seq AND d.state = 0
                        RETURNING d.*),
                    """
                        + TOLD
                        + "SELECT count(*) = 1 AS done FROM free",
                    with(verdicts, lease.lane(), lease.fence(), pass.scan()))
                .list(connection, row -> row.getBoolean("done"))
                .getFirst());
  }

  boolean supersede(LaneLease lease, List<Long> seqs) {
    return database.run(
        connection ->
            Command.of(
                    """
                    WITH ok AS (SELECT lane_id FROM lane WHERE lane_id = ? AND fence = ? FOR KEY SHARE),
                    free AS (SELECT lane_id FROM ok
                        WHERE NOT EXISTS (SELECT FROM open_attempt o WHERE o.lane_id = ok.lane_id)),
                    gone AS (DELETE FROM delivery d USING free
                        WHERE d.lane_id = free.lane_id AND d.seq = ANY (?) AND d.state = 0
                        RETURNING d.*),
                    moved AS (INSERT INTO delivered
                          (lane_id, route_id, seq, event, finished_at, state, tries, key)
                        SELECT lane_id, route_id, seq, event, now(), 4, tries, key FROM gone
                        RETURNING lane_id, route_id),
                    tallied AS (INSERT INTO finished_tally AS t (lane_id, route_id, superseded)
                        SELECT lane_id, route_id, count(*) FROM moved GROUP BY lane_id, route_id
                        ON CONFLICT (lane_id, route_id) DO UPDATE SET
                          superseded = t.superseded + excluded.superseded)
                    SELECT count(*) = 1 AS done FROM free
                    """,
                    lease.lane(),
                    lease.fence(),
                    seqs.toArray(Long[]::new))
                .list(connection, row -> row.getBoolean("done"))
                .getFirst());
  }

  /** The parameters of a statement that ends in the verdicts, column by column. */
  private static Object[] with(List<Verdict> verdicts, Object... before) {
    return Stream.concat(
            Stream.of(before),
            Stream.of(
                column(verdicts, Verdict::seq, Long[]::new),
                column(verdicts, Verdicts::state, Integer[]::new),
                column(verdicts, Verdicts::cost, Integer[]::new),
                column(verdicts, Verdicts::wait, Long[]::new),
                column(verdicts, Verdicts::cause, String[]::new)))
        .toArray();
  }

  private static <T> T[] column(
      List<Verdict> verdicts, Function<Verdict, T> value, IntFunction<T[]> array) {
    return verdicts.stream().map(value).toArray(array);
  }

  private static Integer state(Verdict verdict) {
    return switch (verdict) {
      case Verdict.BackOff _, Verdict.Wait _ -> PENDING;
      case Verdict.Park _ -> DEAD;
    };
  }

  private static Integer cost(Verdict verdict) {
    return switch (verdict) {
      case Verdict.BackOff _, Verdict.Park _ -> 1;
      case Verdict.Wait _ -> 0;
    };
  }

  /** Milliseconds; what is parked does not wait, so that its key goes on. */
  private static Long wait(Verdict verdict) {
    return switch (verdict) {
      case Verdict.BackOff(_, _, var pause) -> pause.toMillis();
      case Verdict.Wait(_, _, var pause) -> pause.toMillis();
      case Verdict.Park _ -> 0L;
    };
  }

  private static String cause(Verdict verdict) {
    return StorableText.of(verdict.cause().message());
  }
}
