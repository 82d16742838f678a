package dev.patchbay.console.viewmodel.navigation;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The current place, with back and forward. */
public final class Navigator {
  private final Deque<Place> back = new ArrayDeque<>();
  private final Deque<Place> forward = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<Place> place;
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();

  /** Starts here. */
  public Navigator(Place start) {
    place = new ReadOnlyObjectWrapper<>(start);
  }

  /** Where we are. */
  public ReadOnlyObjectProperty<Place> place() {
    return place.getReadOnlyProperty();
  }

  /** Whether there is a way back. */
  public ReadOnlyBooleanProperty canGoBack() {
    return canGoBack.getReadOnlyProperty();
  }

  /** Whether there is a way forward again. */
  public ReadOnlyBooleanProperty canGoForward() {
    return canGoForward.getReadOnlyProperty();
  }

  /** Goes to a place; the way forward is forgotten. */
  public void go(Place next) {
    if (!next.equals(place.get())) {
      back.push(place.get());
      forward.clear();
      arrive(next);
    }
  }

  /** Goes one step back. */
  public void back() {
    if (!back.isEmpty()) {
      forward.push(place.get());
      arrive(back.pop());
    }
  }

  /** Undoes the last step back. */
  public void forward() {
    if (!forward.isEmpty()) {
      back.push(place.get());
      arrive(forward.pop());
    }
  }

  private void arrive(Place next) {
    place.set(next);
    canGoBack.set(!back.isEmpty());
    canGoForward.set(!forward.isEmpty());
  }
}
