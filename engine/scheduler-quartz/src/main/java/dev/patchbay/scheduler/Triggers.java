package dev.patchbay.scheduler;

import dev.patchbay.core.schedule.Schedule;
import dev.patchbay.model.job.ScheduleDraft.MissedPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quartz's triggers, made to follow the schedules: a job and a trigger for each that has times and
 * does not rest. A trigger says, as its description, of which change of the schedule it is. Used by
 * one thread.
 */
final class Triggers {
  private static final Logger LOG = LoggerFactory.getLogger(Triggers.class);
  private static final String GROUP = "schedules";

  /** What was missed longer ago is not made up for; runs are kept longer, so none comes twice. */
  private static final Duration LONGEST_AGO = Duration.ofDays(30);

  private final Scheduler scheduler;
  private Map<String, Instant> followed = new HashMap<>();

  Triggers(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Looks at all of them the next time, whoever changed them. */
  void forget() {
    followed = new HashMap<>();
  }

  void follow(List<Schedule> schedules) throws SchedulerException {
    var wanted =
        schedules.stream()
            .filter(it -> it.draft().enabled() && it.draft().cron() != null)
            .collect(Collectors.toMap(Schedule::name, Schedule::changedAt));
    if (wanted.equals(followed)) {
      return;
    }
    for (var schedule : schedules) {
      var changed = wanted.get(schedule.name());
      if (changed != null && !changed.equals(followed.get(schedule.name()))) {
        put(schedule);
      }
    }
    removeOthers(wanted.keySet());
    followed = wanted;
  }

  private void removeOthers(Set<String> wanted) throws SchedulerException {
    for (var job : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
      if (!wanted.contains(job.getName())) {
        scheduler.deleteJob(job);
      }
    }
  }

  private void put(Schedule schedule) throws SchedulerException {
    var before = trigger(schedule.name());
    if (before.filter(it -> !isOlder(it, schedule)).isPresent()) {
      return; // another node was faster
    }
    var cron = cron(schedule);
    var start = start(before.orElse(null), cron, schedule.changedAt());
    if (cron.next(start).isEmpty()) {
      scheduler.deleteJob(JobKey.jobKey(schedule.name(), GROUP));
    } else if (before.isEmpty()) {
      add(job(schedule), trigger(schedule, cron, start));
    } else {
      scheduler.scheduleJob(job(schedule), Set.of(trigger(schedule, cron, start)), true);
    }
  }

  /** Does not replace one that another node added: it may be going off at this moment. */
  private void add(JobDetail job, Trigger trigger) throws SchedulerException {
    try {
      scheduler.scheduleJob(job, trigger);
    } catch (ObjectAlreadyExistsException faster) {
      LOG.debug("another node has added the trigger of {}", job.getKey().getName());
    }
  }

  private static boolean isOlder(Trigger trigger, Schedule schedule) {
    return Instant.parse(trigger.getDescription()).isBefore(schedule.changedAt());
  }

  static ZonedCron cron(Schedule schedule) {
    return ZonedCron.of(
        Objects.requireNonNull(schedule.draft().cron()),
        ZoneId.of(Objects.requireNonNull(schedule.draft().zone())));
  }

  /** From when it counts: what was due before the change counts if its times are the same. */
  private static Instant start(@Nullable Trigger before, ZonedCron cron, Instant changed) {
    var next = before == null ? null : before.getNextFireTime();
    boolean same =
        before instanceof CronTrigger was
            && was.getCronExpression().equals(cron.expression())
            && was.getTimeZone().toZoneId().equals(cron.zone());
    var start =
        same && next != null && next.toInstant().isBefore(changed)
            ? next.toInstant().minusSeconds(1)
            : changed;
    var earliest = Instant.now().minus(LONGEST_AGO);
    return start.isBefore(earliest) ? earliest : start;
  }

  private static JobDetail job(Schedule schedule) {
    return JobBuilder.newJob(DueJob.class)
        .withIdentity(schedule.name(), GROUP)
        .requestRecovery(true)
        .build();
  }

  private static Trigger trigger(Schedule schedule, ZonedCron cron, Instant start) {
    return TriggerBuilder.newTrigger()
        .withIdentity(schedule.name(), GROUP)
        .withDescription(schedule.changedAt().toString())
        .startAt(QuartzTimes.date(start))
        .withSchedule(new ZonedCronSchedule(cron, instruction(schedule.draft().missed())))
        .usingJobData(DueJob.data(cron))
        .build();
  }

  private static int instruction(MissedPolicy missed) {
    return switch (missed) {
      case RUN_ONCE -> CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW;
      case RUN_ALL -> Trigger.MISFIRE_INSTRUCTION_IGNORE_MISFIRE_POLICY;
      case SKIP -> CronTrigger.MISFIRE_INSTRUCTION_DO_NOTHING;
    };
  }

  /** When a schedule went off last. Empty if it did not since its times were set. */
  Optional<Instant> wentOff(String schedule) throws SchedulerException {
    return trigger(schedule).map(Trigger::getPreviousFireTime).map(QuartzTimes::instant);
  }

  private Optional<Trigger> trigger(String schedule) throws SchedulerException {
    return Optional.ofNullable(scheduler.getTrigger(TriggerKey.triggerKey(schedule, GROUP)));
  }
}
