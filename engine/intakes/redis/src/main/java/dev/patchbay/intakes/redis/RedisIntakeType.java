package dev.patchbay.intakes.redis;

import dev.patchbay.spi.Setting;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.intake.Intake;
import dev.patchbay.spi.intake.IntakeContext;
import dev.patchbay.spi.intake.IntakeType;
import dev.patchbay.spi.publish.EventPublisher;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Redis Streams, read as a <a
 * href="https://redis.io/docs/latest/develop/data-types/streams/#consumer-groups">consumer
 * group</a>.
 */
public final class RedisIntakeType implements IntakeType {
  @Override
  public String name() {
    return "redis";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public String label() {
    return "Redis Streams";
  }

  @Override
  public List<Setting> settings() {
    return RedisForm.settings();
  }

  @Override
  public List<SettingFault> faults(Map<String, String> settings) {
    return RedisForm.faults(settings);
  }

  @Override
  public Intake create(IntakeContext context) {
    return new RedisIntake(context, RedisSettings.of(context.settings()), Pace.USUAL);
  }

  @Override
  public Optional<EventPublisher> publisher(IntakeContext context) {
    var settings = RedisSettings.of(context.settings());
    return settings
        .resultStream()
        .map(stream -> new RedisPublisher(settings, stream, context.secrets(), Pace.USUAL));
  }
}
