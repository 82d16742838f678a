package dev.patchbay.core.contract;

import dev.patchbay.core.stored.Saved;
import java.util.List;

/** Contracts that were registered. Every registration writes its audit row with it. Thread-safe. */
public interface ContractStore {
  /** All versions, by type, oldest first. */
  List<StoredContract> all();

  /**
   * Registers the next version of a type; what was registered is never changed.
   *
   * @param builtIn highest version that comes with the hub, 0 if the type is new to it
   * @param expected version that stands before, 0 for none; {@link Saved.Stale} if another does
   */
  Saved<StoredContract> register(String type, int builtIn, int expected, String schema, String who);
}
