package dev.patchbay.store.readmodel;

import dev.patchbay.spi.Attempt;
import dev.patchbay.spi.CallObserver;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Description;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.Limits;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Preparation;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Target;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import dev.patchbay.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * Writes requests into the read model: rows, counts and the token of the attempt in one
 * transaction, so that whoever asks for the token later knows whether the rows were written.
 */
final class RequestTarget implements RowTarget {
  private static final Limits LIMITS = new Limits(1_000, 2 << 20);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final String TAKE =
      "INSERT INTO read_model_token (attempt, applied) VALUES (?, ?) ON CONFLICT DO NOTHING";
  private static final String RETIRE = "DELETE FROM read_model_token WHERE attempt = ANY (?)";
  private static final String CHANGED =
      "UPDATE read_model SET revision = revision + 1 WHERE name = 'requests'";

  private final Database database;
  private final ZoneId zone;
  private final CallObserver calls;

  RequestTarget(Database database, ZoneId zone, CallObserver calls) {
    this.database = database;
    this.zone = zone;
    this.calls = calls;
  }

  @Override
  public Limits limits() {
    return LIMITS;
  }

  @Override
  public Guarantee guarantee(Target target) {
    return Guarantee.IDEMPOTENT;
  }

  @Override
  public CheckReport check(List<Target> targets) {
    try {
      var generation =
          database.run(
              connection ->
                  Command.of("SELECT generation FROM read_model WHERE name = 'requests'")
                      .first(connection, row -> row.getInt("generation")));
      var message = generation.map(it -> "Generation " + it + " is read.").orElse("It is missing.");
      return report(generation.isPresent(), message);
    } catch (StoreException failure) {
      return report(false, unreachable(failure).message());
    }
  }

  private static CheckReport report(boolean ok, String message) {
    return new CheckReport(
        Guarantee.IDEMPOTENT, List.of(new CheckReport.Step("database", ok, message)));
  }

  @Override
  public Description describe(Target target) {
    try {
      var identity = Generation.of(target).identity();
      return new Description.Found("Read model " + identity, null, RequestColumn.places());
    } catch (IllegalArgumentException unfit) {
      return new Description.NotFound(
          new Cause("no-such-model", String.valueOf(unfit.getMessage())));
    }
  }

  @Override
  public Preparation prepare(RowBatch batch) {
    return RequestColumn.fault(batch.layout())
        .<Preparation>map(cause -> new Preparation.Refused(new Outcome.TargetRefused(cause)))
        .orElseGet(
            () ->
                RequestRows.of(batch) instanceof RequestRows.Unfit(var faults)
                    ? new Preparation.Refused(
                        new Outcome.Rejected(faults.getFirst().cause(), faults))
                    : new Preparation.Ready(""));
  }

  @Override
  public Outcome deliver(Attempt attempt) {
    if (attempt.deadline().passed()) {
      return new Outcome.NotApplied(
          new Cause("deadline", "Its time was up before it was written."), Duration.ZERO);
    }
    long start = System.nanoTime();
    var outcome = written(attempt.batch());
    var status = outcome instanceof Outcome.Applied ? "ok" : "failed";
    calls.called("requests.write", status, Duration.ofNanos(System.nanoTime() - start));
    return outcome;
  }

  private Outcome written(RowBatch batch) {
    if (!(RequestRows.of(batch) instanceof RequestRows.Fit rows)) {
      throw new IllegalArgumentException("the batch was not prepared");
    }
    try {
      return database.inTransaction(connection -> write(connection, batch, rows));
    } catch (StoreException failure) {
      return isOfTheRows(failure)
          ? new Outcome.Rejected(refusal(failure), List.of())
          : new Outcome.Unknown(unreachable(failure));
    }
  }

  private Outcome write(Connection connection, RowBatch batch, RequestRows.Fit rows)
      throws SQLException {
    if (Command.of(TAKE, batch.token().attempt(), true).update(connection) == 0) {
      return new Outcome.Unknown(
          new Cause("settled", "Somebody else has settled this attempt meanwhile."));
    }
    var generation = Generation.of(batch.target());
    rows.write(connection, generation, zone);
    var retired = batch.retired().stream().map(token -> token.attempt()).toArray(UUID[]::new);
    Command.of(RETIRE, (Object) retired).update(connection);
    Command.of(CHANGED).update(connection);
    return new Outcome.Applied(batch.rows().size() + " into " + generation.identity());
  }

  @Override
  public Resolution resolve(Attempt attempt) {
    var id = attempt.batch().token().attempt();
    try {
      return database.inTransaction(connection -> settle(connection, id));
    } catch (StoreException failure) {
      return new Resolution.StillUnknown(unreachable(failure), AGAIN);
    }
  }

  /** Waits for a write that is still under way: one of the two takes the token. */
  private static Resolution settle(Connection connection, UUID attempt) throws SQLException {
    Command.of(TAKE, attempt, false).update(connection);
    var applied =
        Command.of("SELECT applied FROM read_model_token WHERE attempt = ?", attempt)
            .first(connection, row -> row.getBoolean("applied"))
            .orElseThrow();
    return applied
        ? new Resolution.WasApplied("settled at " + Instant.now())
        : new Resolution.NeverApplied();
  }

  @Override
  public void close() {
    // the database is not its own
  }

  /** Values that do not fit (22, 23) or are too large for an index (54): nothing was written. */
  private static boolean isOfTheRows(StoreException failure) {
    return failure.code().startsWith("22")
        || failure.code().startsWith("23")
        || failure.code().startsWith("54");
  }

  private static Cause refusal(StoreException failure) {
    return new Cause(
        "refused", "The database takes no such value (SQLSTATE " + failure.code() + ").");
  }

  private static Cause unreachable(StoreException failure) {
    return new Cause("database", "The database did not answer (SQLSTATE " + failure.code() + ").");
  }
}
