package dev.patchbay.server.intake;

import dev.patchbay.core.intake.IntakeProgress;
import dev.patchbay.spi.intake.Checkpoints;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Checkpoints of one intake on this node: noted in memory, written down by whoever takes them. */
public final class MovedCheckpoints implements Checkpoints {
  private final String intake;
  private final String node;
  private final IntakeProgress progress;
  private final Map<String, String> moved = new HashMap<>();

  public MovedCheckpoints(String intake, String node, IntakeProgress progress) {
    this.intake = intake;
    this.node = node;
    this.progress = progress;
  }

  @Override
  public Optional<String> find(String stream) {
    synchronized (moved) {
      if (moved.containsKey(stream)) {
        return Optional.ofNullable(moved.get(stream));
      }
    }
    return progress.checkpoint(intake, stream);
  }

  @Override
  public void reached(String stream, String position) {
    synchronized (moved) {
      moved.put(stream, position);
    }
  }

  String node() {
    return node;
  }

  /** Those that moved since the last time. */
  Map<String, String> take() {
    synchronized (moved) {
      var taken = Map.copyOf(moved);
      moved.clear();
      return taken;
    }
  }

  /** They could not be written; newer ones stand. */
  void giveBack(Map<String, String> taken) {
    synchronized (moved) {
      taken.forEach(moved::putIfAbsent);
    }
  }
}
