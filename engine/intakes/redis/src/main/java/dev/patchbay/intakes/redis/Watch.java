package dev.patchbay.intakes.redis;

import java.time.Duration;

/**
 * Watches over the stream beside the reading: that it and the group are there, that nothing is
 * missing, and how much there is to read. Outlives connections. Not thread-safe.
 */
final class Watch {
  private final Footing footing;
  private final GapWatch gaps;
  private final Vitals vitals;
  private final Rhythm rhythm;

  Watch(Footing footing, GapWatch gaps, Vitals vitals, Rhythm rhythm) {
    this.footing = footing;
    this.gaps = gaps;
    this.vitals = vitals;
    this.rhythm = rhythm;
  }

  /** Looks now if it is time. A gap is reported before what comes after it is read. */
  void lookIfDue(GroupReads reads) throws InterruptedException {
    if (rhythm.isDue()) {
      look(reads);
    }
  }

  /** Looks now. */
  void look(GroupReads reads) throws InterruptedException {
    var look = look(reads, reads.look());
    vitals.lag(new Backlog(reads).of(look));
    rhythm.done();
  }

  /** Looks at what was seen already, and takes in what else is missing. */
  Look.Ready look(GroupReads reads, Look seen) throws InterruptedException {
    var look = footing.secure(reads, seen);
    gaps.check(look);
    return look;
  }

  /** Tells how much there is to read while nothing is read. */
  void measure(GroupReads reads) {
    if (reads.look() instanceof Look.Ready ready) {
      vitals.lag(new Backlog(reads).of(ready));
    }
  }

  /** Notes what follows an id now, after waiting for it if need be. */
  void await(GroupReads reads, StreamId after, Duration longest) {
    gaps.note(after, reads.await(after, longest));
  }

  /** Notes what follows the entries just read. */
  void noteNext(GroupReads reads, Found found) {
    var last = found.entries().getLast().id();
    gaps.note(last, reads.peek(last));
  }
}
