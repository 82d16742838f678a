package dev.patchbay.console.viewmodel;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does nothing by itself: a test says when a call is answered and when time passes. */
public final class ManualTasks implements TaskRunner {
  private final List<Runnable> calls = new ArrayList<>();
  private final Deque<Runnable> soon = new ArrayDeque<>();
  private final List<Timer> timers = new ArrayList<>();
  private Duration passed = Duration.ZERO;

  private record Timer(Duration due, UiTask task, Runnable action) {}

  @Override
  public <T> UiTask run(Work<T> work, Consumer<? super T> done, Consumer<Failure> failed) {
    var task = new UiTask();
    calls.add(() -> task.unlessCancelled(() -> answer(task, work, done, failed)));
    return task;
  }

  private static <T> void answer(
      UiTask task, Work<T> work, Consumer<? super T> done, Consumer<Failure> failed) {
    try {
      T answer = work.call();
      task.unlessCancelled(() -> done.accept(answer));
    } catch (HubException refused) {
      task.unlessCancelled(() -> failed.accept(refused.failure()));
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public UiTask after(Duration wait, Runnable action) {
    var task = new UiTask();
    timers.add(new Timer(passed.plus(wait), task, action));
    return task;
  }

  @Override
  public synchronized void later(Runnable action) {
    soon.add(action);
  }

  /** Calls that wait for an answer. */
  public int waiting() {
    return calls.size();
  }

  /** Answers the call that was made first of those waiting. */
  public void answerFirst() {
    calls.removeFirst().run();
  }

  /** Answers the call that was made last. */
  public void answerLast() {
    calls.removeLast().run();
  }

  /** Answers every call and does what was put off, until nothing is left; time stands still. */
  public void settle() {
    while (!calls.isEmpty() || pulse()) {
      if (!calls.isEmpty()) {
        answerFirst();
      }
    }
  }

  /** Does one thing that was put off for a pulse of the user interface; false if there is none. */
  public boolean pulse() {
    var action = next();
    if (action != null) {
      action.run();
    }
    return action != null;
  }

  private synchronized @Nullable Runnable next() {
    return soon.poll();
  }

  /** Lets time pass: timers that are due go off in order. */
  public void pass(Duration time) {
    passed = passed.plus(time);
    var due = timers.stream().filter(timer -> timer.due().compareTo(passed) <= 0).toList();
    timers.removeAll(due);
    due.stream()
        .sorted(Comparator.comparing(Timer::due))
        .forEach(timer -> timer.task().unlessCancelled(timer.action()));
  }
}
