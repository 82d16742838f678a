package dev.patchbay.intakes.redis;

import dev.patchbay.spi.intake.Incident.Kind;

/**
 * Sees to it that stream and group are there, and reports if Redis had forgotten one of them. Not
 * thread-safe.
 */
final class Footing {
  private final Reporter reporter;
  private final Progress progress;
  private boolean groupSeen;

  Footing(Reporter reporter, Progress progress) {
    this.reporter = reporter;
    this.progress = progress;
  }

  /** A look at stream and group after what was missing has been made. */
  Look.Ready secure(GroupReads reads, Look seen) throws InterruptedException {
    var look = seen;
    while (true) {
      switch (look) {
        case Look.NoStream() -> makeStream(reads);
        case Look.NoGroup(var stream) -> makeGroup(reads, stream);
        case Look.Ready ready -> {
          checkEnd(ready);
          groupSeen = true;
          return ready;
        }
      }
      look = reads.look();
    }
  }

  /** That it begins empty is noted: whatever Redis drops from now on is a gap. */
  private void makeStream(GroupReads reads) throws InterruptedException {
    if (isKnown()) {
      reporter.report(Kind.STREAM_LOST, streamLost());
    }
    reads.createGroup();
    progress.startOver(StreamId.ZERO);
  }

  private void makeGroup(GroupReads reads, Look.Stream stream) throws InterruptedException {
    boolean anew = progress.isBeyond(stream.last());
    if (anew) {
      reporter.report(Kind.STREAM_LOST, streamLost());
    } else if (isKnown()) {
      reporter.report(Kind.GROUP_LOST, groupLost());
    }
    reads.createGroup();
    if (anew || stream.last().equals(StreamId.ZERO)) {
      progress.startOver(StreamId.ZERO);
    }
  }

  /**
   * A stream may also be set back with its group, by a restore or by a replica that was promoted.
   * The group stays then: it stands before what will be added.
   */
  private void checkEnd(Look.Ready ready) throws InterruptedException {
    if (progress.isBeyond(ready.stream().last())) {
      reporter.report(Kind.STREAM_LOST, streamLost());
      progress.startOver(ready.group().delivered());
    }
  }

  private boolean isKnown() {
    return groupSeen || progress.known().isPresent();
  }

  private String streamLost() {
    return "The stream was deleted, emptied or set back; it was stored "
        + reached()
        + ". Entries after that which nobody had read are lost. The hub reads on with what is there"
        + " now.";
  }

  private String groupLost() {
    return "The consumer group was gone; the stream was stored "
        + reached()
        + ". The hub made the group again and reads everything that is left in the stream; entries"
        + " trimmed in between are missing.";
  }

  private String reached() {
    return progress.known().map(id -> "up to " + id).orElse("up to nowhere yet");
  }
}
