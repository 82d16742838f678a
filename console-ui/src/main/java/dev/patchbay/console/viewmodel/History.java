package dev.patchbay.console.viewmodel;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** What a thing looked like before each change, and what was taken back. */
public final class History<T> {
  private final Deque<T> undo = new ArrayDeque<>();
  private final Deque<T> redo = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private String lastTag = "";

  /** Whether there is something to undo. */
  public ReadOnlyBooleanProperty canUndo() {
    return canUndo.getReadOnlyProperty();
  }

  /** Whether there is something to redo. */
  public ReadOnlyBooleanProperty canRedo() {
    return canRedo.getReadOnlyProperty();
  }

  /** Notes a change; changes in a row with the same tag, not empty, are one step. */
  public void changing(T before, String tag) {
    if (tag.isEmpty() || !tag.equals(lastTag)) {
      undo.push(before);
    }
    redo.clear();
    lastTag = tag;
    tell();
  }

  /** What it was before the last change, null if there was none. */
  @Nullable
  public T undo(T now) {
    return move(undo, redo, now);
  }

  /** What it was before the last undo, null if there was none. */
  @Nullable
  public T redo(T now) {
    return move(redo, undo, now);
  }

  private @Nullable T move(Deque<T> from, Deque<T> to, T now) {
    var found = from.poll();
    if (found != null) {
      to.push(now);
      lastTag = "";
      tell();
    }
    return found;
  }

  /** Forgets everything. */
  public void clear() {
    undo.clear();
    redo.clear();
    lastTag = "";
    tell();
  }

  private void tell() {
    canUndo.set(!undo.isEmpty());
    canRedo.set(!redo.isEmpty());
  }
}
