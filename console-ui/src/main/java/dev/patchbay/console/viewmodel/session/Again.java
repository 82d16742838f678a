package dev.patchbay.console.viewmodel.session;

import dev.patchbay.console.client.LiveEvent;
import dev.patchbay.console.viewmodel.ListState;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** What could not be fetched is fetched as soon as the hub answers again. */
public final class Again {
  private Again() {}

  public static Subscription of(Session session, ObservableValue<ListState> state, Runnable fetch) {
    return session
        .feed()
        .subscribe(
            event -> {
              if (event instanceof LiveEvent.Connected
                  && state.getValue() instanceof ListState.Failed) {
                fetch.run();
              }
            });
  }
}
