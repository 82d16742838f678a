package dev.patchbay.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL 18 of our own: durable (fsync on), on 127.0.0.1 only, protected by a password kept
 * in the data directory. It dies with this JVM even on {@code kill -9}, and takes over what an
 * earlier process left behind without ever deleting data. A server that is killed comes back by
 * itself on the same port. One process at a time may open a data directory. Thread-safe.
 *
 * <p>There is no shutdown hook on purpose: the watchdog stops the server once this JVM is gone, so
 * the hooks of others may use the database to the last.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String FIRST_DATABASE = "postgres";

  /** How a server is stopped before it starts again. */
  public enum RestartMode {
    /** Orderly: running statements are rolled back, everything is written out. */
    FAST("INT"),
    /** As in a crash: nothing is written out, the next start recovers from the log. */
    IMMEDIATE("QUIT");

    private final String signal;

    RestartMode(String signal) {
      this.signal = signal;
    }
  }

  private final PostgresOptions options;
  private final Cluster cluster;
  private final FileChannel ownership;
  private ServerProcess server;
  private final int port;
  private boolean closed;

  private EmbeddedPostgres(PostgresOptions options, Cluster cluster, FileChannel ownership) {
    this.options = options;
    this.cluster = cluster;
    this.ownership = ownership;
    synchronized (this) { // the guard of this server waits until it is known here
      this.server = launch(options.port());
      this.port = PostmasterFile.read(cluster.directory()).orElseThrow().port();
    }
  }

  /**
   * Starts the server, creating its cluster on first use, and returns when it takes connections.
   *
   * @throws PostgresUnavailableException when it cannot run here; the message says what to do
   */
  public static EmbeddedPostgres start(PostgresOptions options) {
    var cluster = Cluster.open(options.dataDir());
    var ownership = own(cluster);
    try {
      return new EmbeddedPostgres(options, cluster, ownership);
    } catch (RuntimeException e) {
      release(ownership);
      throw e;
    }
  }

  /** URL of the first database, without user and password: see {@link #connectionProperties}. */
  public String jdbcUrl() {
    return jdbcUrl(FIRST_DATABASE);
  }

  /** URL of the database of that name. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** {@code user} and {@code password} of the superuser, as the JDBC driver wants them. */
  public Properties connectionProperties() {
    var properties = new Properties();
    properties.setProperty("user", Cluster.USER);
    properties.setProperty("password", cluster.password());
    return properties;
  }

  /** File (mode 0600) from which another process of this user learns the password. */
  public Path passwordFile() {
    return cluster.passwordFile();
  }

  /** TCP port on 127.0.0.1; the same over all restarts. */
  public int port() {
    return port;
  }

  /** Process id of the postmaster, or -1 while none runs. */
  public synchronized long pid() {
    return server.pid();
  }

  /** Stops the server and starts it again on the same port; one that died is just started. */
  public synchronized void restart(RestartMode mode) {
    if (closed) {
      throw new IllegalStateException("This PostgreSQL was closed");
    }
    server.stop(mode.signal, options.stopTimeout());
    server = launch(port);
  }

  /** Stops the server in order; a second call does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    server.stop(RestartMode.FAST.signal, options.stopTimeout());
    release(ownership);
  }

  private ServerProcess launch(int wantedPort) {
    try {
      var launched = new Launcher(cluster, options).launch(wantedPort);
      Thread.ofVirtual().name("postgres-guard").start(() -> guard(launched));
      return launched;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresUnavailableException("Interrupted while PostgreSQL was starting", e);
    }
  }

  private void guard(ServerProcess launched) {
    launched.awaitExit();
    replace(launched);
  }

  /** Starts a server again that ended without our order. */
  private synchronized void replace(ServerProcess ended) {
    if (closed || server != ended) {
      return;
    }
    LOG.warn("PostgreSQL of {} ended by itself and is started again", cluster.dataDir());
    try {
      server = launch(port);
    } catch (PostgresUnavailableException e) {
      LOG.error("PostgreSQL of {} did not come back", cluster.dataDir(), e);
    }
  }

  /** The lock ends with this process, whatever ends it. */
  private static FileChannel own(Cluster cluster) {
    try {
      var channel =
          FileChannel.open(
              cluster.dataDir().resolve("owner.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (isLocked(channel)) {
        return channel;
      }
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The data directory cannot be locked", e);
    }
    throw new PostgresUnavailableException(
        "Another Patchbay uses "
            + cluster.dataDir()
            + ". Stop it first, or choose another data directory.");
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void release(FileChannel ownership) {
    try {
      ownership.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
