package dev.patchbay.store.model;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Outcome.RowFault;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.Token;
import dev.patchbay.spi.WriteMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The far side: two tabs of one sheet with their tokens. Applies rows and token together or not at
 * all. Tells the book of every cell it writes.
 */
final class Far {
  /** Value of a cell that it refuses ends so. */
  static final String BAD = "!";

  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final Duration LONGEST_DELAY = Duration.ofHours(24);
  private static final Cause WHY = new Cause("far", "told to");

  private final Book book;
  private final InstantSource clock;
  private final Defect defect;
  private final Map<Integer, Stamp> tokens = new HashMap<>();
  private final List<Late> late = new ArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final Deque<Doubt> doubts = new ArrayDeque<>();
  private boolean strict = true;
  private boolean namesFaults;

  Far(Book book, InstantSource clock, Defect defect) {
    this.book = book;
    this.clock = clock;
    this.defect = defect;
  }

  /** What becomes of a batch that is sent. */
  enum Answer {
    APPLIES,
    APPLIES_BUT_IS_LOST,
    LOST_BEFORE,
    ARRIVES_LATE,
    THROTTLED,
    BUSY,
    BUSY_FOR_LONG,
    TARGET_REFUSED,
    CREDENTIAL_REFUSED
  }

  /** What becomes of the question whether a batch was applied. */
  enum Doubt {
    ANSWER_LOST,
    THROTTLED
  }

  private record Stamp(UUID attempt, boolean applied) {}

  private record Late(RowBatch batch, Instant sentAt) {}

  void willAnswer(Answer answer) {
    answers.add(answer);
  }

  void willDoubt(Doubt doubt) {
    doubts.add(doubt);
  }

  void namesFaults(boolean named) {
    namesFaults = named;
  }

  void takesBadRows() {
    strict = false;
  }

  /** From now on everything goes well. */
  void heal() {
    strict = false;
    answers.clear();
    doubts.clear();
  }

  /** Numbers of tokens that stand. */
  List<Integer> takenNumbers() {
    return tokens.keySet().stream().sorted().toList();
  }

  /** One batch is sent, once. */
  Outcome send(RowBatch batch) {
    var answer = answers.isEmpty() ? Answer.APPLIES : answers.remove();
    return switch (answer) {
      case APPLIES -> arrive(batch);
      case APPLIES_BUT_IS_LOST -> {
        arrive(batch);
        yield new Outcome.Unknown(WHY);
      }
      case LOST_BEFORE -> new Outcome.Unknown(WHY);
      case ARRIVES_LATE -> {
        late.add(new Late(batch, clock.instant()));
        yield new Outcome.Unknown(WHY);
      }
      case THROTTLED -> new Outcome.Throttled(WHY, Duration.ofMinutes(1));
      case BUSY -> new Outcome.NotApplied(WHY, Duration.ZERO);
      case BUSY_FOR_LONG -> new Outcome.NotApplied(WHY, HALF_AN_HOUR);
      case TARGET_REFUSED -> new Outcome.TargetRefused(WHY);
      case CREDENTIAL_REFUSED -> new Outcome.CredentialRefused(WHY);
    };
  }

  /** A request that was held up somewhere arrives; nobody hears its answer. */
  void lateArrives(int which) {
    late.removeIf(one -> one.sentAt().plus(LONGEST_DELAY).isBefore(clock.instant()));
    if (!late.isEmpty()) {
      arrive(late.remove(which % late.size()).batch());
    }
  }

  int lateCount() {
    return late.size();
  }

  /** Requests of attempts that nobody remembers never arrive. */
  void dropLateExcept(Set<UUID> attempts) {
    late.removeIf(one -> !attempts.contains(one.batch().token().attempt()));
  }

  private Outcome arrive(RowBatch batch) {
    if (tokens.containsKey(batch.token().id())) {
      return defect == Defect.COLLISION_MEANS_APPLIED
          ? new Outcome.Applied("exists")
          : new Outcome.NotApplied(new Cause("token-taken", "exists"), Duration.ZERO);
    }
    var faults = faults(batch.rows());
    if (!faults.isEmpty()) {
      return new Outcome.Rejected(WHY, namesFaults ? faults : List.of());
    }
    tokens.put(batch.token().id(), new Stamp(batch.token().attempt(), true));
    batch.retired().forEach(this::delete);
    batch.rows().forEach(row -> write(row, batch.layout().mode()));
    return new Outcome.Applied("applied");
  }

  private List<RowFault> faults(List<Row> rows) {
    var faults = new ArrayList<RowFault>();
    for (var i = 0; strict && i < rows.size(); i++) {
      if (rows.get(i).cells().values().stream().anyMatch(cell -> text(cell).endsWith(BAD))) {
        faults.add(new RowFault(i, WHY));
      }
    }
    return faults;
  }

  private void delete(Token token) {
    var stamp = tokens.get(token.id());
    if (stamp != null && stamp.attempt().equals(token.attempt())) {
      tokens.remove(token.id());
    }
  }

  private void write(Row row, WriteMode mode) {
    switch (mode) {
      case APPEND -> book.appended(text(row, "a"));
      case UPSERT ->
          row.cells()
              .forEach(
                  (column, cell) -> {
                    if (!column.equals("key")) {
                      book.wrote(row.key(), column, text(cell));
                    }
                  });
    }
  }

  private static String text(Row row, String column) {
    var cell = row.cells().get(column);
    if (cell == null) {
      throw new Violation("I5", "appended without its cell: " + row);
    }
    return text(cell);
  }

  private static String text(Cell cell) {
    return cell instanceof Cell.Text(var text) ? text : "";
  }

  /** Settles a batch: creates its token with the value void, or reads the one that is there. */
  Resolution resolve(RowBatch batch) {
    var doubt = doubts.poll();
    if (doubt == Doubt.THROTTLED) {
      return defect == Defect.REFUSED_REPLAY_MEANS_NOT_APPLIED
          ? new Resolution.NeverApplied()
          : new Resolution.StillUnknown(WHY, Duration.ofSeconds(1));
    }
    var stamp = tokens.get(batch.token().id());
    if (stamp == null && defect != Defect.LOOKS_WITHOUT_VOIDING) {
      tokens.put(batch.token().id(), new Stamp(batch.token().attempt(), false));
    }
    if (doubt == Doubt.ANSWER_LOST) {
      return new Resolution.StillUnknown(WHY, Duration.ZERO);
    }
    return read(batch.token(), stamp);
  }

  private Resolution read(Token token, @Nullable Stamp stamp) {
    if (stamp == null) {
      return new Resolution.NeverApplied();
    }
    var applied = stamp.attempt().equals(token.attempt()) && stamp.applied();
    return applied || defect == Defect.EXISTS_MEANS_APPLIED
        ? new Resolution.WasApplied("stands")
        : new Resolution.NeverApplied();
  }
}
