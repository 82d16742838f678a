package dev.patchbay.console.viewmodel;

import java.time.Duration;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** A change that can be taken back, once and for a while. */
public final class Undo {
  /** How long it can be. */
  public static final Duration OPEN = Duration.ofSeconds(8);

  private final Runnable back;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(true);
  private final UiTask closing;

  public Undo(TaskRunner tasks, Runnable back) {
    this.back = back;
    this.closing = tasks.after(OPEN, this::close);
  }

  /** Whether it can still be taken back. */
  public ReadOnlyBooleanProperty open() {
    return open.getReadOnlyProperty();
  }

  /** Takes the change back; too late, or a second time, it does nothing. */
  public void take() {
    if (open.get()) {
      close();
      back.run();
    }
  }

  /** The change stays, or never came about. */
  public void close() {
    closing.cancel();
    open.set(false);
  }
}
