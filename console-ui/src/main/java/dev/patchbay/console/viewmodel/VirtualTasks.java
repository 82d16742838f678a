package dev.patchbay.console.viewmodel;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A virtual thread for each call, results on the given executor ({@code Platform::runLater}). */
public final class VirtualTasks implements TaskRunner {
  private final Executor ui;

  /** Delivers results on this executor. */
  public VirtualTasks(Executor ui) {
    this.ui = ui;
  }

  @Override
  public <T> UiTask run(Work<T> work, Consumer<? super T> done, Consumer<Failure> failed) {
    var task = new UiTask();
    return start(task, "hub-call", () -> deliver(task, work, done, failed));
  }

  @Override
  public UiTask after(Duration wait, Runnable action) {
    var task = new UiTask();
    return start(
        task,
        "ui-timer",
        () -> {
          Thread.sleep(wait);
          ui.execute(() -> task.unlessCancelled(action));
        });
  }

  @Override
  public void later(Runnable action) {
    ui.execute(action);
  }

  private <T> void deliver(
      UiTask task, Work<T> work, Consumer<? super T> done, Consumer<Failure> failed)
      throws InterruptedException {
    try {
      T answer = work.call();
      ui.execute(() -> task.unlessCancelled(() -> done.accept(answer)));
    } catch (HubException refused) {
      ui.execute(() -> task.unlessCancelled(() -> failed.accept(refused.failure())));
    }
  }

  /** A step that stops quietly when its task is cancelled. */
  private interface Step {
    void run() throws InterruptedException;
  }

  private static UiTask start(UiTask task, String name, Step step) {
    var thread =
        Thread.ofVirtual()
            .name(name)
            .unstarted(
                () -> {
                  try {
                    step.run();
                  } catch (InterruptedException cancelled) {
                    Thread.currentThread().interrupt();
                  }
                });
    task.workOn(thread);
    thread.start();
    return task;
  }
}
