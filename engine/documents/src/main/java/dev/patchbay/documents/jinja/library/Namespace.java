package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code namespace()}: fields that a template may set, also from within loops. */
public final class Namespace implements Fields {
  private final Map<String, Object> values = new LinkedHashMap<>();

  Namespace(Arguments arguments) {
    for (var each : arguments.positional()) {
      values.putAll(Globals.entries(each));
    }
    values.putAll(arguments.named());
  }

  /** Puts a value under a name. */
  public void set(String name, Object value) {
    values.put(name, value);
  }

  @Override
  public Optional<Object> field(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
