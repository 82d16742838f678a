package dev.patchbay.core.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How runs of one kind are worked that keep what they did step by step: another node goes on where
 * one ended. Thread-safe.
 */
public interface StepWork {
  /** What it works. */
  String kind();

  /**
   * Works a run from where it stands to its end. What it leaves in the folder is taken away.
   *
   * @param folder of this run alone, empty
   * @throws HopelessRunException if no other try can do better
   * @throws StoppedRunException from {@code progress}: nothing more is to be done
   * @throws IOException if another try may do better
   */
  Ending work(ClaimedRun run, Path folder, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException;

  /** How far it came. */
  sealed interface Ending {
    /** All is done. */
    record Done() implements Ending {}

    /**
     * It waits for a person or another system, which costs it no try.
     *
     * @param reason for a person: what it waits for
     * @param pause until it is looked at again
     */
    record Waits(String reason, Duration pause) implements Ending {}
  }
}
