package dev.patchbay.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the server of a cluster up: takes over a running one, or cleans up and starts one. */
record Launcher(Cluster cluster, PostgresOptions options) {
  private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);
  private static final Duration BETWEEN_STARTS = Duration.ofMillis(50);
  private static final int ANY_PORT = 0;
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "shared_buffers", "96MB",
          "max_connections", "60",
          "max_wal_size", "2GB",
          "wal_compression", "on",
          "jit", "off",
          "timezone", "UTC",
          "log_timezone", "UTC",
          // Statements and details would carry people's data into the log.
          "log_min_error_statement", "panic",
          "log_error_verbosity", "terse");

  /**
   * A server that takes connections.
   *
   * @param port the one wanted, 0 for any; a server taken over keeps its own
   */
  ServerProcess launch(int port) throws InterruptedException {
    var deadline = Deadline.after(options.startTimeout());
    var running = PostmasterFile.runningServer(cluster.directory());
    if (running.isPresent() && !isWatched(running.get())) {
      LOG.info("Taking over PostgreSQL {} of {}", running.get().pid(), cluster.dataDir());
      var adopted = ServerProcess.adopt(cluster, running.get());
      return adopted.awaitReady(deadline) ? adopted : start(port, deadline);
    }
    if (running.isPresent()) {
      awaitExit(running.get(), deadline);
    }
    return start(port, deadline);
  }

  /** Whether its old watchdog lives: then it is being stopped, as whoever started it is gone. */
  private static boolean isWatched(ProcessHandle server) {
    return server
        .parent()
        .map(ProcessTable::commandLine)
        .filter(line -> line.contains(ServerProcess.WATCHDOG))
        .isPresent();
  }

  private void awaitExit(ProcessHandle server, Deadline deadline) throws InterruptedException {
    try {
      server.onExit().get(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new PostgresUnavailableException(
          "The PostgreSQL %d of %s is stopping but did not end in time."
              .formatted(server.pid(), cluster.dataDir()),
          e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts until it holds: a port may be taken, a dead server's last children may linger. */
  private ServerProcess start(int port, Deadline deadline) throws InterruptedException {
    var binaries = PostgresBinaries.unpackedIn(options.cacheDir());
    var account = Account.ableToRun(binaries.program("postgres"), cluster.dataDir());
    cluster.initialise(binaries, account);
    cluster.prepareLog();
    while (true) {
      forgetForeignPid();
      var logged = logSize();
      var chosen = port == ANY_PORT ? freePort() : port;
      var server = ServerProcess.start(cluster, account.command(command(binaries, chosen)));
      if (server.awaitReady(deadline)) {
        return server;
      }
      var complaint = logSince(logged);
      if (!worthRepeating(complaint, port) || deadline.left().isZero()) {
        throw new PostgresUnavailableException("PostgreSQL did not start: " + complaint);
      }
      LockSupport.parkNanos(BETWEEN_STARTS.toNanos());
    }
  }

  private static boolean worthRepeating(String complaint, int port) {
    return complaint.contains("is still in use")
        || (port == ANY_PORT && complaint.contains("could not create any TCP/IP sockets"));
  }

  /** PostgreSQL itself clears a dead pid, but takes any living process of that pid for a server. */
  private void forgetForeignPid() {
    var file = PostmasterFile.read(cluster.directory());
    var alive = file.flatMap(found -> ProcessHandle.of(found.pid())).isPresent();
    if (alive && PostmasterFile.runningServer(cluster.directory()).isEmpty()) {
      LOG.info("Pid {} in {} belongs to a stranger", file.get().pid(), PostmasterFile.NAME);
      try {
        Files.deleteIfExists(cluster.directory().resolve(PostmasterFile.NAME));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private List<String> command(PostgresBinaries binaries, int port) {
    var settings = new TreeMap<>(DEFAULTS);
    settings.putAll(options.settings());
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("unix_socket_directories", "");
    settings.put("port", Integer.toString(port));
    var command = new ArrayList<String>();
    command.add(binaries.program("postgres").toString());
    command.add("-D");
    command.add(cluster.directory().toString());
    settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return command;
  }

  private static int freePort() {
    try (var socket = new ServerSocket(ANY_PORT, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port on 127.0.0.1", e);
    }
  }

  private long logSize() {
    return cluster.log().toFile().length();
  }

  private String logSince(long offset) {
    try (var in = Files.newInputStream(cluster.log())) {
      in.skipNBytes(offset);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
