package dev.patchbay.store.delivery;

import dev.patchbay.spi.Quota;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Call budgets shared by all nodes: a token bucket per owner and kind, on the database's clock. A
 * bucket of capacity {@code c} that refills {@code perMinute - c} a minute lets at most {@code
 * perMinute} calls through in any 60 s, a burst at its beginning included.
 */
public final class JdbcQuota implements Quota {
  private static final int BURST = 5;
  private final Database database;

  public JdbcQuota(Database database) {
    this.database = database;
  }

  @Override
  public Duration take(Budget budget) {
    if (budget.perMinute() < 1) {
      throw new IllegalArgumentException("a budget needs a call a minute: " + budget);
    }
    var bucket = Bucket.of(budget.perMinute());
    return database.run(
        connection ->
            granted(connection, budget, bucket)
                ? Duration.ZERO
                : untilNext(connection, budget, bucket));
  }

  private static boolean granted(Connection connection, Budget budget, Bucket bucket)
      throws SQLException {
    return Command.of(
                """
                INSERT INTO quota AS q (owner, kind, tokens, refilled_at)
                VALUES (?, ?, ?, clock_timestamp())
                ON CONFLICT (owner, kind) DO UPDATE SET
                  tokens = least(?, q.tokens + ? * greatest(0, extract(epoch FROM
                    clock_timestamp() - q.refilled_at)::float8)) - 1,
                  refilled_at = clock_timestamp()
                WHERE least(?, q.tokens + ? * greatest(0, extract(epoch FROM
                    clock_timestamp() - q.refilled_at)::float8)) >= 1
                """,
                budget.owner(),
                budget.kind(),
                bucket.capacity() - 1,
                bucket.capacity(),
                bucket.perSecond(),
                bucket.capacity(),
                bucket.perSecond())
            .update(connection)
        == 1;
  }

  /** At least a millisecond: zero would mean granted. */
  private static Duration untilNext(Connection connection, Budget budget, Bucket bucket)
      throws SQLException {
    var seconds =
        Command.of(
                """
                SELECT (1 - tokens) / ? - extract(epoch FROM clock_timestamp() - refilled_at)::float8
                FROM quota WHERE owner = ? AND kind = ?
                """,
                bucket.perSecond(),
                budget.owner(),
                budget.kind())
            .list(connection, row -> row.getDouble(1))
            .getFirst();
    return Duration.ofMillis(Math.max(1, (long) Math.ceil(seconds * 1_000)));
  }

  /** A bucket's shape. A budget of one call a minute has no room for a burst beside the refill. */
  private record Bucket(double capacity, double perSecond) {
    static Bucket of(int perMinute) {
      var capacity = Math.clamp(perMinute / 4, 1, BURST);
      return new Bucket(capacity, Math.max(1, perMinute - capacity) / 60.0);
    }
  }
}
