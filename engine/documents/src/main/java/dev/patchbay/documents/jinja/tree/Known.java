package dev.patchbay.documents.jinja.tree;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names that are known at a place of a template, and what is known of each. A body inside knows
 * those around it; what it learns itself stays in it. Nothing is copied. Not thread-safe.
 *
 * @param <V> what is known
 */
public final class Known<V> {
  private final @Nullable Known<V> around;
  private final Map<String, V> own = new HashMap<>();

  private Known(@Nullable Known<V> around) {
    this.around = around;
  }

  /** Nothing yet. */
  public static <V> Known<V> nothing() {
    return new Known<>(null);
  }

  /** What a body inside knows. */
  public Known<V> inside() {
    return new Known<>(this);
  }

  public void put(String name, V what) {
    own.put(name, what);
  }

  /** Bodies are nested no deeper than the parser lets them. */
  public Optional<V> of(String name) {
    var what = own.get(name);
    if (what != null) {
      return Optional.of(what);
    }
    return around == null ? Optional.empty() : around.of(name);
  }

  /** What was learned here and not around. */
  public Map<String, V> own() {
    return own;
  }
}
