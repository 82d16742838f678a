package dev.patchbay.intakes.redis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Watches over the stream beside the reading: that it and the group are there, that nothing is
 * missing, and how much there is to read. Outlives connections. Not thread-safe.
 */
final class Watch {
  private final Footing footing;
  private final GapWatch gaps;
  private final Vitals vitals;
  private final Duration interval;
  private final InstantSource clock;
  private Instant due = Instant.MIN;

  Watch(Footing footing, GapWatch gaps, Vitals vitals, Duration interval, InstantSource clock) {
    this.footing = footing;
    this.gaps = gaps;
    this.vitals = vitals;
    this.interval = interval;
    this.clock = clock;
  }

  /** Looks now if it is time. A gap is reported before what comes after it is read. */
  void lookIfDue(GroupReads reads) throws InterruptedException {
    if (!clock.instant().isBefore(due)) {
      look(reads);
    }
  }

  /** Looks now. */
  void look(GroupReads reads) throws InterruptedException {
    var look = look(reads, reads.look());
    vitals.lag(new Backlog(reads).of(look));
    due = clock.instant().plus(interval);
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
