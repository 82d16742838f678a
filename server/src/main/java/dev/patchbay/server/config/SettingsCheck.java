package dev.patchbay.server.config;

import dev.patchbay.model.FieldError;
import dev.patchbay.spi.Setting;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares settings with what their type asks for. */
final class SettingsCheck {
  private final List<Setting> known;
  private final List<FieldError> errors = new ArrayList<>();

  SettingsCheck(List<Setting> known) {
    this.known = known;
  }

  List<FieldError> errors() {
    return List.copyOf(errors);
  }

  /** Plain values: all known, of their kind, and none of the required ones missing. */
  SettingsCheck plain(String at, Map<String, String> values) {
    values.forEach((name, value) -> value(at, name, value));
    known.stream()
        .filter(setting -> setting.required() && !setting.secret())
        .filter(setting -> values.getOrDefault(setting.name(), "").isBlank())
        .forEach(setting -> add(at, setting.name(), setting.label() + " is required"));
    return this;
  }

  /** Secret values: all known, and none of the required ones missing unless it is set already. */
  SettingsCheck secrets(String at, Map<String, String> values, Set<String> alreadySet) {
    values.keySet().stream()
        .filter(name -> find(name).filter(Setting::secret).isEmpty())
        .forEach(name -> add(at, name, "is no secret setting of this type"));
    known.stream()
        .filter(setting -> setting.required() && setting.secret())
        .filter(setting -> !alreadySet.contains(setting.name()))
        .filter(setting -> values.getOrDefault(setting.name(), "").isBlank())
        .forEach(setting -> add(at, setting.name(), setting.label() + " is required"));
    return this;
  }

  private void value(String at, String name, String value) {
    var setting = find(name);
    if (setting.isEmpty()) {
      add(at, name, "is no setting of this type");
    } else if (setting.get().secret()) {
      add(at, name, "is secret: send it under /secrets");
    } else if (!value.isBlank()) {
      fault(setting.get().kind(), value).ifPresent(fault -> add(at, name, fault));
    }
  }

  private static Optional<String> fault(Setting.Kind kind, String value) {
    return switch (kind) {
      case TEXT, MULTILINE -> Optional.empty();
      case NUMBER -> isNumber(value) ? Optional.empty() : Optional.of("must be a number");
      case FLAG ->
          value.equals("true") || value.equals("false")
              ? Optional.empty()
              : Optional.of("must be true or false");
      case URI -> isUri(value) ? Optional.empty() : Optional.of("must be an http or https address");
    };
  }

  private static boolean isNumber(String value) {
    try {
      return new BigDecimal(value.strip()).scale() < 20;
    } catch (NumberFormatException other) {
      return false;
    }
  }

  private static boolean isUri(String value) {
    try {
      var uri = URI.create(value.strip());
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException other) {
      return false;
    }
  }

  private Optional<Setting> find(String name) {
    return known.stream().filter(setting -> setting.name().equals(name)).findFirst();
  }

  private void add(String at, String name, String message) {
    errors.add(new FieldError(at + "/" + name.replace("~", "~0").replace("/", "~1"), message));
  }
}
