package dev.patchbay.documents.jinja.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code namespace()}: fields that a template may set, also from within loops. */
public final class Namespace implements Fields {
  private final Map<Object, Object> values;

  /** With these fields at first. */
  public Namespace(Map<?, ?> values) {
    this.values = new LinkedHashMap<>(values);
  }

  /** Puts a value under a name. */
  public void set(String name, Object value) {
    values.put(name, value);
  }

  @Override
  public Optional<Object> field(String name) {
    return Optional.ofNullable(values.get(name));
  }

  Map<Object, Object> values() {
    return values;
  }
}
