package dev.patchbay.store.delivery;

import dev.patchbay.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what {@link LaneNotices} sends, on a connection and a thread of its own. Notices are lost
 * while the connection is: whoever listens must also poll, slowly.
 */
public final class LaneListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LaneListener.class);
  private static final int WAIT_MILLIS = 500;

  /** Silence may be a network that lets nothing through. */
  private static final int WAITS_UNTIL_ASKED = 10;

  private static final int ANSWER_SECONDS = 5;
  private static final Duration RECONNECT = Duration.ofSeconds(1);
  private final Database database;
  private final IntConsumer wake;
  private final Thread thread;
  private volatile boolean closed;

  private LaneListener(Database database, IntConsumer wake) {
    this.database = database;
    this.wake = wake;
    this.thread = Thread.ofVirtual().name("lane-listener").unstarted(this::run);
  }

  /**
   * Starts listening.
   *
   * @param wake called with the id of a lane that got work; must not block
   */
  public static LaneListener start(Database database, IntConsumer wake) {
    var listener = new LaneListener(database, wake);
    listener.thread.start();
    return listener;
  }

  private void run() {
    while (!closed) {
      try (var connection = database.dedicatedConnection()) {
        listen(connection);
      } catch (SQLException | RuntimeException e) {
        LOG.warn("not listening for lanes: {}; trying again", e.getMessage());
        LockSupport.parkNanos(RECONNECT.toNanos());
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("LISTEN " + LaneNotices.CHANNEL);
    }
    var session = connection.unwrap(PGConnection.class);
    for (int waits = 1; !closed; waits++) {
      for (var notice : session.getNotifications(WAIT_MILLIS)) {
        wake.accept(Integer.parseInt(notice.getParameter()));
      }
      if (waits % WAITS_UNTIL_ASKED == 0 && !connection.isValid(ANSWER_SECONDS)) {
        throw new SQLException("the database does not answer");
      }
    }
  }

  /** Stops within a second. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(RECONNECT.plusMillis(WAIT_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
