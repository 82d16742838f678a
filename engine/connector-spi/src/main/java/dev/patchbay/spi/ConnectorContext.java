package dev.patchbay.spi;

import java.time.InstantSource;
import java.util.Map;

/**
 * What the hub hands to a connector. All parts are thread-safe.
 *
 * @param name of the configured connector, for messages
 * @param settings plain settings by name
 * @param secrets secret settings, asked for at each use so that a rotated one takes effect
 * @param clock wall clock
 * @param quota shared call budget
 * @param calls where every call to the outside is reported
 */
public record ConnectorContext(
    String name,
    Map<String, String> settings,
    Secrets secrets,
    InstantSource clock,
    Quota quota,
    CallObserver calls) {
  public ConnectorContext {
    settings = Map.copyOf(settings);
  }
}
