package dev.patchbay.core.delivery.lane;

import dev.patchbay.core.delivery.queue.Pass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the owner of a lane keeps in mind between steps. All of it may be lost in a crash. */
final class LaneProgress {
  private @Nullable Pass pass;
  private ReadAhead ahead = ReadAhead.NOTHING;
  private long after;
  private boolean settled;
  private @Nullable Instant idleSince;
  private int failures;

  final Suspects suspects = new Suspects();

  @Nullable Pass pass() {
    return pass;
  }

  long after() {
    return after;
  }

  /** Whether nothing was taken in this pass yet. */
  boolean fresh() {
    return after == 0;
  }

  /** Whether the lane is known to have no open attempt. */
  boolean settled() {
    return settled;
  }

  void begin(Pass begun, ReadAhead found) {
    pass = begun;
    after = 0;
    found(found);
  }

  /** Deliveries of this pass that were read and are not done yet. */
  ReadAhead ahead() {
    return ahead;
  }

  void found(ReadAhead found) {
    ahead = found;
    if (!found.isEmpty()) {
      idleSince = null;
    }
  }

  /** What was read ahead changed meanwhile: the next step reads it again. */
  void readAnew() {
    ahead = ReadAhead.NOTHING;
  }

  /** The next step begins a pass. */
  void endPass() {
    pass = null;
    ahead = ReadAhead.NOTHING;
    after = 0;
  }

  /** Those up to this one are done; with the last of a lane the pass ends. */
  void takenUpTo(long seq) {
    ahead = ahead.behind(seq);
    after = seq;
    if (ahead.isEmpty() && ahead.complete()) {
      endPass();
    }
  }

  /** The next step looks for an open attempt and begins a pass: the one way back after trouble. */
  void startOver() {
    endPass();
    settled = false;
  }

  void nothingOpen() {
    settled = true;
  }

  /** When the lane ran out of work, not later than now: the clock may have been set back. */
  Instant idleSince(Instant now) {
    if (idleSince == null || now.isBefore(idleSince)) {
      idleSince = now;
    }
    return idleSince;
  }

  /** Failures in a row before this one. */
  int countFailure() {
    return failures++;
  }

  void wentWell() {
    failures = 0;
  }
}
