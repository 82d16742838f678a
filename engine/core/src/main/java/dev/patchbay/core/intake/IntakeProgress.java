package dev.patchbay.core.intake;

import dev.patchbay.model.intake.IntakeNodeView;
import dev.patchbay.spi.intake.IntakeHealth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far intakes are and how they are, noted by every node that runs them. Thread-safe. */
public interface IntakeProgress {
  /** The last position noted for a stream, by any node. */
  Optional<String> checkpoint(String intake, String stream);

  /** Notes what one node has to say. */
  void note(Note note);

  /** How each intake is on each node that said so within the last ten seconds, by intake. */
  Map<String, List<IntakeNodeView>> nodes();

  /** A node runs an intake no more. */
  void forget(String intake, String node);

  /**
   * News of one intake on one node.
   *
   * @param events brought to the hub by this node since it started
   * @param checkpoints positions that moved, by stream
   */
  record Note(
      String intake,
      String node,
      IntakeHealth health,
      long events,
      Map<String, String> checkpoints) {
    public Note {
      checkpoints = Map.copyOf(checkpoints);
    }
  }
}
