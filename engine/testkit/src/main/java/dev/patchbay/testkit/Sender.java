package dev.patchbay.testkit;

import dev.patchbay.spi.Attempt;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.LastRows;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Preparation;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Target;
import dev.patchbay.spi.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * What the hub does with a connector, in its simplest form: one batch after the other, each
 * prepared, sent once and settled if its answer was lost. Remembers what was applied, as the hub
 * does. Used by one thread.
 */
public final class Sender {
  private static final Duration TIME = Duration.ofSeconds(30);

  private final Target target;
  private final Layout layout;
  private final Random random;
  private long delivery;
  private final Map<String, Row> applied = new HashMap<>();
  private List<Token> retired = List.of();
  private RowTarget connector;

  public Sender(RowTarget connector, Target target, Layout layout, long seed) {
    this.connector = connector;
    this.target = target;
    this.layout = layout;
    this.random = new Random(seed);
  }

  /** Goes on with another process's connector. */
  public void use(RowTarget other) {
    connector = other;
  }

  /** Tokens that the next batches delete. */
  public void retire(List<Token> tokens) {
    retired = List.copyOf(tokens);
  }

  /** A prepared attempt with a token of its own. */
  public Attempt prepare(List<Row> rows) {
    return prepare(rows, new Token(random.nextInt(1, Integer.MAX_VALUE), uuid()));
  }

  /** A batch with a token of its own, not prepared. */
  public RowBatch batch(List<Row> rows) {
    return batch(rows, new Token(random.nextInt(1, Integer.MAX_VALUE), uuid()));
  }

  private RowBatch batch(List<Row> rows, Token token) {
    var deliveries = rows.stream().map(_ -> "1-" + ++delivery).toList();
    return new RowBatch(token, target, layout, rows, deliveries, retired);
  }

  /** A prepared attempt. */
  public Attempt prepare(List<Row> rows, Token token) {
    var batch = batch(rows, token);
    return switch (connector.prepare(batch)) {
      case Preparation.Ready(var plan) -> new Attempt(batch, plan, lastRows(), Deadline.in(TIME));
      case Preparation.Refused(var outcome) ->
          throw new AssertionError("the batch was refused: " + outcome);
    };
  }

  /** Sends an attempt, once. */
  public Outcome deliver(Attempt attempt) {
    var outcome = connector.deliver(attempt);
    if (outcome instanceof Outcome.Applied) {
      remember(attempt);
    }
    return outcome;
  }

  /** Settles an attempt. */
  public Resolution resolve(Attempt attempt) {
    var resolution =
        connector.resolve(
            new Attempt(attempt.batch(), attempt.plan(), lastRows(), Deadline.in(TIME)));
    if (resolution instanceof Resolution.WasApplied) {
      remember(attempt);
    }
    return resolution;
  }

  /** Sends rows until they are applied, settling every lost answer; returns how often it sent. */
  public int deliverForSure(List<Row> rows) {
    for (int sends = 1; sends <= 100; sends++) {
      var attempt = prepare(rows);
      switch (deliver(attempt)) {
        case Outcome.Applied _ -> {
          return sends;
        }
        case Outcome.Unknown _ -> {
          if (resolve(attempt) instanceof Resolution.WasApplied) {
            return sends;
          }
        }
        case Outcome.NotApplied _, Outcome.Postponed _, Outcome.Throttled _ -> {}
        case Outcome.Rejected _, Outcome.TargetRefused _, Outcome.CredentialRefused _ ->
            throw new AssertionError("the rows were refused");
      }
    }
    throw new AssertionError("never applied");
  }

  /** The rows as they should stand, by key. */
  public Map<String, Row> applied() {
    return Map.copyOf(applied);
  }

  private LastRows lastRows() {
    var known = Map.copyOf(applied);
    return keys -> {
      var found = new HashMap<>(known);
      found.keySet().retainAll(keys);
      return found;
    };
  }

  private void remember(Attempt attempt) {
    for (var row : attempt.batch().rows()) {
      applied.merge(row.key(), row, Sender::overlaid);
    }
  }

  private static Row overlaid(Row older, Row newer) {
    Map<String, Cell> cells = new LinkedHashMap<>(older.cells());
    cells.putAll(newer.cells());
    return new Row(older.key(), cells);
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  /** Copies of a list's parts of at most this size. */
  public static List<List<Row>> parts(List<Row> rows, int size) {
    var parts = new ArrayList<List<Row>>();
    for (int from = 0; from < rows.size(); from += size) {
      parts.add(rows.subList(from, Math.min(rows.size(), from + size)));
    }
    return parts;
  }
}
