package dev.patchbay.console.viewmodel.session;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.viewmodel.TaskRunner;
import dev.patchbay.console.viewmodel.UiTask;
import java.time.Duration;
import java.util.function.Consumer;

/** Asks the hub the same every two seconds while somebody looks; one call at a time. */
public final class Polling<T> implements AutoCloseable {
  private static final Duration PACE = Duration.ofSeconds(2);

  private final Session session;
  private final TaskRunner.Work<T> question;
  private final Consumer<T> done;
  private final Consumer<Failure> failed;
  private UiTask looking = UiTask.none();
  private UiTask waiting = UiTask.none();

  public Polling(
      Session session, TaskRunner.Work<T> question, Consumer<T> done, Consumer<Failure> failed) {
    this.session = session;
    this.question = question;
    this.done = done;
    this.failed = failed;
  }

  /** Asks at once, and then again. */
  public void now() {
    close();
    looking =
        session.run(
            question,
            answer -> {
              again();
              done.accept(answer);
            },
            failure -> {
              again();
              failed.accept(failure);
            });
  }

  private void again() {
    waiting = session.tasks().after(PACE, this::now);
  }

  /** Asks no more. */
  @Override
  public void close() {
    looking.cancel();
    waiting.cancel();
  }
}
