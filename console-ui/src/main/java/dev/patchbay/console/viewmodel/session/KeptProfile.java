package dev.patchbay.console.viewmodel.session;

import java.io.IOException;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The profile of a session; every change of it is remembered on this computer at once. */
public final class KeptProfile {
  private final ProfileStore store;
  private final ReadOnlyObjectWrapper<Profile> now;

  /** A profile that this store remembers. */
  public KeptProfile(ProfileStore store, Profile profile) {
    this.store = store;
    this.now = new ReadOnlyObjectWrapper<>(profile);
  }

  /** As it is now. */
  public ReadOnlyObjectProperty<Profile> now() {
    return now.getReadOnlyProperty();
  }

  /**
   * Changes it for this session and for the next; false if it could not be written and so holds for
   * this session alone.
   */
  public boolean change(UnaryOperator<Profile> edit) {
    var next = edit.apply(now.get());
    boolean written = isWritten(next);
    now.set(next);
    return written;
  }

  private boolean isWritten(Profile profile) {
    try {
      store.remember(profile);
      return true;
    } catch (IOException unwritable) {
      return false;
    }
  }
}
