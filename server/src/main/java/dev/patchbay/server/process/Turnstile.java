package dev.patchbay.server.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets so many in at a time; the others wait in a row, for as long as it is worth. Thread-safe. */
public final class Turnstile {
  /** Each has a process with its own memory. */
  private static final int PROCESSES = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Semaphore places;
  private final Duration patience;

  public Turnstile(int places, Duration patience) {
    this.places = new Semaphore(places, true);
    this.patience = patience;
  }

  /** For work that takes a process of its own. */
  public static Turnstile ofProcesses() {
    return new Turnstile(PROCESSES, PATIENCE);
  }

  /** What takes a place. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T done() throws E;
  }

  /** Does what takes a place; empty if none became free in time. */
  public <T, E extends Exception> Optional<T> pass(Work<T, E> work) throws E {
    if (!entered()) {
      return Optional.empty();
    }
    try {
      return Optional.of(work.done());
    } finally {
      places.release();
    }
  }

  private boolean entered() {
    try {
      return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
