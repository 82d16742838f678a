package dev.patchbay.server.config;

import dev.patchbay.spi.ConnectorType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The plugins that connectors can be made of.
 *
 * @param byName types by name
 * @param presets settings that connectors of a type have where theirs says nothing
 */
public record ConnectorTypes(
    Map<String, ConnectorType> byName, Map<String, Map<String, String>> presets) {
  public ConnectorTypes {
    byName = Map.copyOf(byName);
    presets = Map.copyOf(presets);
  }

  /** All types on the class path. */
  public static ConnectorTypes installed(Map<String, Map<String, String>> presets) {
    var byName = new LinkedHashMap<String, ConnectorType>();
    ServiceLoader.load(ConnectorType.class).forEach(type -> byName.put(type.name(), type));
    return new ConnectorTypes(byName, presets);
  }

  /** These and another that is not found on the class path. */
  public ConnectorTypes with(ConnectorType own) {
    var more = new LinkedHashMap<>(byName);
    more.put(own.name(), own);
    return new ConnectorTypes(more, presets);
  }

  /** The type of that name. */
  public Optional<ConnectorType> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All types, by name. */
  public List<ConnectorType> all() {
    return byName.values().stream()
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  /** What drafts of connectors are checked against. */
  public InstanceDesk.Forms forms() {
    return new InstanceDesk.Forms() {
      @Override
      public Optional<InstanceDesk.Form> of(String type) {
        return find(type)
            .map(
                found ->
                    new InstanceDesk.Form(
                        found.settings(),
                        given -> complete(type, given),
                        settings -> InstalledTypes.byField(found.faults(settings))));
      }

      @Override
      public Set<String> names() {
        return byName.keySet();
      }
    };
  }

  /** Settings of a connector with the presets of its type put in. */
  public Map<String, String> complete(String type, Map<String, String> settings) {
    var complete = new LinkedHashMap<>(presets.getOrDefault(type, Map.of()));
    settings.forEach(
        (name, value) -> {
          if (!value.isBlank()) {
            complete.put(name, value);
          }
        });
    return complete;
  }
}
