package dev.patchbay.store.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Plays sequences, each from a seed of its own, until one fails. */
record Hunt(Defect defect, long seed, int length) {
  static Hunt of(Defect defect, long seed, int length) {
    return new Hunt(defect, seed, length);
  }

  /**
   * What came of it.
   *
   * @param failure the first sequence that failed; made as short as possible where no defect was
   *     planted
   */
  record Result(int played, Optional<Failure> failure) {}

  /** A sequence that fails. */
  record Failure(long seed, String violation, List<Move> moves) {
    @Override
    public String toString() {
      return "seed " + seed + ": " + violation + "\n  " + moves;
    }
  }

  /** Plays at most so many sequences, as many at a time as there are databases. */
  Result over(int sequences, List<ModelDatabase> databases) throws Exception {
    var next = new AtomicInteger();
    var played = new AtomicInteger();
    var failure = new AtomicReference<Optional<Failure>>(Optional.empty());
    try (var pool = Executors.newFixedThreadPool(databases.size())) {
      var runs = new ArrayList<Future<?>>();
      for (var database : databases) {
        runs.add(pool.submit(() -> run(database, sequences, next, played, failure)));
      }
      for (var run : runs) {
        run.get();
      }
    }
    return new Result(played.get(), failure.get());
  }

  private void run(
      ModelDatabase database,
      int sequences,
      AtomicInteger next,
      AtomicInteger played,
      AtomicReference<Optional<Failure>> failure) {
    for (var i = next.getAndIncrement();
        i < sequences && failure.get().isEmpty();
        i = next.getAndIncrement()) {
      var moves = new Moves(seed + i).sequence(length);
      var violation = violation(database, seed + i, moves);
      played.incrementAndGet();
      if (violation.isPresent()) {
        var found = Optional.of(failure(database, seed + i, moves, violation.get()));
        failure.updateAndGet(first -> first.isPresent() ? first : found);
      }
    }
  }

  private Optional<String> violation(ModelDatabase database, long which, List<Move> moves) {
    try {
      Play.sequence(database, defect, which, moves);
      return Optional.empty();
    } catch (Violation violation) {
      return Optional.of(String.valueOf(violation.getMessage()));
    }
  }

  /** A planted defect is not worth the time to shorten its sequence. */
  private Failure failure(ModelDatabase database, long which, List<Move> moves, String found) {
    return defect == Defect.NONE
        ? shrunk(database, which, moves, found)
        : new Failure(which, found, moves);
  }

  /** Leaves out one move after the other as long as it still fails. */
  private Failure shrunk(ModelDatabase database, long which, List<Move> moves, String found) {
    var best = new ArrayList<>(moves);
    var violation = found;
    for (var i = best.size() - 1; i >= 0; i--) {
      var shorter = new ArrayList<>(best);
      shorter.remove(i);
      var still = violation(database, which, shorter);
      if (still.isPresent()) {
        best = shorter;
        violation = still.get();
      }
    }
    return new Failure(which, violation, List.copyOf(best));
  }
}
