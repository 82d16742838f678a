package dev.patchbay.console.viewmodel.schedules;

import dev.patchbay.console.viewmodel.Typed;
import dev.patchbay.console.viewmodel.Typed.NotTypedException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Numbers of days as people type them, one for each thing; empty for never. */
final class DayCounts<T extends Enum<T>> {
  private final Map<T, StringProperty> typed;
  private final Function<T, String> texts;

  /**
   * Those that are known.
   *
   * @param texts names of the things' texts
   * @param known null for never
   */
  DayCounts(Class<T> things, Function<T, String> texts, Function<T, @Nullable Integer> known) {
    this.typed = new EnumMap<>(things);
    this.texts = texts;
    for (var thing : things.getEnumConstants()) {
      var days = known.apply(thing);
      typed.put(thing, new SimpleStringProperty(days == null ? "" : days.toString()));
    }
  }

  StringProperty of(T thing) {
    return Objects.requireNonNull(typed.get(thing));
  }

  @Nullable Integer number(T thing) throws NotTypedException {
    return Typed.numberOrNull(texts.apply(thing), of(thing).get());
  }
}
