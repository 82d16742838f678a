package dev.patchbay.server.process;

import dev.patchbay.core.file.FileTree;
import dev.patchbay.server.process.ChildJvm.Ending;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that carries out one order after the other, as {@code dev.patchbay.pdf.Orders} takes
 * them. For one thread at a time; closing ends it with all that it has started.
 */
final class PooledJvm implements AutoCloseable {
  /** What it answers when another may follow. */
  private static final int NEXT = 1;

  /** How long one that ends by itself may take, to end what it has started. */
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final ChildProcesses children;
  private final Process process;
  private final Path home;
  private int orders;
  private boolean dependable = true;
  private long idleSince = System.nanoTime();

  private PooledJvm(ChildProcesses children, Process process, Path home) {
    this.children = children;
    this.process = process;
    this.home = home;
  }

  /** Starts one; empty where whoever wants it goes away. */
  static Optional<PooledJvm> start(ChildJvm jvm) throws IOException {
    var home = jvm.children().newFolder();
    var started = jvm.open(home);
    if (started.isEmpty()) {
      FileTree.delete(home);
    }
    return started.map(process -> new PooledJvm(jvm.children(), process, home));
  }

  /**
   * Has an order carried out.
   *
   * @param limit when it is over the order is given up, and this takes no more
   */
  Ending carriesOut(List<String> order, Duration limit) {
    var answer = new FutureTask<>(() -> answer(order));
    Thread.startVirtualThread(answer);
    dependable = false;
    orders++;
    try {
      dependable = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS) == NEXT;
    } catch (TimeoutException slow) {
      kill();
      return Ending.TOO_LATE;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      kill();
      return Ending.STOPPED;
    } catch (ExecutionException ended) {
      // it is no more: what it leaves behind tells more, and so does nothing
    }
    idleSince = System.nanoTime();
    return children.isClosed() ? Ending.STOPPED : Ending.BY_ITSELF;
  }

  private int answer(List<String> order) throws IOException {
    send(order, process.getOutputStream());
    return process.getInputStream().read();
  }

  private static void send(List<String> order, OutputStream to) throws IOException {
    // buffered here, as an order is to be written whole before the process reads on
    var out = new DataOutputStream(new BufferedOutputStream(to));
    out.writeInt(order.size());
    for (var word : order) {
      var bytes = word.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
    out.flush();
  }

  /** Whether it may be given another order. */
  boolean isDependable() {
    return dependable && process.isAlive();
  }

  /** How many it was given. */
  int orders() {
    return orders;
  }

  /** For how long it has had nothing to do. */
  Duration idle() {
    return Duration.ofNanos(System.nanoTime() - idleSince);
  }

  private void kill() {
    children.end(process);
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (IOException ended) {
      // it is no more
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    } finally {
      kill();
      FileTree.delete(home);
    }
  }
}
