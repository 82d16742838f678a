package dev.patchbay.intakes.kafka;

import dev.patchbay.spi.intake.Checkpoints;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a hub would keep. */
final class NotedCheckpoints implements Checkpoints {
  private final Map<String, String> positions = new ConcurrentHashMap<>();

  @Override
  public Optional<String> find(String stream) {
    return Optional.ofNullable(positions.get(stream));
  }

  @Override
  public void reached(String stream, String position) {
    positions.put(stream, position);
  }
}
