package dev.patchbay.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One running postmaster and the watchdog shell that holds our end of a pipe: when this JVM dies,
 * however hard, the pipe closes and the watchdog stops the server.
 */
final class ServerProcess {
  /** Name that the watchdog carries in the process table. */
  static final String WATCHDOG = "patchbay-postgres-watchdog";

  /** Takes the watchdog out of our process group, which may be killed as a whole. */
  private static final Path OWN_SESSION = Path.of("/usr/bin/setsid");

  private static final Duration POLL = Duration.ofMillis(5);
  private final Process watchdog;
  private final Cluster cluster;
  private final Optional<ProcessHandle> adopted;

  private ServerProcess(Process watchdog, Cluster cluster, Optional<ProcessHandle> adopted) {
    this.watchdog = watchdog;
    this.cluster = cluster;
    this.adopted = adopted;
  }

  static ServerProcess start(Cluster cluster, List<String> command) {
    return new ServerProcess(watchdog(cluster, "start", command), cluster, Optional.empty());
  }

  static ServerProcess adopt(Cluster cluster, ProcessHandle server) {
    var pid = Long.toString(server.pid());
    return new ServerProcess(watchdog(cluster, pid, List.of()), cluster, Optional.of(server));
  }

  /** Waits for the server to take connections; false when it ended instead. */
  boolean awaitReady(Deadline deadline) throws InterruptedException {
    while (!hasEnded()) {
      if (isReady()) {
        return true;
      }
      if (deadline.left().isZero()) {
        closePipe();
        throw new PostgresUnavailableException(
            "PostgreSQL did not start in time; " + cluster.log() + " says why.");
      }
    }
    closePipe();
    return false;
  }

  /** Returns when the server has ended, for whatever reason. */
  void awaitExit() {
    adopted.ifPresentOrElse(server -> server.onExit().join(), () -> watchdog.onExit().join());
  }

  long pid() {
    return PostmasterFile.runningServer(cluster.directory()).map(ProcessHandle::pid).orElse(-1L);
  }

  /** Sends the signal and waits; kills what has not obeyed by the deadline. */
  void stop(String signal, Duration timeout) {
    var server = PostmasterFile.runningServer(cluster.directory());
    order(signal);
    server.ifPresent(process -> awaitExit(process, timeout));
    closePipe();
  }

  /** Waits a moment for the end. */
  private boolean hasEnded() throws InterruptedException {
    return watchdog.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)
        || adopted.filter(server -> !server.isAlive()).isPresent();
  }

  private boolean isReady() {
    return PostmasterFile.read(cluster.directory()).filter(PostmasterFile::ready).isPresent()
        && PostmasterFile.runningServer(cluster.directory()).isPresent();
  }

  private void order(String signal) {
    try {
      var pipe = watchdog.getOutputStream();
      pipe.write((signal + "\n").getBytes(StandardCharsets.UTF_8));
      pipe.flush();
    } catch (IOException _) {
      // The watchdog has gone, and the server with it: there is nobody left to stop.
    }
  }

  private static void awaitExit(ProcessHandle server, Duration timeout) {
    try {
      server.onExit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      server.destroyForcibly();
      server.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void closePipe() {
    try {
      watchdog.getOutputStream().close();
    } catch (IOException _) {
      // Closed from the other side already.
    }
  }

  private static Process watchdog(Cluster cluster, String server, List<String> command) {
    var full = new ArrayList<String>();
    if (Files.isExecutable(OWN_SESSION)) {
      full.add(OWN_SESSION.toString());
    }
    full.addAll(List.of("sh", "-c", script(), WATCHDOG));
    full.add(cluster.directory().toString());
    full.add(server);
    full.addAll(command);
    var builder = new ProcessBuilder(full).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(cluster.log().toFile()));
    builder.directory(cluster.dataDir().toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL could not be started", e);
    }
  }

  private static String script() {
    try (var in = ServerProcess.class.getResourceAsStream("watchdog.sh")) {
      if (in == null) {
        throw new IllegalStateException("watchdog.sh is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
