package dev.patchbay.intakes.redis;

import java.time.Duration;

/** The reading over one connection, until it breaks or the intake closes. Not thread-safe. */
final class Session {
  private final GroupReads reads;
  private final PendingEntries pending;
  private final Crew crew;

  /** Those who work over each connection in turn. */
  record Crew(Desk desk, Watch watch, Takeover takeover, Stop stop, Duration block) {}

  Session(GroupReads reads, Crew crew) {
    this.reads = reads;
    this.crew = crew;
    pending = new PendingEntries(reads.redis(), reads.stream(), reads.group(), reads.consumer());
  }

  /** Brings things in order after whatever ended the session before. */
  void begin() throws InterruptedException {
    crew.desk().settle(pending);
    crew.watch().look(reads);
  }

  /** Returns when the intake closes. */
  void read() {
    try {
      takeOwn();
      while (true) {
        crew.stop().pause(Duration.ZERO);
        takeOver();
        crew.watch().lookIfDue(reads);
        takeNew();
      }
    } catch (InterruptedException closing) {
      leave();
    }
  }

  /** Takes our name out of the group, unless something is left under it for others to take over. */
  private void leave() {
    pending.consumers().stream()
        .filter(consumer -> consumer.name().equals(reads.consumer()) && consumer.pending() == 0)
        .forEach(us -> pending.delete(us.name()));
  }

  /** Always from the beginning: what is done is pending no more. */
  private void takeOwn() throws InterruptedException {
    for (var own = reads.readOwn(); !own.isEmpty(); own = reads.readOwn()) {
      take(own);
      crew.stop().pause(Duration.ZERO);
    }
  }

  private void takeOver() throws InterruptedException {
    if (!crew.takeover().isDue()) {
      return;
    }
    while (crew.takeover().claim(pending)) {
      takeOwn();
    }
    crew.takeover().sweep(pending);
  }

  private void takeNew() throws InterruptedException {
    var reading = reads.readNew();
    var look = crew.watch().look(reads, reading.before());
    if (reading.found().isEmpty()) {
      crew.watch().await(reads, look.group().delivered(), crew.block());
    } else {
      crew.watch().noteNext(reads, reading.found());
      take(reading.found());
    }
  }

  private void take(Found found) throws InterruptedException {
    crew.desk().take(pending, found, () -> crew.watch().measure(reads));
  }
}
