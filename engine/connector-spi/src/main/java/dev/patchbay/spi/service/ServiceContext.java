package dev.patchbay.spi.service;

import dev.patchbay.spi.Secrets;
import java.time.InstantSource;
import java.util.Map;

/**
 * What the hub hands to a service. All parts are thread-safe.
 *
 * @param name of the configured service, for messages
 * @param settings plain settings by name
 * @param secrets secret settings, asked for at each use so that a rotated one takes effect
 * @param clock wall clock
 */
public record ServiceContext(
    String name, Map<String, String> settings, Secrets secrets, InstantSource clock) {
  public ServiceContext {
    settings = Map.copyOf(settings);
  }
}
