package dev.patchbay.server.config;

import static java.util.stream.Collectors.joining;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.spi.ConnectorType;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.Target;
import java.util.List;
import java.util.Map;

/** Compares target settings with what their connector type asks for. */
final class TargetCheck {
  private TargetCheck() {}

  /**
   * All that is wrong.
   *
   * @param settings plain settings of the connector
   */
  static List<FieldError> faults(
      ConnectorType type, Map<String, String> settings, Target target, String at) {
    var errors = new SettingsCheck(type.targetSettings()).plain(at, target.settings()).errors();
    return errors.isEmpty() ? identityFaults(type, settings, target, at) : errors;
  }

  /** Whether such connectors write as a route wants them to. */
  static List<FieldError> modeFaults(ConnectorType type, WriteMode mode) {
    var modes = type.modes();
    return modes.contains(dev.patchbay.spi.WriteMode.valueOf(mode.name()))
        ? List.of()
        : List.of(
            new FieldError(
                "/mode",
                "must be %s: connectors of the type '%s' write in no other way"
                    .formatted(
                        modes.stream().map(Enum::name).collect(joining(" or ")), type.name())));
  }

  /**
   * Of a route that names a connector which takes no rows.
   *
   * @param does what it does instead
   */
  static FieldError takesNoRows(String connector, String does, ConnectorTypes types) {
    var rows = types.all().stream().map(ConnectorType::name).toList();
    return new FieldError(
        "/connector",
        "'%s' %s, no rows; name a connector of one of the types %s"
            .formatted(connector, does, rows));
  }

  private static FieldError error(SettingFault fault, String at) {
    return new FieldError(at + "/" + fault.setting(), fault.message());
  }

  private static List<FieldError> identityFaults(
      ConnectorType type, Map<String, String> settings, Target target, String at) {
    try {
      var identity = type.targetIdentity(target);
      return identity.isEmpty()
          ? List.of(new FieldError(at, "names no place"))
          : type.targetFaults(target, settings).stream().map(fault -> error(fault, at)).toList();
    } catch (IllegalArgumentException refused) {
      return List.of(new FieldError(at, String.valueOf(refused.getMessage())));
    }
  }
}
