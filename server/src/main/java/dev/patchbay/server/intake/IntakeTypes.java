package dev.patchbay.server.intake;

import dev.patchbay.server.config.InstanceDesk;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.intake.IntakeType;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The plugins that intakes can be made of.
 *
 * @param byName types by name
 */
public record IntakeTypes(Map<String, IntakeType> byName) implements InstanceDesk.Forms {
  public IntakeTypes {
    byName = Map.copyOf(byName);
  }

  /** All types on the class path. */
  public static IntakeTypes installed() {
    var byName = new LinkedHashMap<String, IntakeType>();
    ServiceLoader.load(IntakeType.class).forEach(type -> byName.put(type.name(), type));
    return new IntakeTypes(byName);
  }

  /** The type of that name. */
  public Optional<IntakeType> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All types, by name. */
  public List<IntakeType> all() {
    return byName.values().stream().sorted(Comparator.comparing(IntakeType::name)).toList();
  }

  @Override
  public Optional<InstanceDesk.Form> of(String type) {
    return find(type)
        .map(
            found ->
                new InstanceDesk.Form(
                    found.settings(),
                    IntakeTypes::given,
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

  /** A setting left blank is one not given. */
  public static Map<String, String> given(Map<String, String> settings) {
    return settings.entrySet().stream()
        .filter(setting -> !setting.getValue().isBlank())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
