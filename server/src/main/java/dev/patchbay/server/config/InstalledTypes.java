package dev.patchbay.server.config;

import dev.patchbay.spi.PluginType;
import dev.patchbay.spi.SettingFault;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The plugins of one sort that instances can be made of.
 *
 * @param byName types by name
 */
public record InstalledTypes<T extends PluginType>(Map<String, T> byName)
    implements InstanceDesk.Forms {
  public InstalledTypes {
    byName = Map.copyOf(byName);
  }

  /** All types of that sort on the class path. */
  public static <T extends PluginType> InstalledTypes<T> of(Class<T> sort) {
    var byName = new LinkedHashMap<String, T>();
    ServiceLoader.load(sort).forEach(type -> byName.put(type.name(), type));
    return new InstalledTypes<>(byName);
  }

  /** The type of that name. */
  public Optional<T> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The type of an instance.
   *
   * @throws IllegalStateException if its plugin is not installed
   */
  public T needed(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException("no plugin for " + name));
  }

  /** All types, by name. */
  public List<T> all() {
    return byName.values().stream().sorted(Comparator.comparing(PluginType::name)).toList();
  }

  @Override
  public Optional<InstanceDesk.Form> of(String type) {
    return find(type)
        .map(
            found ->
                new InstanceDesk.Form(
                    found.settings(),
                    InstanceDesk::given,
                    settings -> byField(found.faults(settings))));
  }

  @Override
  public Set<String> names() {
    return byName.keySet();
  }

  /** The first fault of each setting. */
  static Map<String, String> byField(List<SettingFault> faults) {
    return faults.stream()
        .collect(
            Collectors.toMap(SettingFault::setting, SettingFault::message, (first, _) -> first));
  }
}
