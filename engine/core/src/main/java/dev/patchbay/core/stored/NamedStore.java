package dev.patchbay.core.stored;

import java.util.List;
import java.util.Optional;

/**
 * Configuration of one kind, each thing under a name of its own and with a version that counts its
 * changes. Every change writes its audit row with it. Thread-safe.
 *
 * @param <D> what people write
 * @param <V> what is stored
 */
public interface NamedStore<D, V> {
  /** All of them, by name. */
  List<V> all();

  Optional<V> find(String name);

  /**
   * Creates one; {@link Saved.Taken}, or {@link Saved.Refused} if it refers to what is not there.
   */
  Saved<V> create(D draft, String who);

  /** Changes one; {@link Saved.Missing}, {@link Saved.Stale}, {@link Saved.Refused} as above. */
  Saved<V> update(D draft, long expected, String who);

  /** Takes one away; {@link Saved.Refused} while something needs it. */
  Saved<V> delete(String name, long expected, String who);
}
