package dev.patchbay.scheduler;

import dev.patchbay.core.schedule.DueRuns;
import dev.patchbay.core.schedule.Schedule;
import dev.patchbay.core.schedule.ScheduleStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has runs made when schedules are due. Every node that works runs one; together they say each
 * firing at least once, and of each there is one run. Nodes' clocks should agree within a second or
 * two.
 */
public final class ScheduleClock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduleClock.class);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final Parts parts;
  private final String node;
  private final Pace pace;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  /** Used by the thread only, as are the others below. */
  private @Nullable Scheduler scheduler;

  private @Nullable Triggers triggers;
  private long looks;
  private boolean troubled;

  /**
   * What it works with.
   *
   * @param queued told when a run waits that did not before
   */
  public record Parts(
      DataSource database, ScheduleStore schedules, DueRuns runs, Runnable queued) {}

  /**
   * How it keeps time.
   *
   * @param look how often it looks for schedules that were changed
   * @param checkIn how often nodes tell each other that they live
   * @param late how much later than due a firing counts as missed
   */
  public record Pace(Duration look, Duration checkIn, Duration late) {
    /** As it is in service. */
    public static final Pace USUAL =
        new Pace(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMinutes(1));
  }

  private ScheduleClock(Parts parts, String node, Pace pace) {
    this.parts = parts;
    this.node = node;
    this.pace = pace;
    this.thread = Thread.ofPlatform().name("schedules").daemon().unstarted(this::run);
  }

  /**
   * Starts; returns at once, whether the database can be reached or not.
   *
   * @param node what people know this node by
   */
  public static ScheduleClock start(Parts parts, String node, Pace pace) {
    var clock = new ScheduleClock(parts, node, pace);
    clock.thread.start();
    return clock;
  }

  private void run() {
    try {
      while (!stopped.await(pace.look().toMillis(), TimeUnit.MILLISECONDS)) {
        look(); // not at once: the node has enough to do while it starts
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      end();
    }
  }

  private void look() {
    try {
      var following = triggers();
      boolean thorough = looks++ % Math.max(1, Duration.ofMinutes(1).dividedBy(pace.look())) == 0;
      if (thorough) {
        following.forget();
      }
      var schedules = parts.schedules().all();
      following.follow(schedules);
      if (thorough) {
        makeUp(following, schedules);
      }
      troubled = false;
    } catch (SchedulerException | RuntimeException failure) { // the worker's edge
      trouble(failure);
    }
  }

  private void trouble(Exception failure) {
    if (!troubled) {
      LOG.warn("schedules cannot be followed now: {}; trying again", failure.getMessage());
    }
    LOG.debug("schedules cannot be followed", failure);
    troubled = true;
  }

  private Triggers triggers() throws SchedulerException {
    if (triggers == null || scheduler == null) {
      scheduler = QuartzNode.create(parts.database(), node, pace, this::due);
      triggers = new Triggers(scheduler);
    }
    if (!scheduler.isStarted()) {
      scheduler.start();
    }
    return triggers;
  }

  /** A firing whose run could not be made, for the database was away, is said again. */
  private void makeUp(Triggers following, List<Schedule> schedules) throws SchedulerException {
    for (var schedule : schedules) {
      if (schedule.draft().enabled() && schedule.draft().cron() != null) {
        var wentOff = following.wentOff(schedule.name());
        wentOff
            .filter(at -> at.isAfter(Instant.now().minus(DAY)))
            .ifPresent(at -> due(schedule.name(), DueJob.named(Triggers.cron(schedule), at)));
      }
    }
  }

  private void due(String schedule, Instant at) {
    try {
      if (parts.runs().due(schedule, at)) {
        parts.queued().run();
      }
    } catch (RuntimeException failure) { // it is made up for within a minute
      LOG.warn("schedule {} is due, but its run cannot be made now", schedule, failure);
    }
  }

  private void end() {
    try {
      if (scheduler != null) {
        scheduler.shutdown(true);
      }
    } catch (SchedulerException failure) {
      LOG.warn("schedules are left; another node follows them", failure);
    }
  }

  /** Lets what is being said be said. */
  @Override
  public void close() {
    stopped.countDown();
    try {
      thread.join(STOP);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
