package dev.patchbay.server.demo.channel;

import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.demo.DemoDirectory;
import java.util.Optional;

/** Which way events take to the hub. */
public enum Via {
  /** Posted to its API. */
  HTTP,
  /** Through a Redis stream. */
  REDIS,
  /** Through a Kafka topic. */
  KAFKA;

  /**
   * Opens the way: starts the broker, if it needs one, and has the hub read from it.
   *
   * @param directory where the broker keeps its data
   */
  public EventChannel open(HubClient hub, DemoDirectory directory) {
    return broker(directory)
        .<EventChannel>map(channel -> read(hub, channel))
        .orElseGet(() -> new HttpChannel(hub));
  }

  /** The broker alone, which nobody reads from yet; empty for the way without one. */
  public Optional<BrokerChannel> broker(DemoDirectory directory) {
    return switch (this) {
      case HTTP -> Optional.empty();
      case REDIS -> Optional.of(RedisChannel.start(directory));
      case KAFKA -> Optional.of(KafkaChannel.start(directory));
    };
  }

  private static EventChannel read(HubClient hub, BrokerChannel channel) {
    try {
      new IntakeSetup(hub).put(channel.intake());
      return channel;
    } catch (RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }
}
