package dev.patchbay.scheduler;

import java.time.Instant;
import java.time.ZoneId;
import java.util.function.BiConsumer;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDataMap;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;

/**
 * Says that a schedule is due. Where a node died of saying it, Quartz lets another say it again.
 * Its name stands in {@code qrtz_job_details}: not to be changed. Of one schedule, one firing is
 * said after the other, on all nodes: runs that make up for missed times are made in their order.
 *
 * @param due takes the schedule's name and the time that it names
 */
@DisallowConcurrentExecution
record DueJob(BiConsumer<String, Instant> due) implements Job {
  private static final String CRON = "cron";
  private static final String ZONE = "zone";
  private static final String ORIGINAL =
      Scheduler.FAILED_JOB_ORIGINAL_TRIGGER_SCHEDULED_FIRETIME_IN_MILLISECONDS;

  /** What a trigger hands to the job: its times as they were when it went off. */
  static JobDataMap data(ZonedCron cron) {
    var data = new JobDataMap();
    data.put(CRON, cron.expression());
    data.put(ZONE, cron.zone().getId());
    return data;
  }

  @Override
  public void execute(JobExecutionContext context) {
    var data = context.getTrigger().getJobDataMap();
    var cron = ZonedCron.of(data.getString(CRON), ZoneId.of(data.getString(ZONE)));
    due.accept(context.getJobDetail().getKey().getName(), named(cron, wentOff(context, data)));
  }

  /** One that makes up for missed times goes off at none that the schedule names. */
  static Instant named(ZonedCron cron, Instant wentOff) {
    return cron.latest(wentOff).orElse(wentOff);
  }

  private static Instant wentOff(JobExecutionContext context, JobDataMap data) {
    return context.isRecovering()
        ? Instant.ofEpochMilli(Long.parseLong(data.getString(ORIGINAL)))
        : context.getScheduledFireTime().toInstant();
  }
}
