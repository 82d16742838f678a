package dev.patchbay.console.viewmodel;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import java.time.Duration;
import java.util.function.Consumer;

/** Runs blocking calls off the user interface and hands results back on it. */
public interface TaskRunner {

  /** A blocking call to the hub. */
  @FunctionalInterface
  interface Work<T> {
    /** Does it; interrupted when the task is cancelled. */
    T call() throws HubException, InterruptedException;
  }

  /**
   * Runs the work; exactly one of the two is called on the user interface, neither if cancelled.
   */
  <T> UiTask run(Work<T> work, Consumer<? super T> done, Consumer<Failure> failed);

  /** Does something on the user interface after a while. */
  UiTask after(Duration wait, Runnable action);

  /** Does something on the user interface soon; callable from any thread. */
  void later(Runnable action);
}
