package dev.patchbay.server.cleanup;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.core.cleanup.OldThing;
import dev.patchbay.core.cleanup.OldThings;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.job.LostRunException;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StepWork;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.schedule.ScheduledWork;
import dev.patchbay.model.job.CleanUp;
import dev.patchbay.server.http.ServerJson;
import java.nio.file.Path;

/** Removes what is old, some at a time: it may be called off in between. Thread-safe. */
public final class CleanUpWork implements StepWork {
  private final OldThings things;
  private final JobRuns runs;

  public CleanUpWork(OldThings things, JobRuns runs) {
    this.things = things;
    this.runs = runs;
  }

  @Override
  public String kind() {
    return ScheduledWork.Removal.KIND;
  }

  @Override
  public Ending work(ClaimedRun run, Path folder, Progress progress)
      throws HopelessRunException, StoppedRunException {
    var order = order(run);
    demandSound(order);
    progress.expect(expected(order));
    try {
      long done = 0;
      for (var what : OldThing.values()) {
        var days = what.days(order);
        if (days != null) {
          done +=
              order.dryRun()
                  ? counted(run, what, days)
                  : removed(run, what, days, new Passed(progress, done));
          progress.reached(done);
        }
      }
      progress.expect(done); // more or less may have grown old meanwhile
      return new Ending.Done();
    } catch (LostRunException lost) {
      return new Ending.Done(); // which another node decides: nothing of this is noted
    }
  }

  private static CleanUp order(ClaimedRun run) throws HopelessRunException {
    try {
      return ServerJson.MAPPER.readValue(run.request(), CleanUp.class);
    } catch (JsonProcessingException other) {
      throw new HopelessRunException("This version of the hub does not understand the clean-up.");
    }
  }

  /** Whatever wrote the order: nothing is removed before its time. */
  private static void demandSound(CleanUp order) throws HopelessRunException {
    for (var fault : CleanUpFaults.of(order)) {
      throw new HopelessRunException(
          "Nothing is removed: " + fault.field() + " " + fault.message());
    }
  }

  private long expected(CleanUp order) {
    long all = 0;
    for (var what : OldThing.values()) {
      var days = what.days(order);
      all += days == null ? 0 : things.count(what, days);
    }
    return all;
  }

  private long counted(ClaimedRun run, OldThing what, int days) {
    long count = things.count(what, days);
    note(run, count, what, days, "would be removed");
    return count;
  }

  private long removed(ClaimedRun run, OldThing what, int days, Passed passed)
      throws StoppedRunException {
    long gone = 0;
    try {
      OldThings.Removed removed;
      do {
        removed = things.remove(run, what, days);
        gone += removed.things();
        passed.progress().reached(passed.before() + gone);
        passed.progress().pause(removed.pause());
      } while (removed.more());
      return gone;
    } finally {
      note(run, gone, what, days, "removed");
    }
  }

  private void note(ClaimedRun run, long count, OldThing what, int days, String became) {
    runs.note(run, "%,d %s older than %d days %s.".formatted(count, what.words(), days, became));
  }

  /**
   * How far a run is.
   *
   * @param before what was removed of other things
   */
  private record Passed(Progress progress, long before) {}
}
