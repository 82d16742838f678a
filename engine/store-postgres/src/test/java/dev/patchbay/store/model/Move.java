package dev.patchbay.store.model;

import java.util.List;

/**
 * One command of a sequence. The numbers choose among what is there when it is carried out, so that
 * it means something wherever it stands.
 *
 * @param inner what happens in the middle of a step, for {@link Kind#INTERLEAVE}
 */
record Move(Kind kind, int a, int b, int c, List<Move> inner) {
  Move {
    inner = List.copyOf(inner);
  }

  /** What happens. */
  enum Kind {
    INGEST(22, 10),
    STEP(34, 8),
    RUN(8, 20),
    STEP_ZOMBIE(4, 4),
    CRASH(3, 0),
    CRASH_AT_STAGE(4, 0),
    LOSE_LEASE(3, 14),
    INTERLEAVE(10, 0),
    FAR_ANSWERS(14, 0),
    RESOLVE_FAILS(5, 0),
    LATE_ARRIVES(5, 3),
    PAUSE(1, 1),
    RESUME(2, 1),
    RETRY(4, 3),
    CANCEL(2, 8),
    TRIGGER(2, 1),
    CLOCK_JUMPS(5, 0),
    DATABASE_FAILS(4, 0),
    SNAPSHOT(1, 0),
    RESTORE(1, 0),
    COLLIDE(3, 0),
    CREDENTIAL(1, 0),
    BAD_ROWS_MENDED(1, 0);

    /** How often it comes in a sequence. */
    final int weight;

    /** How often it comes in the middle of another process's step. */
    final int innerWeight;

    Kind(int weight, int innerWeight) {
      this.weight = weight;
      this.innerWeight = innerWeight;
    }
  }

  @Override
  public String toString() {
    return kind + "(" + a + "," + b + "," + c + ")" + (inner.isEmpty() ? "" : inner.toString());
  }
}
