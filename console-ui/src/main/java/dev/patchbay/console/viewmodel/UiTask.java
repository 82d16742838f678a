package dev.patchbay.console.viewmodel;

import org.jspecify.annotations.Nullable;

/** Something under way. Cancelling interrupts it and drops its result. */
public final class UiTask {
  private volatile boolean cancelled;
  private volatile @Nullable Thread worker;

  /** Nothing under way. */
  public static UiTask none() {
    return new UiTask();
  }

  /** Interrupts the work; its result is never delivered. */
  public void cancel() {
    cancelled = true;
    var running = worker;
    if (running != null) {
      running.interrupt();
    }
  }

  /** Whether nobody waits for the result any more. */
  public boolean isCancelled() {
    return cancelled;
  }

  void workOn(Thread thread) {
    worker = thread;
  }

  void unlessCancelled(Runnable action) {
    if (!cancelled) {
      action.run();
    }
  }
}
