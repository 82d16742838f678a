package dev.patchbay.console.viewmodel.jobs;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.viewmodel.When;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** How a run stands, for people. */
public final class RunWords {

  private RunWords() {}

  /** How far it is, what it found amiss, and how fast it goes. */
  public static String progress(RunView run, Instant now) {
    var findings = run.findings();
    var rows = findings == null ? rows(run) : text("jobs.findings", rows(run), findings);
    var pace = run.pace();
    if (pace == null) {
      return rows;
    }
    var fast = text("jobs.pace", rows, Math.round(pace.rowsPerSecond()));
    var ends = pace.endsAbout();
    return ends == null ? fast : text("jobs.ends", fast, When.until(ends, now));
  }

  private static String rows(RunView run) {
    var total = run.total();
    return total == null || run.endedAt() != null
        ? text("jobs.rows", run.rows())
        : text("jobs.rowsOf", run.rows(), total);
  }

  /** The share that is done, 0 to 1; empty if that is not known. */
  public static OptionalDouble share(RunView run) {
    var total = run.total();
    return total == null || total == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, (double) run.rows() / total));
  }

  /** When it ended or what it does now. */
  public static String when(RunView run, Instant now) {
    var started = run.startedAt();
    var ended = run.endedAt();
    if (ended != null) {
      return text("jobs.ended", When.ago(ended, now));
    }
    return started == null
        ? text("jobs.asked", When.ago(run.askedAt(), now))
        : text("jobs.started", When.ago(started, now));
  }

  /** Whom or what it is due to. */
  public static String origin(RunView run) {
    return Optional.ofNullable(run.schedule())
        .map(
            schedule ->
                text(
                    run.due() == null ? "jobs.ofScheduleNow" : "jobs.ofSchedule",
                    schedule,
                    run.askedBy()))
        .orElseGet(() -> text("jobs.ofPerson", run.askedBy()));
  }

  /** All that a list says of it in one line. */
  public static String line(RunView run, Instant now) {
    var reason = run.reason();
    return reason == null
        ? String.join(" · ", origin(run), when(run, now), progress(run, now))
        : String.join(" · ", origin(run), when(run, now), reason);
  }

  /** Whether it can be called off. */
  public static boolean isOpen(RunView run) {
    return run.state() == RunState.QUEUED || run.state() == RunState.RUNNING;
  }
}
