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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes rows into the read model: rows, counts and the token of the attempt in one transaction, so
 * that whoever asks for the token later knows whether the rows were written. They go into the
 * generation that is read; the lock on the model's line keeps a rebuild from putting another in its
 * place meanwhile.
 */
final class ModelTarget implements RowTarget {
  private static final Limits LIMITS = new Limits(1_000, 2 << 20);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final String TAKE =
      """
      INSERT INTO read_model_token (attempt, applied, generation) VALUES (?, true, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String VOID =
      "INSERT INTO read_model_token (attempt, applied) VALUES (?, false) ON CONFLICT DO NOTHING";
  private static final String RETIRE = "DELETE FROM read_model_token WHERE attempt = ANY (?)";
  private static final String CHANGE =
      """
      UPDATE read_model SET revision = revision + 1 WHERE name = ?
      RETURNING generation, building IS NOT NULL AS rebuilt
      """;
  private static final String TOUCH =
      """
      INSERT INTO read_model_touched AS t (model, key, attempt)
      SELECT ?, key, ? FROM unnest(?::text[]) key ORDER BY key COLLATE "C"
      ON CONFLICT (model, key) DO UPDATE SET attempt = excluded.attempt
      """;

  private final Database database;
  private final ZoneId zone;
  private final CallObserver calls;

  ModelTarget(Database database, ZoneId zone, CallObserver calls) {
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
      var read =
          database.run(
              connection ->
                  Command.of("SELECT name, generation FROM read_model ORDER BY name")
                      .list(connection, ModelTarget::words));
      return report(!read.isEmpty(), "Read are " + String.join(", ", read) + ".");
    } catch (StoreException failure) {
      return report(false, unreachable(failure).message());
    }
  }

  private static String words(ResultSet row) throws SQLException {
    return "generation " + row.getInt("generation") + " of " + row.getString("name");
  }

  private static CheckReport report(boolean ok, String message) {
    return new CheckReport(
        Guarantee.IDEMPOTENT, List.of(new CheckReport.Step("database", ok, message)));
  }

  @Override
  public Description describe(Target target) {
    try {
      var model = Model.of(target);
      return new Description.Found("Read model " + model.name(), null, model.places());
    } catch (IllegalArgumentException unfit) {
      return new Description.NotFound(
          new Cause("no-such-model", String.valueOf(unfit.getMessage())));
    }
  }

  @Override
  public Preparation prepare(RowBatch batch) {
    return fault(batch)
        .<Preparation>map(cause -> new Preparation.Refused(new Outcome.TargetRefused(cause)))
        .orElseGet(() -> new Preparation.Ready(""));
  }

  private static Optional<Cause> fault(RowBatch batch) {
    try {
      return Model.of(batch.target()).fault(batch.layout());
    } catch (IllegalArgumentException unfit) {
      return Optional.of(new Cause("no-such-model", String.valueOf(unfit.getMessage())));
    }
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
    calls.called(
        attempt.batch().target().require(Model.SETTING) + ".write",
        status,
        Duration.ofNanos(System.nanoTime() - start));
    return outcome;
  }

  private Outcome written(RowBatch batch) {
    return switch (ModelRows.of(Model.of(batch.target()), batch)) {
      case ModelRows.Unfit(var faults) -> new Outcome.Rejected(faults.getFirst().cause(), faults);
      case ModelRows.Fit rows -> written(batch, rows);
    };
  }

  private Outcome written(RowBatch batch, ModelRows.Fit rows) {
    try {
      return database.inTransaction(connection -> write(connection, batch, rows));
    } catch (StoreException failure) {
      return failure.isOfValues()
          ? new Outcome.Rejected(refusal(failure), List.of())
          : new Outcome.Unknown(unreachable(failure));
    }
  }

  private Outcome write(Connection connection, RowBatch batch, ModelRows.Fit rows)
      throws SQLException {
    var attempt = batch.token().attempt();
    var now =
        change(connection, rows.model()); // first: whoever exchanges it waits, or is waited for
    if (Command.of(TAKE, attempt, now.generation()).update(connection) == 0) {
      return new Outcome.Unknown(
          new Cause("settled", "Somebody else has settled this attempt meanwhile."));
    }
    rows.write(connection, now.generation(), zone);
    if (now.rebuilt()) {
      Command.of(TOUCH, rows.model().name(), attempt, rows.ids()).update(connection);
    }
    var retired = batch.retired().stream().map(token -> token.attempt()).toArray(UUID[]::new);
    Command.of(RETIRE, (Object) retired).update(connection);
    return new Outcome.Applied(batch.rows().size() + " into " + rows.model().identity());
  }

  private static Now change(Connection connection, Model model) throws SQLException {
    return Command.of(CHANGE, model.name())
        .first(connection, row -> new Now(row.getInt("generation"), row.getBoolean("rebuilt")))
        .orElseThrow(() -> new IllegalStateException("no line for read model " + model.name()));
  }

  /**
   * The model while its line is locked.
   *
   * @param rebuilt whether another generation grows, which has to be told what was written
   */
  private record Now(int generation, boolean rebuilt) {}

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
    Command.of(VOID, attempt).update(connection);
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

  private static Cause refusal(StoreException failure) {
    return new Cause(
        "refused", "The database takes no such value (SQLSTATE " + failure.code() + ").");
  }

  private static Cause unreachable(StoreException failure) {
    return new Cause("database", "The database did not answer (SQLSTATE " + failure.code() + ").");
  }
}
