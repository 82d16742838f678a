package dev.patchbay.core.intake;

import dev.patchbay.model.intake.UnreadableView;
import java.util.List;

/** Where records are kept that are no events: nobody waits there for an answer. Thread-safe. */
public interface UnreadableStore {
  /** Keeps them; one that is kept already (same place, same content) is not kept again. */
  void keep(String intake, List<UnreadableRecord> records);

  /** The newest of an intake, newest first. */
  List<UnreadableView> newest(String intake, int most);
}
