package dev.patchbay.core.mail;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.model.job.RecipientView;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Who gets the file of a run, and who has got it: kept with the run, for whoever works it next.
 * Thread-safe.
 */
public interface Recipients {
  /** Those that were noted of a run, in their order; empty if none were yet. */
  List<RecipientView> of(String run);

  /** Those of a run that have neither accepted nor been refused; empty if another node has it. */
  Optional<List<RecipientView>> open(ClaimedRun run);

  /** Notes who they are, all waiting; those that were noted before stay as they are. */
  void begin(String run, List<String> addresses);

  /**
   * Notes what became of some. Who has accepted stays so, whatever is said later: a node that lost
   * the run may be the one that knows.
   */
  void note(String run, Collection<RecipientView> some);
}
