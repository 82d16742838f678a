package dev.patchbay.documents.jinja.run;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names and their values; what is not found here is looked for in the scope around. */
public final class Scope {
  private final @Nullable Scope around;
  private final Map<String, Object> values;

  private Scope(@Nullable Scope around, Map<String, Object> values) {
    this.around = around;
    this.values = values;
  }

  /** The outermost one, with the data. */
  public static Scope of(Map<String, Object> data) {
    return new Scope(null, new HashMap<>(data));
  }

  Scope inner() {
    return new Scope(this, new HashMap<>());
  }

  public void set(String name, Object value) {
    values.put(name, value);
  }

  @Nullable Object get(String name) {
    for (Scope scope = this; scope != null; scope = scope.around) {
      var value = scope.values.get(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
