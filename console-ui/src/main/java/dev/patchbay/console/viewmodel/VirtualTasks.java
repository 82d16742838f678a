package dev.patchbay.console.viewmodel;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
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
    var thread =
        Thread.ofVirtual().name("hub-call").unstarted(() -> call(task, work, done, failed));
    task.workOn(thread);
    thread.start();
    return task;
  }

  @Override
  public UiTask after(Duration wait, Runnable action) {
    var task = new UiTask();
    CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, ui)
        .execute(() -> task.unlessCancelled(action));
    return task;
  }

  @Override
  public void later(Runnable action) {
    ui.execute(action);
  }

  private <T> void call(
      UiTask task, Work<T> work, Consumer<? super T> done, Consumer<Failure> failed) {
    try {
      T answer = work.call();
      ui.execute(() -> task.unlessCancelled(() -> done.accept(answer)));
    } catch (HubException refused) {
      ui.execute(() -> task.unlessCancelled(() -> failed.accept(refused.failure())));
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
    }
  }
}
