package dev.patchbay.server.intake;

import dev.patchbay.core.plugin.PluginInstance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running intake for each that is configured and switched on. One that changes is closed before
 * its successor starts. What they say is noted every second. Thread-safe.
 */
public final class RunningIntakes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningIntakes.class);
  private static final long PACE_MILLIS = 1_000;

  private final Function<PluginInstance, RunningIntake> opener;
  private final Map<String, RunningIntake> running = new HashMap<>();
  private final Map<String, CompletableFuture<Void>> steps = new HashMap<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread noting;

  private RunningIntakes(Function<PluginInstance, RunningIntake> opener) {
    this.opener = opener;
    this.noting = Thread.ofVirtual().name("intakes").unstarted(this::note);
  }

  /**
   * Runs none yet.
   *
   * @param opener makes an intake, not started yet; throws if its settings or its type do not let
   *     it
   */
  public static RunningIntakes start(Function<PluginInstance, RunningIntake> opener) {
    var intakes = new RunningIntakes(opener);
    intakes.noting.start();
    return intakes;
  }

  /** Starts what is new or changed and closes what is gone. */
  public synchronized void follow(List<PluginInstance> configured) {
    if (stopped.getCount() == 0) {
      return;
    }
    var wanted = new HashMap<String, PluginInstance>();
    configured.stream()
        .filter(PluginInstance::enabled)
        .forEach(instance -> wanted.put(instance.name(), instance));
    var stale =
        running.values().stream()
            .filter(intake -> !intake.instance().equals(wanted.get(intake.name())))
            .toList();
    stale.forEach(this::close);
    wanted.values().forEach(this::open);
  }

  /** Closes all of them and notes how far they came. */
  @Override
  public void close() {
    List<CompletableFuture<Void>> ends;
    synchronized (this) {
      stopped.countDown();
      List.copyOf(running.values()).forEach(this::close);
      ends = steps.keySet().stream().map(this::lastStep).toList();
    }
    ends.forEach(CompletableFuture::join);
  }

  private void close(RunningIntake intake) {
    running.remove(intake.name());
    steps.put(intake.name(), lastStep(intake.name()).thenCompose(_ -> onThread(intake::close)));
  }

  private void open(PluginInstance instance) {
    if (running.containsKey(instance.name())) {
      return;
    }
    try {
      var intake = opener.apply(instance);
      running.put(instance.name(), intake);
      steps.put(instance.name(), lastStep(instance.name()).thenRun(intake::start));
    } catch (RuntimeException failure) {
      LOG.error("intake {} cannot be opened: {}", instance.name(), failure.getMessage());
    }
  }

  /** What was begun last under a name, however it ends. */
  private CompletableFuture<Void> lastStep(String name) {
    return steps
        .getOrDefault(name, CompletableFuture.completedFuture(null))
        .exceptionally(
            failure -> {
              LOG.error("intake {} cannot be started", name, failure);
              return null;
            });
  }

  private static CompletableFuture<Void> onThread(Runnable work) {
    var end = new CompletableFuture<Void>();
    Thread.ofVirtual()
        .name("intake-closing")
        .start(
            () -> {
              try {
                work.run();
              } catch (RuntimeException failure) {
                LOG.warn("an intake does not close: {}", failure.getMessage());
              }
              end.complete(null);
            });
    return end;
  }

  private void note() {
    try {
      while (!stopped.await(PACE_MILLIS, TimeUnit.MILLISECONDS)) {
        all().forEach(RunningIntake::note);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized List<RunningIntake> all() {
    return List.copyOf(running.values());
  }
}
