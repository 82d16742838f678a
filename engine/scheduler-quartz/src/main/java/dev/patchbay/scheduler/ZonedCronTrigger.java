package dev.patchbay.scheduler;

import java.text.ParseException;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.CronTrigger;
import org.quartz.ScheduleBuilder;
import org.quartz.impl.triggers.CronTriggerImpl;

/** Quartz's cron trigger, due at the times of a {@link ZonedCron}. */
final class ZonedCronTrigger extends CronTriggerImpl {
  private static final long serialVersionUID = 1L;

  private transient @Nullable ZonedCron cron;

  static ZonedCronTrigger of(ZonedCron cron) {
    var trigger = new ZonedCronTrigger();
    try {
      trigger.setCronExpression(cron.expression());
    } catch (ParseException impossible) {
      throw new IllegalArgumentException("it was read before", impossible);
    }
    trigger.setTimeZone(TimeZone.getTimeZone(cron.zone()));
    trigger.cron = cron;
    return trigger;
  }

  ZoneId zone() {
    return getTimeZone().toZoneId();
  }

  private synchronized ZonedCron cron() {
    if (cron == null) {
      cron = ZonedCron.of(getCronExpression(), zone());
    }
    return cron;
  }

  @Override
  protected @Nullable Date getTimeAfter(Date afterTime) {
    return cron().next(afterTime.toInstant()).map(Date::from).orElse(null);
  }

  /** Quartz keeps what it calls additional properties by another delegate than its own. */
  @Override
  public boolean hasAdditionalProperties() {
    return true;
  }

  @Override
  public ScheduleBuilder<CronTrigger> getScheduleBuilder() {
    return new ZonedCronSchedule(cron(), getMisfireInstruction());
  }
}
