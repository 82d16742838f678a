package dev.patchbay.core.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** How runs of one kind are worked. Thread-safe. */
public interface JobWork {
  /** What it works. */
  String kind();

  /**
   * Makes the file of a run. What it leaves in the folder is taken away when the run ends.
   *
   * @param folder of this run alone, empty
   * @throws HopelessRunException if no other try can do better
   * @throws StoppedRunException from {@code progress}: nothing more is to be done
   * @throws IOException if another try may do better
   */
  MadeFile make(ClaimedRun run, Path folder, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException;

  /**
   * Takes the file where it shall go, if anywhere. May be called again for the same file.
   *
   * @return where it is now
   * @throws HopelessRunException if no other try can do better
   * @throws StoppedRunException if another node has the run
   * @throws IOException if another try may do better
   */
  Optional<String> deliver(ClaimedRun run, KeptFile file)
      throws IOException, HopelessRunException, StoppedRunException;
}
