package dev.patchbay.model.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A configured service.
 *
 * @param settings plain settings by name; secret ones are absent
 * @param secretsSet names of the secret settings that hold a value
 * @param stateReason why it is not UP, in words for a person
 * @param routes names of the live routes that ask it
 * @param version configuration version for {@code If-Match}
 */
public record ServiceView(
    String name,
    String type,
    Map<String, String> settings,
    List<String> secretsSet,
    boolean enabled,
    ServiceState state,
    @Nullable String stateReason,
    @Nullable Instant stateSince,
    List<String> routes,
    long version) {
  public ServiceView {
    settings = Map.copyOf(settings);
    secretsSet = List.copyOf(secretsSet);
    routes = List.copyOf(routes);
  }
}
