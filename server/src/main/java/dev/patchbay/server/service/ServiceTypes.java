package dev.patchbay.server.service;

import dev.patchbay.server.config.InstanceDesk;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.service.ServiceType;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The plugins that services can be made of.
 *
 * @param byName types by name
 */
public record ServiceTypes(Map<String, ServiceType> byName) implements InstanceDesk.Forms {
  public ServiceTypes {
    byName = Map.copyOf(byName);
  }

  /** All types on the class path. */
  public static ServiceTypes installed() {
    var byName = new LinkedHashMap<String, ServiceType>();
    ServiceLoader.load(ServiceType.class).forEach(type -> byName.put(type.name(), type));
    return new ServiceTypes(byName);
  }

  /** The type of that name. */
  public Optional<ServiceType> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All types, by name. */
  public List<ServiceType> all() {
    return byName.values().stream().sorted(Comparator.comparing(ServiceType::name)).toList();
  }

  @Override
  public Optional<InstanceDesk.Form> of(String type) {
    return find(type)
        .map(
            found ->
                new InstanceDesk.Form(
                    found.settings(),
                    InstanceDesk::given,
                    settings ->
                        found.faults(settings).stream()
                            .collect(
                                Collectors.toMap(
                                    SettingFault::setting,
                                    SettingFault::message,
                                    (first, _) -> first))));
  }

  @Override
  public Set<String> names() {
    return byName.keySet();
  }
}
