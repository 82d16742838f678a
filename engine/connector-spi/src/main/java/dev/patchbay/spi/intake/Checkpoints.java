package dev.patchbay.spi.intake;

import java.util.Optional;

/**
 * How far the hub has stored each stream of an intake, kept by the hub and not by the broker. It
 * tells a broker that forgot us from one that never knew us. It may lag behind by a second: reading
 * from it again is safe, skipping to it is not. Thread-safe.
 */
public interface Checkpoints {
  /** The last position noted for a stream, also by another node; empty if there never was one. */
  Optional<String> find(String stream);

  /** Everything of a stream up to a position is stored and acknowledged. Quick; kept soon after. */
  void reached(String stream, String position);
}
