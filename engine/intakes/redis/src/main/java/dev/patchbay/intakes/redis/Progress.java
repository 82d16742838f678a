package dev.patchbay.intakes.redis;

import dev.patchbay.spi.intake.Checkpoints;
import java.util.Optional;

/** How far a stream is stored, as far as this node knows. Not thread-safe. */
final class Progress {
  private final Checkpoints checkpoints;
  private final String stream;
  private Optional<StreamId> known = Optional.empty();

  Progress(Checkpoints checkpoints, String stream) {
    this.checkpoints = checkpoints;
    this.stream = stream;
  }

  /** Asks the hub what other nodes or earlier lives reached; what this one knows may be newer. */
  void recall() {
    checkpoints.find(stream).map(StreamId::of).ifPresent(this::rise);
  }

  /** Empty if the hub never met the stream. */
  Optional<StreamId> known() {
    return known;
  }

  /** Whether the stream cannot have had what was stored of it. */
  boolean isBeyond(StreamId last) {
    return known.filter(id -> id.isAfter(last)).isPresent();
  }

  /** Entries taken over from others are older than what was reached, which stays. */
  void reached(StreamId id) {
    rise(id);
    known.ifPresent(this::keep);
  }

  /** The stream began anew. */
  void startOver(StreamId at) {
    known = Optional.of(at);
    keep(at);
  }

  private void rise(StreamId id) {
    if (known.filter(other -> !id.isAfter(other)).isEmpty()) {
      known = Optional.of(id);
    }
  }

  private void keep(StreamId id) {
    checkpoints.reached(stream, id.toString());
  }
}
