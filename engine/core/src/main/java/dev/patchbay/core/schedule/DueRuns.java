package dev.patchbay.core.schedule;

import dev.patchbay.model.job.RunView;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the runs of schedules. Thread-safe. */
public interface DueRuns {
  /**
   * A schedule is due. May be told any number of times by any number of nodes.
   *
   * @param at the time that the schedule names
   * @return whether a run waits now that did not before
   */
  boolean due(String schedule, Instant at);

  /**
   * Somebody wants a run of it at once.
   *
   * @param once the caller's key: asked again with the same one it is the same run
   * @return empty if there is no such schedule
   */
  Optional<RunView> now(String schedule, String who, @Nullable String once);

  /** The newest run of a schedule. */
  Optional<RunView> newest(String schedule);

  /** The newest run of each schedule that has one. */
  Map<String, RunView> newest();
}
