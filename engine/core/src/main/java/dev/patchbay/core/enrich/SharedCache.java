package dev.patchbay.core.enrich;

import java.time.Duration;
import java.util.Optional;

/**
 * Answers that nodes share, beside the memory of each. It only saves calls: it never throws, gives
 * up within a tenth of a second, and what it forgets is fetched again. Thread-safe.
 */
public interface SharedCache {
  /** None: every node for itself. */
  SharedCache NONE =
      new SharedCache() {
        @Override
        public Optional<byte[]> find(String key) {
          return Optional.empty();
        }

        @Override
        public void keep(String key, byte[] value, Duration life) {}
      };

  /** What is kept under a key. */
  Optional<byte[]> find(String key);

  /**
   * Keeps a value.
   *
   * @param life after which it is to be forgotten, a millisecond at least
   */
  void keep(String key, byte[] value, Duration life);
}
