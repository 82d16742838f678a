package dev.patchbay.model.intake;

import java.util.List;
import java.util.Map;

/**
 * A configured intake.
 *
 * @param settings plain settings by name; secret ones are absent
 * @param secretsSet names of the secret settings that hold a value
 * @param nodes how it is on each node that runs it; empty while it is switched off
 * @param incidents gaps that nobody has seen yet, oldest first
 * @param version configuration version for {@code If-Match}
 */
public record IntakeView(
    String name,
    String type,
    Map<String, String> settings,
    List<String> secretsSet,
    boolean enabled,
    List<IntakeNodeView> nodes,
    List<IncidentView> incidents,
    long version) {
  public IntakeView {
    settings = Map.copyOf(settings);
    secretsSet = List.copyOf(secretsSet);
    nodes = List.copyOf(nodes);
    incidents = List.copyOf(incidents);
  }
}
