package dev.patchbay.scheduler;

import java.time.ZoneId;
import org.quartz.Trigger;
import org.quartz.impl.jdbcjobstore.SimplePropertiesTriggerPersistenceDelegateSupport;
import org.quartz.impl.jdbcjobstore.SimplePropertiesTriggerProperties;
import org.quartz.spi.OperableTrigger;

/**
 * Keeps {@link ZonedCronTrigger}s in plain columns. Quartz makes it by its name, which therefore
 * stands in no table but must be public.
 */
public final class ZonedCronDelegate extends SimplePropertiesTriggerPersistenceDelegateSupport {
  /** Stands in {@code qrtz_triggers.trigger_type}: not to be changed. */
  private static final String TYPE = "ZONECRON";

  @Override
  public boolean canHandleTriggerType(OperableTrigger trigger) {
    return trigger instanceof ZonedCronTrigger;
  }

  @Override
  public String getHandledTriggerTypeDiscriminator() {
    return TYPE;
  }

  @Override
  protected SimplePropertiesTriggerProperties getTriggerProperties(OperableTrigger trigger) {
    var cron = (ZonedCronTrigger) trigger;
    var properties = new SimplePropertiesTriggerProperties();
    properties.setString1(cron.getCronExpression());
    properties.setString2(cron.zone().getId());
    return properties;
  }

  /** The rest, what to do after a misfire included, is in columns that all triggers have. */
  @Override
  protected TriggerPropertyBundle getTriggerPropertyBundle(
      SimplePropertiesTriggerProperties properties) {
    var cron = ZonedCron.of(properties.getString1(), ZoneId.of(properties.getString2()));
    var schedule = new ZonedCronSchedule(cron, Trigger.MISFIRE_INSTRUCTION_SMART_POLICY);
    return new TriggerPropertyBundle(schedule, null, null);
  }
}
