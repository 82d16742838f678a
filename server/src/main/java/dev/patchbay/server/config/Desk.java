package dev.patchbay.server.config;

import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.FieldError;
import java.util.List;

/**
 * Changes of named configuration of one kind. Thread-safe.
 *
 * @param <D> what people write
 * @param <V> what is stored
 */
public interface Desk<D, V> {
  /** Faults of a draft, by field; none means it can be saved. */
  List<FieldError> faults(D draft);

  /** Creates one by a draft that has no fault. */
  Saved<V> create(D draft, String who);

  /** Changes one by a draft that has no fault. */
  Saved<V> update(D draft, long expected, String who);

  /** Deletes one. */
  Saved<V> delete(String name, long expected, String who);
}
