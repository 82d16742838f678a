package dev.patchbay.server.process;

import dev.patchbay.server.process.ChildJvm.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Processes that are kept for the next order. There are as many as orders are carried out at the
 * same time; each has one at a time. Thread-safe.
 */
public final class JvmPool implements AutoCloseable {
  private final ChildJvm jvm;
  private final Lifetime lifetime;
  private final Deque<PooledJvm> idle = new ArrayDeque<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private boolean closed;

  /**
   * For how long a process is kept, so that what it gathers over time is given back.
   *
   * @param orders after as many it ends
   * @param idle with nothing to do for as long it ends
   */
  public record Lifetime(int orders, Duration idle) {
    public static final Lifetime USUAL = new Lifetime(500, Duration.ofMinutes(5));
  }

  /** Starts none yet. */
  public JvmPool(ChildJvm jvm, Lifetime lifetime) {
    this.jvm = jvm;
    this.lifetime = lifetime;
    long period = lifetime.idle().toMillis();
    var _ = clock.scheduleWithFixedDelay(this::endIdle, period, period, TimeUnit.MILLISECONDS);
  }

  public boolean isInstalled() {
    return !jvm.classPath().isEmpty();
  }

  /** Makes a folder for files of an order; whoever wants it takes it away. */
  public Path newFolder() throws IOException {
    return jvm.children().newFolder();
  }

  /**
   * Has an order carried out by one of them.
   *
   * @param limit when it is over, the process is killed with all that it has started
   */
  public Ending carryOut(List<String> order, Duration limit) throws IOException {
    var free = free();
    var taken = free.isPresent() ? free : PooledJvm.start(jvm);
    if (taken.isEmpty()) {
      return Ending.STOPPED;
    }
    try {
      return taken.get().carriesOut(order, limit);
    } finally {
      giveBack(taken.get());
    }
  }

  /** The one that was busy last, so that others have their rest and end. */
  private Optional<PooledJvm> free() {
    while (true) {
      Optional<PooledJvm> last;
      synchronized (idle) {
        last = Optional.ofNullable(idle.pollFirst());
      }
      if (last.isEmpty() || last.get().isDependable()) {
        return last;
      }
      last.get().close();
    }
  }

  private void giveBack(PooledJvm process) {
    synchronized (idle) {
      if (!closed && process.isDependable() && process.orders() < lifetime.orders()) {
        idle.addFirst(process);
        return;
      }
    }
    process.close();
  }

  private void endIdle() {
    List<PooledJvm> over;
    synchronized (idle) {
      over = idle.stream().filter(each -> each.idle().compareTo(lifetime.idle()) >= 0).toList();
      idle.removeAll(over);
    }
    over.forEach(PooledJvm::close);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    List<PooledJvm> rest;
    synchronized (idle) {
      closed = true;
      rest = List.copyOf(idle);
      idle.clear();
    }
    rest.forEach(PooledJvm::close);
  }
}
