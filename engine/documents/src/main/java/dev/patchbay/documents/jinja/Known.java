package dev.patchbay.documents.jinja;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names that are known at a place of a template, and what is known of each. A body inside knows
 * those around it; what it learns itself stays in it. Nothing is copied. Not thread-safe.
 *
 * @param <V> what is known
 */
final class Known<V> {
  private final Optional<Known<V>> around;
  private final Map<String, V> own = new HashMap<>();

  private Known(Optional<Known<V>> around) {
    this.around = around;
  }

  /** Nothing yet. */
  static <V> Known<V> nothing() {
    return new Known<>(Optional.empty());
  }

  /** What a body inside knows. */
  Known<V> inside() {
    return new Known<>(Optional.of(this));
  }

  void put(String name, V what) {
    own.put(name, what);
  }

  /** Bodies are nested no deeper than the parser lets them. */
  Optional<V> of(String name) {
    var what = Optional.ofNullable(own.get(name));
    return what.isPresent() ? what : around.flatMap(outer -> outer.of(name));
  }

  /** What was learned here and not around. */
  Map<String, V> own() {
    return own;
  }
}
