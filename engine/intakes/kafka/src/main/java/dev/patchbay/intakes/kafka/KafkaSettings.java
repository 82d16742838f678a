package dev.patchbay.intakes.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Settings of an intake, as far as they are not secret.
 *
 * @param access how to reach the brokers
 * @param group the consumer group
 * @param refusedTopic where refused records are copied to
 * @param resultTopic where the hub tells what became of events
 * @param batch most records handed over together, 1 to 2000
 */
record KafkaSettings(
    Access access,
    List<String> topics,
    String group,
    Optional<String> refusedTopic,
    Optional<String> resultTopic,
    int batch) {
  static final int LARGEST_BATCH = 2_000;

  KafkaSettings {
    topics = List.copyOf(topics);
  }

  /** Reads settings that have no faults. */
  static KafkaSettings of(Map<String, String> settings) {
    return new KafkaSettings(
        Access.of(settings),
        list(settings, KafkaForm.TOPICS),
        text(settings, KafkaForm.GROUP).orElse("patchbay"),
        text(settings, KafkaForm.REFUSED_TOPIC),
        text(settings, KafkaForm.RESULT_TOPIC),
        text(settings, KafkaForm.BATCH).map(Integer::parseInt).orElse(LARGEST_BATCH));
  }

  static Optional<String> text(Map<String, String> settings, String name) {
    return Optional.ofNullable(settings.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** The parts between commas; empty parts do not count. */
  static List<String> list(Map<String, String> settings, String name) {
    return Stream.of(settings.getOrDefault(name, "").split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .distinct()
        .toList();
  }
}
