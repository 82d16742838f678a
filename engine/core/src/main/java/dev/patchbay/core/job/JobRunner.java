package dev.patchbay.core.job;

import dev.patchbay.core.file.DiskRefusal;
import dev.patchbay.core.job.StoppedRunException.Why;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works runs on this node, a few at a time and beside everything else: each has a thread of its
 * own, for making files is computing. A run whose node dies is worked again by another from its
 * beginning; nothing of the first is seen.
 */
public final class JobRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final int AT_ONCE = 2;
  private static final String TOO_LONG = "It took longer than its schedule allows.";
  private static final int MOST_DOUBLINGS = 5;
  private static final Duration STOP = Duration.ofSeconds(20);

  private final JobRuns runs;
  private final Works works;
  private final WorkFolders folders;
  private final Pace pace;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final Semaphore news = new Semaphore(0);
  private final Set<RunningJob> running = ConcurrentHashMap.newKeySet();
  private final Thread dispatcher;
  private volatile boolean closing;

  /**
   * How it keeps time.
   *
   * @param look how often it looks for runs that other nodes queued
   * @param lease how long a run is not heard of before another node takes it
   * @param retry how long a run waits after its first try that failed; twice as long after each
   */
  public record Pace(Duration look, Duration lease, Duration retry) {
    /** As it is in service. */
    public static final Pace USUAL =
        new Pace(Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofSeconds(10));
  }

  private record Works(Map<String, JobWork> files, Map<String, StepWork> steps) {}

  private JobRunner(JobRuns runs, Works works, Path directory, Pace pace) {
    this.runs = runs;
    this.works = works;
    this.folders = new WorkFolders(directory);
    this.pace = pace;
    this.dispatcher = Thread.ofVirtual().name("jobs").unstarted(this::dispatch);
  }

  /**
   * Starts working.
   *
   * @param directory for files that are being made; what is in it from before is taken away
   */
  public static JobRunner start(JobRuns runs, List<JobWork> works, Path directory, Pace pace) {
    return start(runs, works, List.of(), directory, pace);
  }

  /** The same, with works that keep what they did step by step. */
  public static JobRunner start(
      JobRuns runs, List<JobWork> files, List<StepWork> steps, Path directory, Pace pace) {
    var works =
        new Works(
            files.stream().collect(Collectors.toMap(JobWork::kind, Function.identity())),
            steps.stream().collect(Collectors.toMap(StepWork::kind, Function.identity())));
    var runner = new JobRunner(runs, works, directory, pace);
    runner.folders.clear();
    runner.dispatcher.start();
    return runner;
  }

  /** A run was queued here: no need to wait for the next look. */
  public void wake() {
    news.release();
  }

  private void dispatch() {
    try {
      while (!closing) {
        if (!began()) {
          news.tryAcquire(pace.look().toMillis(), TimeUnit.MILLISECONDS);
        }
        news.drainPermits();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether there may be more to begin at once. */
  private boolean began() throws InterruptedException {
    free.acquire();
    var claimed = closing ? Optional.<ClaimedRun>empty() : claimed();
    if (claimed.isEmpty()) {
      free.release();
      return false;
    }
    var job = new RunningJob(claimed.get(), new Progress());
    running.add(job);
    if (closing) { // it was claimed while the others were told
      job.progress().stop(Why.CLOSING);
    }
    Thread.ofPlatform().name("job-" + job.run().id()).daemon().start(() -> work(job));
    return true;
  }

  private Optional<ClaimedRun> claimed() {
    try {
      return runs.claim(pace.lease());
    } catch (RuntimeException failure) {
      LOG.warn("runs of jobs cannot be read: {}; trying again", failure.getMessage());
      return Optional.empty();
    }
  }

  private void work(RunningJob job) {
    try (var _ = Heartbeat.start(runs, job.run(), job.progress(), pace.lease())) {
      end(job.run(), () -> worked(job));
    } catch (RuntimeException failure) {
      LOG.error("job run {} is left; another try follows", job.run().id(), failure);
    } finally {
      folders.remove(job.run().id());
      running.remove(job);
      free.release();
      wake();
    }
  }

  private void worked(RunningJob job)
      throws IOException, HopelessRunException, StoppedRunException {
    var run = job.run();
    var file = works.files().get(run.kind());
    var steps = works.steps().get(run.kind());
    if (file == null && steps == null) {
      throw new HopelessRunException("This version of the hub knows no job '" + run.kind() + "'.");
    }
    if (run.limits().over()) {
      throw new StoppedRunException(Why.TOO_LONG);
    }
    if (run.tries() > run.limits().tries()) { // nodes died of it
      runs.givenUp(run, givenUp(run.tries() - 1));
    } else if (file != null) {
      made(file, job);
    } else if (steps != null) {
      stepped(steps, job);
    }
  }

  private void stepped(StepWork work, RunningJob job)
      throws IOException, HopelessRunException, StoppedRunException {
    var run = job.run();
    switch (work.work(run, folders.make(run.id()), job.progress())) {
      case StepWork.Ending.Done _ -> {
        var _ = runs.beat(run, job.progress().rows(), job.progress().total(), pace.lease());
        if (!runs.done(run, null)) {
          LOG.warn("job run {} was done here, but another node has it; it is left", run.id());
        }
      }
      case StepWork.Ending.Waits(var reason, var pause) -> runs.waits(run, reason, pause);
    }
  }

  private void made(JobWork work, RunningJob job)
      throws IOException, HopelessRunException, StoppedRunException {
    var run = job.run();
    var kept = kept(work, job);
    if (kept.isEmpty() || !runs.done(run, work.deliver(run, kept.get()).orElse(null))) {
      LOG.warn("job run {} was done here, but another node has it; it is left", run.id());
    }
  }

  /** A file that was made before is the one: no reader sees two of one run. */
  private Optional<KeptFile> kept(JobWork work, RunningJob job)
      throws IOException, HopelessRunException, StoppedRunException {
    var before = runs.kept(job.run());
    return before.isPresent()
        ? before
        : runs.keep(job.run(), work.make(job.run(), folders.make(job.run().id()), job.progress()));
  }

  private void end(ClaimedRun run, Attempt attempt) {
    try {
      attempt.run();
    } catch (HopelessRunException hopeless) {
      runs.failed(run, String.valueOf(hopeless.getMessage()));
    } catch (StoppedRunException stopped) {
      stopped(run, stopped.why());
    } catch (PostponedRunException later) {
      LOG.info("job run {} waits for another try: {}", run.id(), later.getMessage());
      again(run, String.valueOf(later.getMessage()));
    } catch (IOException failure) {
      again(run, reason(run, failure));
    }
  }

  /** Only what nobody foresaw is logged with its trace. */
  private static String reason(ClaimedRun run, IOException failure) {
    var disk = DiskRefusal.in(failure);
    if (disk.isEmpty()) {
      LOG.warn("job run {} failed", run.id(), failure);
      return String.valueOf(failure.getMessage());
    }
    LOG.warn("job run {} failed: {}", run.id(), failure.toString());
    return "The disk of the node that worked on it says '%s'; make room for temporary files."
        .formatted(disk.get().words());
  }

  private void again(ClaimedRun run, String reason) {
    if (run.tries() >= run.limits().tries()) {
      runs.failed(run, givenUp(run.tries()) + " " + reason);
    } else {
      runs.postponed(run, reason, pause(run));
    }
  }

  private static String givenUp(int tries) {
    return tries == 1 ? "Given up after one try." : "Given up after %d tries.".formatted(tries);
  }

  private Duration pause(ClaimedRun run) {
    return pace.retry().multipliedBy(1L << Math.min(run.tries() - 1, MOST_DOUBLINGS));
  }

  private void stopped(ClaimedRun run, Why why) {
    switch (why) {
      case CANCELLED -> runs.cancelled(run);
      case TOO_LONG -> runs.failed(run, TOO_LONG);
      case CLOSING -> runs.givenBack(run);
      case LOST -> LOG.warn("job run {} is worked by another node now", run.id());
    }
  }

  /** Leaves the runs under way to other nodes. */
  @Override
  public void close() {
    closing = true;
    running.forEach(job -> job.progress().stop(Why.CLOSING));
    wake();
    try {
      if (!free.tryAcquire(AT_ONCE, STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("a job run does not stop; another node takes it once its lease has ended");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    dispatcher.interrupt();
  }

  private record RunningJob(ClaimedRun run, Progress progress) {}

  @FunctionalInterface
  private interface Attempt {
    void run() throws IOException, HopelessRunException, StoppedRunException;
  }
}
