package dev.patchbay.scheduler;

import org.quartz.CronTrigger;
import org.quartz.ScheduleBuilder;
import org.quartz.spi.MutableTrigger;

/** Makes triggers that are due at the times of a {@link ZonedCron}. */
final class ZonedCronSchedule extends ScheduleBuilder<CronTrigger> {
  private final ZonedCron cron;
  private final int misfireInstruction;

  ZonedCronSchedule(ZonedCron cron, int misfireInstruction) {
    this.cron = cron;
    this.misfireInstruction = misfireInstruction;
  }

  @Override
  protected MutableTrigger build() {
    var trigger = ZonedCronTrigger.of(cron);
    trigger.setMisfireInstruction(misfireInstruction);
    return trigger;
  }
}
