package dev.patchbay.console.viewmodel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A place in a {@link PagedList}; empty until its page arrives. */
public final class Slot<T> {
  private final ReadOnlyObjectWrapper<@Nullable T> value = new ReadOnlyObjectWrapper<>();

  /** What stands here now, null while loading. */
  public ReadOnlyObjectProperty<@Nullable T> value() {
    return value.getReadOnlyProperty();
  }

  /** What stands here now, null while loading. */
  public @Nullable T get() {
    return value.get();
  }

  void fill(T row) {
    value.set(row);
  }
}
