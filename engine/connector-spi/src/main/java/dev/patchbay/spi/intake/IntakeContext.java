package dev.patchbay.spi.intake;

import dev.patchbay.spi.Secrets;
import java.util.Map;

/**
 * What the hub hands to an intake. All parts are thread-safe.
 *
 * @param name of the configured intake, for messages
 * @param node of the hub that runs it, unique among the nodes alive: a broker may know its
 *     consumers by it
 * @param settings plain settings by name
 * @param secrets secret settings, asked for at each connection so that a rotated one takes effect
 * @param checkpoints how far each stream was stored
 * @param incidents where a gap is reported
 */
public record IntakeContext(
    String name,
    String node,
    Map<String, String> settings,
    Secrets secrets,
    Checkpoints checkpoints,
    Incidents incidents) {
  public IntakeContext {
    settings = Map.copyOf(settings);
  }
}
