package dev.patchbay.intakes.kafka;

import dev.patchbay.spi.Setting;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.intake.Intake;
import dev.patchbay.spi.intake.IntakeContext;
import dev.patchbay.spi.intake.IntakeType;
import dev.patchbay.spi.publish.EventPublisher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Topics of <a href="https://kafka.apache.org">Apache Kafka</a>, read as a consumer group whose
 * members are the hub's nodes.
 */
public final class KafkaIntakeType implements IntakeType {
  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public String label() {
    return "Apache Kafka";
  }

  @Override
  public List<Setting> settings() {
    return KafkaForm.settings();
  }

  @Override
  public List<SettingFault> faults(Map<String, String> settings) {
    return KafkaFaults.of(settings);
  }

  @Override
  public Intake create(IntakeContext context) {
    return new KafkaIntake(context);
  }

  @Override
  public Optional<EventPublisher> publisher(IntakeContext context) {
    var properties = new ClientProperties(KafkaSettings.of(context.settings()), context);
    return properties
        .settings()
        .resultTopic()
        .map(topic -> new KafkaPublisher(properties, topic, RandomGenerator.getDefault()));
  }
}
