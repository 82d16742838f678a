package dev.patchbay.core.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the owner of a lane keeps in mind between steps. All of it may be lost in a crash. */
final class LaneProgress {
  private @Nullable Pass pass;
  private @Nullable List<QueuedDelivery> first;
  private long after;
  private long end;
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

  void begin(PassStart start) {
    pass = start.pass();
    first = start.found();
    after = 0;
  }

  /** What the pass began with, once. */
  @Nullable List<QueuedDelivery> foundFirst() {
    var found = first;
    first = null;
    return found;
  }

  /** The next step begins a pass. */
  void endPass() {
    pass = null;
    first = null;
    after = 0;
  }

  /**
   * What was found was not taken yet.
   *
   * @param last sequence number of the last that was found
   * @param all whether there was nothing behind it
   */
  void found(long last, boolean all) {
    idleSince = null;
    end = all ? last : Long.MAX_VALUE;
  }

  /** These are done; with the last of a lane the pass ends. */
  void takenUpTo(long seq) {
    if (seq >= end) {
      endPass();
    } else {
      after = seq;
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
