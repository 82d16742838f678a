package dev.patchbay.store.model;

import java.util.EnumMap;
import java.util.Map;

/** What happens in the middle of a process's steps, each once. */
final class Interruptions {
  private final Map<Point, Runnable> planned = new EnumMap<>(Point.class);
  private int callsUntilFailure = Integer.MAX_VALUE;
  private boolean failsAfterwards;

  /** Where a step can be interrupted. */
  enum Point {
    BEFORE_FETCH,
    BEFORE_INTENT,
    BEFORE_SEND,
    BEFORE_OUTCOME,
    BEFORE_RESOLVE,
    BEFORE_SLEEP
  }

  void plan(Point point, Runnable what) {
    planned.put(point, what);
  }

  /** The database connection breaks at one of the next calls: before it, or after its commit. */
  void breakDatabase(int calls, boolean afterwards) {
    callsUntilFailure = calls;
    failsAfterwards = afterwards;
  }

  void at(Point point) {
    var what = planned.remove(point);
    if (what != null) {
      what.run();
    }
  }

  void beforeCall() {
    callsUntilFailure--;
    if (callsUntilFailure == 0 && !failsAfterwards) {
      throw new IllegalStateException("the connection broke before the call");
    }
  }

  void afterCall() {
    if (callsUntilFailure == 0 && failsAfterwards) {
      callsUntilFailure = Integer.MAX_VALUE;
      throw new IllegalStateException("the connection broke after the commit");
    }
  }

  void clear() {
    planned.clear();
    callsUntilFailure = Integer.MAX_VALUE;
  }
}
