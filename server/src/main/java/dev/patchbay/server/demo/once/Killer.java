package dev.patchbay.server.demo.once;

import dev.patchbay.server.demo.ChildServer;
import dev.patchbay.server.demo.DemoFailure;
import dev.patchbay.server.demo.Pause;
import dev.patchbay.server.demo.Story;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Kills the server again and again while events are fed, and paces the feed so that at least three
 * kills fall into it. Time counts while the server is up only.
 */
final class Killer implements Pacing, AutoCloseable {
  private static final int LEAST_KILLS = 3;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final ChildServer server;
  private final Duration every;
  private final Story story;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private volatile Stretch stretch = new Stretch(0, System.nanoTime());

  /**
   * A stretch of time in which the server is up.
   *
   * @param kills before it
   * @param since {@link System#nanoTime}
   */
  private record Stretch(int kills, long since) {}

  private Killer(ChildServer server, Duration every, Story story) {
    this.server = server;
    this.every = every;
    this.story = story;
  }

  static Killer start(ChildServer server, Duration every, Story story) {
    var killer = new Killer(server, every, story);
    Thread.ofVirtual().name("killer").start(killer::run);
    return killer;
  }

  int kills() {
    return stretch.kills();
  }

  /** The last parcel waits for the last of the kills that are promised. */
  @Override
  public void await(int parcel, int of) {
    var turn = every.multipliedBy(LEAST_KILLS).multipliedBy(parcel).dividedBy(of);
    while (upFor().compareTo(turn) < 0 || (parcel == of - 1 && kills() < LEAST_KILLS)) {
      failIfBroken();
      Pause.of(BETWEEN_LOOKS);
    }
  }

  /** No more kills; returns when the server is up. */
  @Override
  public void close() {
    stopped.countDown();
    end.exceptionally(_ -> null).join();
  }

  /** Throws what stopped the killing before its time. */
  void failIfBroken() {
    if (end.isCompletedExceptionally()) {
      throw new DemoFailure(
          "the server is not back after a kill: " + end.exceptionNow().getMessage(),
          end.exceptionNow());
    }
  }

  private Duration upFor() {
    var now = stretch;
    var here = Duration.ofNanos(System.nanoTime() - now.since());
    var longest = here.compareTo(every) < 0 ? here : every;
    return every.multipliedBy(now.kills()).plus(longest);
  }

  private void run() {
    try {
      while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        killOnce();
      }
      end.complete(null);
    } catch (InterruptedException | RuntimeException failure) {
      end.completeExceptionally(failure);
    }
  }

  private void killOnce() {
    server.kill();
    long killed = System.nanoTime();
    server.restart();
    long up = System.nanoTime();
    stretch = new Stretch(stretch.kills() + 1, up);
    story.fact(
        "kill -9", "the server was killed and is back after %.1f s".formatted((up - killed) / 1e9));
  }
}
