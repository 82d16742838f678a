package dev.patchbay.model.connector;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A configured connector.
 *
 * @param settings plain settings by name; secret ones are absent
 * @param secretsSet names of the secret settings that hold a value
 * @param stateReason why it is not UP, in words for a person
 * @param held deliveries that wait because of this state
 * @param version configuration version for {@code If-Match}
 */
public record ConnectorView(
    String name,
    String type,
    Map<String, String> settings,
    List<String> secretsSet,
    boolean enabled,
    ConnectorState state,
    @Nullable String stateReason,
    @Nullable Instant stateSince,
    Guarantee guarantee,
    long held,
    long version) {
  public ConnectorView {
    settings = Map.copyOf(settings);
    secretsSet = List.copyOf(secretsSet);
  }
}
