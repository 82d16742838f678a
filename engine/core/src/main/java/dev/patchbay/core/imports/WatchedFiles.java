package dev.patchbay.core.imports;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.spi.store.FoundFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Files of stores that schedules import, as all nodes see them. A file is one by where it stands
 * and what it holds: it is taken once, whoever finds it how often. Thread-safe.
 */
public interface WatchedFiles {
  /**
   * Notes what stands in a folder, and tells how each file looks by its path.
   *
   * @param settle how long a file must have lain unchanged
   */
  Map<String, Look> look(ClaimedRun run, String connector, List<FoundFile> files, Duration settle);

  /** How a file looks. */
  enum Look {
    /** It was seen the first time not long ago. */
    FRESH,
    /** It has changed since the run saw it first. */
    RESTLESS,
    /** It has lain unchanged for long enough. */
    STILL,
    /** It was dealt with as it stands there. */
    KNOWN
  }

  /**
   * Takes a file for a run, unless another has it. One that could not be imported before is taken
   * anew; one that was is given as {@link State#ENDED}.
   *
   * @param sha256 of its content
   */
  Optional<WatchedFile> take(ClaimedRun run, String connector, FoundFile file, String sha256);

  /** All files of a run, and those of the store that earlier runs of its schedule left undone. */
  List<WatchedFile> of(ClaimedRun run, String connector);

  /** Its rows are imported by this run. */
  void importing(WatchedFile file, String importRun);

  /**
   * Its import has ended, or came to nothing.
   *
   * @param reason why it was not imported, for a person; null if it was
   */
  void ended(WatchedFile file, @Nullable String reason);

  /** Nothing more is to be done with it. */
  void settled(WatchedFile file);

  /** The run that was asked for with a key, if any was. */
  Optional<String> asked(String who, String once);

  /** Forgets files that were settled longer ago and have not been seen since. */
  void sweep(Duration age);

  /**
   * A file that was taken.
   *
   * @param attempt how often it was taken
   * @param found as it was seen
   * @param importRun that imports its rows, null while there is none
   * @param reason why it was not imported, null if it was or that is not known yet
   */
  record WatchedFile(
      long id,
      int attempt,
      FoundFile found,
      State state,
      @Nullable String importRun,
      @Nullable String reason) {}

  /** How far a file is. */
  enum State {
    /** A run has it. */
    TAKEN,
    /** Its rows are being imported. */
    IMPORTING,
    /** They are, or will not be; it is to be put aside. */
    ENDED,
    /** All is done. */
    SETTLED
  }
}
