package dev.patchbay.core.rebuild;

import dev.patchbay.core.readmodel.Dataset;
import java.util.List;
import java.util.UUID;

/**
 * A generation that grows beside the one that is read.
 *
 * @param routes what it is made with, see {@link FillingRoutes#text}
 * @param scanned the last event that is in it
 * @param events how many were read
 * @param unfit of how many no row could be made
 */
public record Build(
    Aim aim, int generation, String routes, Pass pass, UUID scanned, long events, long unfit) {
  /**
   * What is rebuilt.
   *
   * @param target number of the target that fills it
   * @param lanes of the target
   */
  public record Aim(Dataset dataset, int target, List<Integer> lanes) {
    public Aim {
      lanes = List.copyOf(lanes);
    }
  }

  /** What is being done. */
  public enum Pass {
    /** Stored events are read. */
    SCAN,
    /** What no stored event tells any more is taken from the generation that is read. */
    CARRY,
    /** It is to be put in the place of the one that is read. */
    SWAP,
    /** It is read. */
    DONE
  }

  /** After some more events. */
  public Build after(UUID last, long read, long unfitOfThem) {
    return new Build(aim, generation, routes, pass, last, events + read, unfit + unfitOfThem);
  }

  /** At another pass. */
  public Build at(Pass next) {
    return new Build(aim, generation, routes, next, scanned, events, unfit);
  }
}
